import type { Locale } from "../../domain/locale.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import type { Words } from "./words.ts";
import { zh } from "./zh.ts";

const WORDS: Readonly<Record<Locale, Words>> = { en, de, fr, es, ja, zh };

/** The bot's own words in a language. */
export function wordsFor(locale: Locale): Words {
  return WORDS[locale];
}
