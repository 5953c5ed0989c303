/** A fitted logistic regression over named features. */
export interface LogisticModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** @returns The model's probability, 0 to 1, for the features that its weights name; a missing one counts as 0. */
export function probability({ intercept, weights }: LogisticModel, features: Readonly<Record<string, number>>): number {
  const logit = Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * (features[name] ?? 0),
    intercept,
  );
  return 1 / (1 + Math.exp(-logit));
}
