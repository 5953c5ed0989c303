/**
 * Recall: the share of the relevant titles among the first `k` of a ranking.
 *
 * @param relevant At least one title.
 * @returns 0 to 1.
 */
export function recallAt(k: number, ranking: readonly string[], relevant: readonly string[]): number {
  const found = new Set(ranking.slice(0, k));
  return relevant.filter((title) => found.has(title)).length / relevant.length;
}

/**
 * Reciprocal rank: 1 / the place of the first relevant title, counted from 1.
 *
 * @returns 0 to 1; 0 when the first `k` hold none.
 */
export function reciprocalRankAt(k: number, ranking: readonly string[], relevant: readonly string[]): number {
  const index = ranking.slice(0, k).findIndex((title) => relevant.includes(title));
  return index === -1 ? 0 : 1 / (index + 1);
}

/**
 * Normalised discounted cumulative gain with binary relevance: the sum of 1 / log2(place + 1) over the relevant titles
 * among the first `k`, divided by that sum for a ranking that begins with all of them.
 *
 * @param ranking Titles, none of them twice.
 * @param relevant At least one title.
 * @returns 0 to 1.
 * @see {@link https://doi.org/10.1145/582415.582418} Järvelin and Kekäläinen, 2002.
 */
export function ndcgAt(k: number, ranking: readonly string[], relevant: readonly string[]): number {
  const gains = ranking.slice(0, k).map((title, index) => (relevant.includes(title) ? discount(index) : 0));
  const ideal = relevant.slice(0, k).map((_, index) => discount(index));
  return sum(gains) / sum(ideal);
}

function discount(index: number): number {
  return 1 / Math.log2(index + 2);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
