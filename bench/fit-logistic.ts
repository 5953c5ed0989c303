import { Matrix, solve } from "ml-matrix";
import type { LogisticModel } from "../src/answering/logistic.ts";

/** One example: features by name, its label, and how much it counts. */
export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly label: 0 | 1;
  readonly weight: number;
}

const RIDGE = 1;
const STEPS = 25;

/**
 * Ridge logistic regression by iteratively reweighted least squares, on standardised features; the weights come back in
 * the features' own units.
 *
 * @see Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, section 4.4.1.
 */
export function fitLogistic(examples: readonly Example[], names: readonly string[]): LogisticModel {
  const columns = names.map((name) => examples.map(({ features }) => features[name] ?? 0));
  const means = columns.map(mean);
  const deviations = columns.map(
    (values, at) => Math.sqrt(mean(values.map((value) => (value - (means[at] ?? 0)) ** 2))) || 1,
  );
  const rows = examples.map(({ features }) => [
    1,
    ...names.map((name, at) => ((features[name] ?? 0) - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  ]);
  let beta = names.map(() => 0).concat(0);
  for (let step = 0; step < STEPS; step++) {
    const hessian = Matrix.diag([1e-9, ...names.map(() => RIDGE)]);
    const gradient = beta.map((value, at) => (at === 0 ? 0 : -RIDGE * value));
    for (const [index, { label, weight }] of examples.entries()) {
      const row = rows[index] ?? [];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (beta[at] ?? 0), 0)));
      for (const [a, value] of row.entries()) {
        gradient[a] = (gradient[a] ?? 0) + weight * (label - p) * value;
        for (const [b, other] of row.entries())
          hessian.set(a, b, hessian.get(a, b) + weight * p * (1 - p) * value * other);
      }
    }
    const change = solve(hessian, Matrix.columnVector(gradient)).to1DArray();
    beta = beta.map((value, at) => value + (change[at] ?? 0));
  }
  const weights = names.map((_, at) => (beta[at + 1] ?? 0) / (deviations[at] ?? 1));
  const intercept = (beta[0] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return { intercept, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
