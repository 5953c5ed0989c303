import { InvalidArgumentError } from "commander";

/**
 * @returns The date as given.
 * @throws {InvalidArgumentError} If the text is not a day of the calendar as `YYYY-MM-DD`.
 */
export function parseIsoDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  // Node turns 31 February into 3 March: only a real day comes back as it was written.
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError("It is no day of the form YYYY-MM-DD.");
  return text;
}

/** @throws {InvalidArgumentError} If the text is not a whole number from 1 to 100. */
export function parseLimit(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 100) throw new InvalidArgumentError("It is no whole number from 1 to 100.");
  return limit;
}
