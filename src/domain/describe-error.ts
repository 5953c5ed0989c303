/** What of an error's own fields is told. An SDK's errors carry whole requests, with what people wrote. */
const DETAILS = ["code", "status", "method", "url"];

/** How many errors deep an error is told, with what caused it, and how many of several. */
const DEPTH = 5;
const SEVERAL = 10;

/** What of an error's own fields may stand in a log. @returns Empty where it has none of them. */
export function errorDetails(error: Error): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    DETAILS.flatMap((name) => {
      const value: unknown = Reflect.get(error, name);
      return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
    }),
  );
}

/**
 * An error for whoever has to mend it: its stack, the few of its fields that hold nothing of anybody's, and the same of
 * what caused it. Secrets in its text are still to be masked.
 *
 * @param error Whatever was thrown. Of an object that is no error, only its kind is told.
 */
export function describeError(error: unknown, depth = DEPTH): string {
  if (!(error instanceof Error)) return isObject(error) ? Object.prototype.toString.call(error) : String(error);
  const details = Object.entries(errorDetails(error)).map(([name, value]) => `\n  ${name}: ${value}`);
  const told = `${error.stack ?? `${error.name}: ${error.message}`}${details.join("")}`;
  if (depth === 1) return told;
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors.slice(0, SEVERAL) : [];
  const causes = error.cause === undefined ? errors : [error.cause, ...errors];
  return [told, ...causes.map((cause) => `because of ${describeError(cause, depth - 1)}`)].join("\n");
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
