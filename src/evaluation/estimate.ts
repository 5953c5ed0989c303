/** A mean over questions, with how sure it is. */
export interface Estimate {
  readonly mean: number;
  /** The ends of the 95 % percentile bootstrap interval. */
  readonly low: number;
  readonly high: number;
  /** How many questions the mean is over. */
  readonly questions: number;
}

const RESAMPLES = 1000;
const SEED = 20_250_513;

/**
 * The mean of one value a question, with its bootstrap interval: questions are drawn anew with replacement 1,000 times,
 * and the middle 95 % of the means is kept. Seeded, so that the same values give the same interval.
 *
 * @param values At least one.
 * @see {@link https://doi.org/10.1214/aos/1176344552} Efron, 1979.
 */
export function estimate(values: readonly number[]): Estimate {
  const random = mulberry32(SEED);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  );
  return {
    mean: mean(values),
    low: quantile(means, 0.025),
    high: quantile(means, 0.975),
    questions: values.length,
  };
}

/**
 * The quantile of a sample by the nearest rank.
 *
 * @param values At least one, in any order.
 * @param share 0 to 1.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @see {@link https://gist.github.com/tommyettinger/46a874533244883189143505d203312c} A small generator, good enough to draw questions. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
