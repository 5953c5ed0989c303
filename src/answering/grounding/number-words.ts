/**
 * Words for numbers. One is left out, which is mostly an article, and so are words that mean something else in another of
 * these languages ("once", "elf", "neuf").
 */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...countFrom(2, "two three four five six seven eight nine ten eleven twelve"),
    ...countFrom(2, "twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold"),
    ...countFrom(2, "zwei drei vier fünf sechs sieben acht neun zehn"),
    ...countFrom(2, "deux trois quatre cinq"),
    ...countFrom(2, "dos tres cuatro cinco seis siete ocho nueve diez"),
    twice: 2,
    double: 2,
    doubles: 2,
    doubled: 2,
    doubling: 2,
    thrice: 3,
    triple: 3,
    triples: 3,
    tripled: 3,
    quadruple: 4,
    quadruples: 4,
    sept: 7,
    huit: 8,
    dix: 10,
    zwölf: 12,
    douze: 12,
    doce: 12,
    doppelt: 2,
    dreifach: 3,
    vierfach: 4,
  }),
);

/** What passages also say a figure with; too loose to hold a sentence to. */
export const PASSAGE_WORDS: readonly (readonly [pattern: RegExp, values: readonly number[]])[] = [
  [/\b(?:one|single)\b/iu, [1]],
  [/\b(?:half|halv(?:e|es|ed|ing))\b/iu, [0.5, 2, 50]],
  [/\bthirds?\b/iu, [3]],
  [/\bquarters?\b/iu, [0.25, 4, 25]],
  [/\bdozens?\b/iu, [12]],
  [/\bhundreds?\b/iu, [100]],
  [/\bthousands?\b/iu, [1000]],
  [/\ban? million\b|\bone million\b/iu, [1e6]],
  [/\ban? billion\b|\bone billion\b/iu, [1e9]],
  [/\border of magnitude\b/iu, [10]],
  [/\btwo orders of magnitude\b/iu, [100]],
  [/\bthree orders of magnitude\b/iu, [1000]],
  [/\bquadratic/iu, [2]],
  [/\bcubic/iu, [3]],
];

/** What may stand behind a number, and what it multiplies it with. The first that fits counts. */
export const SCALES: readonly (readonly [behind: RegExp, factors: readonly number[]])[] = [
  [/^k(?![\p{Script=Latin}\p{N}])/iu, [1e3]],
  [/^M(?![\p{Script=Latin}\p{N}])/u, [1e6]],
  [/^(?:B|bn)(?![\p{Script=Latin}\p{N}])/u, [1e9]],
  // May be metres, bits or tesla.
  [/^m(?![\p{Script=Latin}\p{N}])/u, [1, 1e6]],
  [/^b(?![\p{Script=Latin}\p{N}])/u, [1, 1e9]],
  [/^T(?![\p{Script=Latin}\p{N}])/u, [1, 1e12]],
  [/^[ -]?hundred\b/iu, [100]],
  [/^[ -]?mil millones\b/iu, [1e9]],
  [/^[ -]?(?:thousand|tausend|mille|mil)\b/iu, [1e3]],
  [/^[ -]?(?:millions?|millionen|mio|millones|millón)\b/iu, [1e6]],
  [/^[ -]?(?:billions?|milliarden?|mrd|milliards?)\b/iu, [1e9]],
  [/^[ -]?(?:trillions?|billionen|billones)\b/iu, [1e12]],
  [/^ ?百[万萬]/u, [1e6]],
  [/^ ?千[万萬]/u, [1e7]],
  [/^ ?[万萬]/u, [1e4]],
  [/^ ?[亿億]/u, [1e8]],
  [/^ ?兆/u, [1e12]],
  [/^ ?千/u, [1e3]],
];

function countFrom(first: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, place) => [word, first + place]));
}
