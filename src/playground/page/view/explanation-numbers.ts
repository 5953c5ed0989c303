const SCORE = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, signDisplay: "negative" });
const COUNT = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const DOLLARS = new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumSignificantDigits: 3 });

/** What stands for a number that is none: JSON has no NaN. */
const NO_NUMBER = "–";

/** A duration as people say it: "0.3 ms", "12 ms", "1.4 s". The limits are where rounding would give the next form. */
export function formatMilliseconds(ms: number): string {
  if (!Number.isFinite(ms)) return NO_NUMBER;
  if (ms < 0.05) return "< 0.1 ms";
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${ms.toFixed(0)} ms`;
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : `${COUNT.format(ms / 1000)} s`;
}

/** A score of any size, to three digits. */
export function formatScore(score: number): string {
  return Number.isFinite(score) ? SCORE.format(score) : NO_NUMBER;
}

/** A whole number with its thousands apart. */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? COUNT.format(count) : NO_NUMBER;
}

/** US dollars, down to fractions of a cent. */
export function formatCost(dollars: number): string {
  return Number.isFinite(dollars) ? DOLLARS.format(dollars) : NO_NUMBER;
}

/** @returns How much of a bar a value fills, 0 to 1: nothing where it or the greatest is not above 0. */
export function shareOf(value: number, greatest: number): number {
  return value > 0 && greatest > 0 ? Math.min(1, value / greatest) : 0;
}

/** The greatest score of each signal, among papers that need not have the same signals. */
export function greatestBySignal(all: readonly Readonly<Record<string, number>>[]): ReadonlyMap<string, number> {
  const greatest = new Map<string, number>();
  for (const signals of all) {
    for (const [name, score] of Object.entries(signals))
      greatest.set(name, Math.max(score, greatest.get(name) ?? -Infinity));
  }
  return greatest;
}
