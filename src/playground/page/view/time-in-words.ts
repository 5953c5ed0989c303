/** The styles of Discord's `<t:SECONDS:STYLE>`. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Milliseconds since 1970 that a date can have. */
const MAX_MS = 8.64e15;

/** A moment as the reader says it. `R` is relative: "3 hours ago". */
export function timeInWords(seconds: number, style: string, now = Date.now()): string {
  if (Math.abs(seconds * 1000) > MAX_MS) return "Invalid date";
  if (style === "R") return relative(seconds - now / 1000);
  return new Intl.DateTimeFormat("en", STYLES[style] ?? STYLES["f"]).format(seconds * 1000);
}

function relative(difference: number): string {
  const [unit, length] = UNITS.find(([, size]) => Math.abs(difference) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(difference / length), unit);
}
