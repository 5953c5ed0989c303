import { array, assert, integer, property } from "fast-check";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { describe, expect, it } from "vitest";
import type { TermWeights } from "../../../src/retrieval/postings.ts";
import { truncatedSvd, type TruncatedSvd } from "../../../src/retrieval/truncated-svd.ts";

/** Rows are documents, columns are terms; mostly zero, as text is. */
const matrix = integer({ min: 1, max: 7 }).chain((columns) =>
  array(
    array(
      integer({ min: -4, max: 5 }).map((weight) => Math.max(0, weight)),
      { minLength: columns, maxLength: columns },
    ),
    {
      minLength: 1,
      maxLength: 7,
    },
  ),
);

/** Singular values that fall fast, in a matrix of more documents than the iteration keeps vectors. */
const LARGE = Array.from({ length: 60 }, (_, document) =>
  Array.from({ length: 40 }, (__, term) =>
    [0, 1, 2, 3, 4, 5, 6].reduce(
      (sum, k) => sum + 4 ** -k * Math.cos((k + 1) * document + k) * Math.sin((k + 2) * term),
      0,
    ),
  ),
);

function byTerms(rows: readonly (readonly number[])[]): () => TermWeights[] {
  const columns = [...(rows[0] ?? []).keys()];
  return () =>
    columns.map((column) => {
      const documents = [...rows.keys()].filter((row) => rows[row]?.[column] !== 0);
      return {
        documents: Uint32Array.from(documents),
        weights: Float64Array.from(documents, (row) => rows[row]?.[column] ?? 0),
      };
    });
}

function decompose(rows: readonly (readonly number[])[], rank: number): TruncatedSvd {
  return truncatedSvd(byTerms(rows), rows.length, rank);
}

/** @returns Singular values, largest first, and left singular vectors as columns. */
function decomposeDensely(rows: readonly (readonly number[])[]): { s: number[]; u: Matrix } {
  const { diagonal, leftSingularVectors } = new SingularValueDecomposition(new Matrix(rows.map((row) => [...row])), {
    autoTranspose: true,
  });
  return { s: diagonal, u: leftSingularVectors };
}

function leftVectors({ u, s }: TruncatedSvd): Matrix {
  return Matrix.from1DArray(s.length === 0 ? 0 : u.length / s.length, s.length, u);
}

/** U U^T, which is the same for any basis of one subspace. */
function projector(u: Matrix): Matrix {
  return u.mmul(u.transpose());
}

describe("truncatedSvd()", () => {
  it("finds the singular values of a dense decomposition, largest first", () => {
    assert(
      property(matrix, integer({ min: 1, max: 8 }), (rows, rank) => {
        const dense = decomposeDensely(rows).s;
        const { s } = decompose(rows, rank);
        expect(s.length).toBeLessThanOrEqual(Math.min(rank, dense.length));
        const tolerance = 1e-4 * Math.max(1, dense[0] ?? 0);
        for (let at = 0; at < Math.min(rank, dense.length); at++) {
          expect(Math.abs((s[at] ?? 0) - (dense[at] ?? 0))).toBeLessThan(tolerance);
        }
      }),
    );
  });

  it("gives left singular vectors that are orthonormal", () => {
    assert(
      property(matrix, integer({ min: 1, max: 8 }), (rows, rank) => {
        const result = decompose(rows, rank);
        if (result.s.length === 0) return;
        const u = leftVectors(result);
        const off = Matrix.sub(u.transpose().mmul(u), Matrix.eye(result.s.length)).abs().max();
        expect(off).toBeLessThan(1e-9);
      }),
    );
  });

  it("keeps a subspace that loses no more of the matrix than the best of its rank", () => {
    assert(
      property(matrix, integer({ min: 1, max: 8 }), (rows, rank) => {
        const result = decompose(rows, rank);
        if (result.s.length === 0) return;
        const whole = new Matrix(rows);
        const lost = Matrix.sub(whole, projector(leftVectors(result)).mmul(whole)).norm("frobenius") ** 2;
        const least = decomposeDensely(rows)
          .s.slice(rank)
          .reduce((sum, value) => sum + value ** 2, 0);
        expect(lost).toBeCloseTo(least, 5);
      }),
    );
  });

  it("spans the subspace of a dense decomposition where the iteration keeps fewer vectors than documents", () => {
    const dense = decomposeDensely(LARGE);
    const result = decompose(LARGE, 4);
    for (const [at, value] of result.s.entries()) expect(value).toBeCloseTo(dense.s[at] ?? 0, 8);
    const difference = Matrix.sub(projector(leftVectors(result)), projector(dense.u.subMatrixColumn([0, 1, 2, 3])));
    expect(difference.abs().max()).toBeLessThan(1e-8);
  });

  it("gives the same result for the same input, to the bit", () => {
    assert(
      property(matrix, integer({ min: 1, max: 8 }), (rows, rank) => {
        expect(decompose(rows, rank)).toEqual(decompose(rows, rank));
      }),
      { numRuns: 25 },
    );
    expect(decompose(LARGE, 5)).toEqual(decompose(LARGE, 5));
  });

  it.each<[string, number[][], number]>([
    ["no documents", [], 3],
    [
      "nothing but zeros",
      [
        [0, 0],
        [0, 0],
      ],
      3,
    ],
    [
      "a rank of 0",
      [
        [1, 2],
        [3, 4],
      ],
      0,
    ],
  ])("finds no singular value in %s", (_case, rows, rank) => {
    expect(decompose(rows, rank)).toEqual({ u: new Float64Array(), s: new Float64Array() });
  });

  it("leaves out singular values that are too small to divide by", () => {
    expect(
      decompose(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        2,
      ).s,
    ).toHaveLength(1);
  });

  it("takes a single document", () => {
    const { u, s } = decompose([[3, 4]], 2);
    expect([...s]).toEqual([5]);
    expect(Math.abs(u[0] ?? 0)).toBeCloseTo(1, 12);
  });
});
