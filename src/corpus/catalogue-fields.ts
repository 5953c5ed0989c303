import { normalizeTitle } from "../domain/paper.ts";
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH, type Entry } from "./entry.ts";
import { isoDate } from "./iso-date.ts";

type Fields = Omit<Entry, "place">;

/** What a field of a catalogue may hold: the test, and the words for what passes it. */
interface Rule<Value> {
  readonly accepts: (value: unknown) => value is Value;
  readonly expected: string;
}

/** Every key that an entry of a catalogue may have. */
export const CATALOGUE_FIELDS = {
  title: { accepts: isTitle, expected: `a text of at most ${MAX_TITLE_LENGTH} characters with a letter or a digit` },
  abstract: text(MAX_TEXT_LENGTH),
  tldr: text(1000),
  digest: text(MAX_TEXT_LENGTH),
  questions: list(100, text(500)),
  terms: list(100, text(200)),
  links: list(20, { accepts: isWebAddress, expected: "an http or https address of at most 2000 characters" }),
  published: { accepts: isCalendarDate, expected: "a date of the calendar as YYYY-MM-DD" },
  authorCount: wholeNumber(1),
  organization: text(200),
  commentCount: wholeNumber(0),
} as const satisfies { readonly [Field in keyof Required<Fields>]: Rule<Required<Fields>[Field]> };

type CatalogueField = keyof typeof CATALOGUE_FIELDS;

export function isCatalogueField(key: string): key is CatalogueField {
  return Object.hasOwn(CATALOGUE_FIELDS, key);
}

function text(maxLength: number): Rule<string> {
  return {
    accepts: (value): value is string => typeof value === "string" && value.trim() !== "" && value.length <= maxLength,
    expected: `a text of 1 to ${maxLength} characters`,
  };
}

function list(maxLength: number, item: Rule<string>): Rule<readonly string[]> {
  return {
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.length <= maxLength && value.every((each) => item.accepts(each)),
    expected: `a list of at most ${maxLength}, each ${item.expected}`,
  };
}

function wholeNumber(least: number): Rule<number> {
  return {
    accepts: (value): value is number => Number.isSafeInteger(value) && Number(value) >= least,
    expected: `a whole number from ${least} up`,
  };
}

function isTitle(value: unknown): value is string {
  return typeof value === "string" && value.length <= MAX_TITLE_LENGTH && normalizeTitle(value) !== "";
}

function isWebAddress(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 2000) return false;
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}

function isCalendarDate(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return isoDate(Number(year), Number(month), Number(day)) === value;
}
