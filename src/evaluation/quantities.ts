/** Words up to twelve that people write for numbers. "One" is left out: it is more often a pronoun. */
const NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

// A number that stands for a quantity: not the tail of a name ("H100", "v1.5"), with what follows it ("11x", "18k") aside.
const QUANTITY = /(?<![\p{L}\p{N}.])\d+(?:\.\d+)?/gu;

/** Folds a text so that spellings compare equal: NFKC, lower case, 1,080 as 1080, nine as 9. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replaceAll(/\p{L}+/gu, (word) => {
      const index = NUMBER_WORDS.indexOf(word);
      return index === -1 ? word : String(index + 2);
    });
}

/** The numbers of a folded text by their value: 80.0 and 80 are one. */
export function quantities(foldedText: string): Set<number> {
  return new Set((foldedText.match(QUANTITY) ?? []).map(Number));
}
