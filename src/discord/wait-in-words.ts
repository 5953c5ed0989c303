const MINUTE_MS = 60_000;

/**
 * A time to wait in words, to the minute, and never too short: "1 hour, 5 minutes".
 *
 * @param ms Milliseconds, 1 and up.
 * @param tag The language: a BCP 47 tag.
 */
export function waitInWords(ms: number, tag: string): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  const duration = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return new Intl.DurationFormat(tag, { style: "long" }).format(duration);
}
