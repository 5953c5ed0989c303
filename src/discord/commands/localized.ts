import { Locale as DiscordLocale } from "discord.js";
import type { LocalizationMap } from "discord.js";
import { LOCALES } from "../../domain/locale.ts";
import type { Locale } from "../../domain/locale.ts";
import type { CommandWords } from "../words/commands/command-words.ts";
import { wordsFor } from "../words/words-for.ts";
import type { Words } from "../words/words.ts";

/** Discord's languages that speak ours. Its own default is English. */
const DISCORD_LOCALES: Readonly<Record<Locale, readonly DiscordLocale[]>> = {
  en: [],
  de: [DiscordLocale.German],
  fr: [DiscordLocale.French],
  es: [DiscordLocale.SpanishES, DiscordLocale.SpanishLATAM],
  ja: [DiscordLocale.Japanese],
  zh: [DiscordLocale.ChineseCN],
};

interface LocalizedName {
  name: string;
  name_localizations: LocalizationMap;
}

/** What a command in a menu is called, in every language. */
export function localizedTitle(pick: (words: Words) => string): LocalizedName {
  return { name: pick(wordsFor("en")), name_localizations: localizations(pick) };
}

/** What a choice is called, in every language. */
export function localizedName(pick: (commands: CommandWords) => string): LocalizedName {
  return localizedTitle(({ commands }) => pick(commands));
}

/** What a command or an option is called, and what it is for, in every language. */
export function localizedTexts(
  pick: (commands: CommandWords) => { name: string; description: string },
): LocalizedName & { description: string; description_localizations: LocalizationMap } {
  const describe = ({ commands }: Words): string => pick(commands).description;
  return {
    ...localizedName((commands) => pick(commands).name),
    description: describe(wordsFor("en")),
    description_localizations: localizations(describe),
  };
}

/** @returns Without languages that say the same as English. */
function localizations(pick: (words: Words) => string): LocalizationMap {
  const english = pick(wordsFor("en"));
  const entries = LOCALES.flatMap((locale) => {
    const text = pick(wordsFor(locale));
    return text === english ? [] : DISCORD_LOCALES[locale].map((tag) => [tag, text] as const);
  });
  return Object.fromEntries(entries);
}
