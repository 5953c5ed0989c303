import { isoDate } from "./iso-date.ts";

/** A date as a saved page shows it: "Oct 12, 2024 3" is 12 October 2024 with 3 comments. */
export interface PageDate {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Absent from the dates of the year in which the page was saved. */
  readonly year?: number;
  /** Absent when there is no comment. */
  readonly commentCount?: number;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// Comments have at most three digits, so that "Oct 12 2024", a year without its comma, is refused rather than misread.
const PAGE_DATE = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?(?: (\d{1,3}))?$/;

/** @returns Nothing when the line is no date of a page. Whether the calendar has the day is left to {@link datePublished}. */
export function parsePageDate(line: string): PageDate | undefined {
  const [, name = "", day, year, comments] = PAGE_DATE.exec(line) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (month === 0) return undefined;
  return {
    month,
    day: Number(day),
    ...(year !== undefined && { year: Number(year) }),
    ...(comments !== undefined && { commentCount: Number(comments) }),
  };
}

/**
 * The year of a page's bare dates. A page leaves out the year in which it was saved, so that year is the one after the
 * newest that it writes.
 *
 * @returns Nothing when no date has a year.
 */
export function inferBareYear(dates: readonly PageDate[]): number | undefined {
  const newest = dates.reduce((year, date) => Math.max(year, date.year ?? 0), 0);
  return newest === 0 ? undefined : newest + 1;
}

/**
 * @param bareYear The year of dates that have none.
 * @returns ISO date; nothing when the calendar has no such day or the year is unknown.
 */
export function datePublished(date: PageDate, bareYear: number | undefined): string | undefined {
  const year = date.year ?? bareYear;
  return year === undefined ? undefined : isoDate(year, date.month, date.day);
}
