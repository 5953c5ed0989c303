import { InvalidArgumentError } from "commander";
import { isCalendarDay } from "../domain/calendar-day.ts";

/**
 * @returns The date as given.
 * @throws {InvalidArgumentError} If the text is not a day of the calendar as `YYYY-MM-DD`.
 */
export function parseIsoDate(text: string): string {
  if (!isCalendarDay(text)) throw new InvalidArgumentError("It is no day of the form YYYY-MM-DD.");
  return text;
}

/** @throws {InvalidArgumentError} If the text is not a whole number from 1 to 100. */
export function parseLimit(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 100) throw new InvalidArgumentError("It is no whole number from 1 to 100.");
  return limit;
}
