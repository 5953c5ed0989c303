/** How long some work takes, in milliseconds: for inputs made to send a regular expression astray. */
export function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Texts of `length` characters that people send to see whether a pattern backtracks for ever. */
export function hostileTexts(length: number): readonly (readonly [name: string, text: string])[] {
  const pieces: readonly (readonly [string, string])[] = [
    ["a question word over and over", "how many "],
    ["counts joined by and", "how many cats and dogs and "],
    ["one word that never ends", "a"],
    ["a compound that never ends", "a-"],
    ["capitals", "Aa "],
    ["a chain of choices", "a or B "],
    ["an attribute over and over", "learning rate "],
    ["a price that is never asked", "what did "],
    ["a comparison that is never made", "how do "],
    ["open brackets", "([{"],
    ["blanks", " "],
    ["blank lines", "\n"],
    ["full stops", ". "],
    ["commas", ","],
    ["slashes", "/"],
    ["emoji", "🧵"],
  ];
  return pieces.map(([name, piece]) => [name, piece.repeat(Math.ceil(length / piece.length)).slice(0, length)]);
}
