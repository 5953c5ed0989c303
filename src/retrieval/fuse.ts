/** One signal's scores by document, and its share in the sum. */
export interface WeightedScores {
  readonly weight: number;
  readonly scores: Float64Array;
}

/**
 * Fuses rankings as a weighted sum of z-scores: each signal counts by how far a document stands out in it, not by its
 * own unit. A signal that says the same of every document adds nothing.
 *
 * @returns Fused scores by document; comparable within one question only.
 */
export function fuse(signals: readonly WeightedScores[]): Float64Array {
  const fused = new Float64Array(signals[0]?.scores.length ?? 0);
  for (const { weight, scores } of signals) {
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
    if (!(deviation > 1e-12)) continue;
    for (let document = 0; document < fused.length; document++) {
      fused[document]! += (weight * (scores[document]! - mean)) / deviation;
    }
  }
  return fused;
}
