/** The languages in which fixed sentences are written, by their BCP 47 tags; `zh` is simplified Chinese. */
export const LOCALES = ["en", "de", "fr", "es", "ja", "zh"] as const;

export type Locale = (typeof LOCALES)[number];

/**
 * The language to speak to somebody.
 *
 * @param tag What they set, such as `de`, `es-419` or `zh-CN`.
 * @returns English for every language that we do not write.
 */
export function localeOf(tag: string | undefined): Locale {
  const [language] = (tag ?? "").toLowerCase().split("-");
  return LOCALES.find((locale) => locale === language) ?? "en";
}
