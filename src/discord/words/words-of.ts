import { localeOf } from "../../domain/locale.ts";
import { wordsFor } from "./words-for.ts";
import type { Words } from "./words.ts";

/** The words for the person behind an interaction, in the language of their Discord. */
export function wordsOf(interaction: { readonly locale: string }): Words {
  return wordsFor(localeOf(interaction.locale));
}

/**
 * The words for a message: nobody tells us its author's language, only that of the server.
 *
 * @param guild Null in direct messages, where we speak English.
 */
export function wordsIn(guild: { readonly preferredLocale: string } | null): Words {
  return wordsFor(localeOf(guild?.preferredLocale));
}
