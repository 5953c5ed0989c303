/**
 * Writes a calendar date as `YYYY-MM-DD`.
 *
 * @param month 1 to 12.
 * @returns Nothing when the calendar has no such day.
 */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const iso = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // Date.parse may take 30 February for 2 March, so the date must survive the way back.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
