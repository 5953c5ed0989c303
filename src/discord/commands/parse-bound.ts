import { isCalendarDay } from "../../domain/calendar-day.ts";
import { Refusal } from "../failures.ts";

/**
 * Reads a day as people give it: a year and a month stand for their first day or their last.
 *
 * @returns An ISO date; undefined when nothing was given.
 * @throws {Refusal} If it is no day of the calendar.
 */
export function parseBound(text: string | null, bound: "since" | "until"): string | undefined {
  const typed = text?.trim() ?? "";
  if (typed === "") return undefined;
  const [, year, month = bound === "since" ? "01" : "12"] = /^(\d{4})(?:-(\d{2}))?$/.exec(typed) ?? [];
  const day = year === undefined ? typed : `${year}-${month}-${bound === "since" ? "01" : lastDay(year, month)}`;
  if (!isCalendarDay(day)) {
    throw new Refusal(({ commands, refusals }) => refusals.noDay(commands.find.options[bound].name));
  }
  return day;
}

function lastDay(year: string, month: string): string {
  return String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, "0");
}
