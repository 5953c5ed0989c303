import type { Locale } from "../../domain/locale.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import type { Phrases } from "./phrases.ts";
import { zh } from "./zh.ts";

const PHRASES: Readonly<Record<Locale, Phrases>> = { en, de, fr, es, ja, zh };

/** @param locale Defaults to English. */
export function phrasesFor(locale: Locale = "en"): Phrases {
  return PHRASES[locale];
}
