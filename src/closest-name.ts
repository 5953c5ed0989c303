/**
 * Finds the name that a misspelt one most likely meant: the one with the smallest Levenshtein distance.
 *
 * @param names At least one.
 * @returns The closest name, the first of those equally close.
 */
export function closestName(misspelt: string, names: readonly string[]): string {
  const distances = names.map((name) => editDistance(misspelt, name));
  return names[distances.indexOf(Math.min(...distances))] ?? "";
}

/** @see {@link https://en.wikipedia.org/wiki/Levenshtein_distance#Iterative_with_two_matrix_rows} */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of from.split("").entries()) {
    const next = [index + 1];
    for (const [column, other] of to.split("").entries()) {
      const substituted = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
