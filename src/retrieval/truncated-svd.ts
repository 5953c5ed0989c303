import { EigenvalueDecomposition, Matrix, QrDecomposition } from "ml-matrix";
import type { TermWeights } from "./postings.ts";

const OVERSAMPLING = 16;
const PASSES = 3;
const TERMS_PER_STEP = 5000;

export interface TruncatedSvd {
  /** Left singular vectors, documents x rank, row by row. */
  readonly u: Float64Array;
  /** Singular values, largest first; values too small to divide by are left out. */
  readonly s: Float64Array;
}

/**
 * The largest singular values and left singular vectors of a sparse document-term matrix, by randomised subspace
 * iteration. Each pass streams over the terms, so that memory stays at two documents x rank matrices whatever the
 * vocabulary; the same input gives the same result, to the bit.
 *
 * @param rows The matrix by terms; called once a pass.
 * @param documents How many documents there are.
 * @param rank How many singular values to keep; fewer come back when the matrix has fewer.
 * @see Halko, Martinsson and Tropp (2011), Finding Structure with Randomness, algorithm 4.4.
 */
export function truncatedSvd(rows: () => Iterable<TermWeights>, documents: number, rank: number): TruncatedSvd {
  return drain(truncatedSvdSteps(rows, documents, rank));
}

/** {@link truncatedSvd} in steps of well under a second, so that whoever runs it can look at the clock in between. */
export function* truncatedSvdSteps(
  rows: () => Iterable<TermWeights>,
  documents: number,
  rank: number,
): Generator<undefined, TruncatedSvd> {
  const width = Math.min(documents, rank + OVERSAMPLING);
  if (width === 0) return { u: new Float64Array(), s: new Float64Array() };
  let basis = gaussian(documents, width);
  for (let pass = 1; pass < PASSES; pass++) {
    basis = orthonormalise(yield* multiplyByGram(rows(), basis));
    yield;
  }
  // Rayleigh-Ritz: the Gram matrix within the subspace has the same leading eigenpairs.
  const projected = basis.transpose().mmul(yield* multiplyByGram(rows(), basis));
  const symmetric = Matrix.add(projected, projected.transpose()).mul(0.5);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const largest = Math.max(0, ...realEigenvalues);
  const order = [...realEigenvalues.keys()]
    .filter((index) => realEigenvalues[index]! > largest * 1e-9)
    .toSorted((a, b) => realEigenvalues[b]! - realEigenvalues[a]!)
    .slice(0, rank);
  const vectors = basis.mmul(eigenvectorMatrix.subMatrixColumn(order));
  return {
    u: Float64Array.from(vectors.to1DArray()),
    s: Float64Array.from(order, (index) => Math.sqrt(realEigenvalues[index]!)),
  };
}

/** A A^T Q for the document-term matrix A given by its terms: for each term, gather its documents' rows, then scatter. */
function* multiplyByGram(rows: Iterable<TermWeights>, factor: Matrix): Generator<undefined, Matrix> {
  const width = factor.columns;
  const input = Float64Array.from(factor.to1DArray());
  const output = new Float64Array(input.length);
  const sum = new Float64Array(width);
  let terms = 0;
  for (const { documents, weights } of rows) {
    if (++terms % TERMS_PER_STEP === 0) yield;
    // The two loops are written out: shared in a function, they run five times slower.
    sum.fill(0);
    for (let index = 0; index < documents.length; index++) {
      const start = documents[index]! * width;
      const weight = weights[index]!;
      for (let column = 0; column < width; column++) sum[column]! += weight * input[start + column]!;
    }
    for (let index = 0; index < documents.length; index++) {
      const start = documents[index]! * width;
      const weight = weights[index]!;
      for (let column = 0; column < width; column++) output[start + column]! += weight * sum[column]!;
    }
  }
  return Matrix.from1DArray(factor.rows, width, output);
}

/** Runs steps to their end, without a pause. */
export function drain<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function orthonormalise(matrix: Matrix): Matrix {
  return new QrDecomposition(matrix).orthogonalMatrix;
}

/** Standard normal numbers from a fixed seed (mulberry32 and Box-Muller): builds must be reproducible. */
function gaussian(rows: number, columns: number): Matrix {
  let state = 0x46_4e;
  const uniform = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const matrix = Matrix.zeros(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      matrix.set(row, column, Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()));
    }
  }
  return matrix;
}
