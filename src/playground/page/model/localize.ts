/** What Discord gives a command, an option or a choice in other languages. */
interface Localizable {
  readonly name: string;
  readonly name_localized?: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null;
  readonly description?: string;
  readonly description_localized?: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null;
}

/** The name in a language, else the original. */
export function nameIn(locale: string, given: Localizable): string {
  return given.name_localized ?? given.name_localizations?.[locale] ?? given.name;
}

/** The description in a language, else the original. */
export function descriptionIn(locale: string, given: Localizable): string {
  return given.description_localized ?? given.description_localizations?.[locale] ?? given.description ?? "";
}
