/** Durations of the same work, in milliseconds. */
export interface Spread {
  readonly runs: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How long one of many different requests takes, in milliseconds. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

export function spread(values: readonly number[]): Spread {
  return { runs: values.length, median: median(values), lowest: Math.min(...values), highest: Math.max(...values) };
}

export function latency(values: readonly number[]): Latency {
  return { count: values.length, p50: median(values), p95: quantile(values, 0.95) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * @param share 0 for the lowest value, 1 for the highest.
 * @returns The value at that share of the sorted values, between two of them where it falls there; NaN without values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const lower = sorted[Math.floor(place)] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return lower + (upper - lower) * (place % 1);
}
