/** Words that count things. One is left out, which is mostly an article, and so is what means something else elsewhere. */
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...countFrom(2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"),
  ...countFrom(17, "seventeen eighteen nineteen"),
  ...countFrom(2, "zwei drei vier fünf sechs sieben acht neun zehn"),
  ...countFrom(12, "zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"),
  ...germanCompounds(),
  ...countFrom(2, "deux trois quatre cinq"),
  ...countFrom(7, "sept huit"),
  ...countFrom(10, "dix onze douze treize quatorze quinze"),
  ...countFrom(17, "dix-sept dix-huit dix-neuf"),
  ...countFrom(2, "dos tres cuatro cinco seis siete ocho nueve diez"),
  ...countFrom(12, "doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"),
  ...countFrom(21, "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho"),
  ["veintinueve", 29],
]);

/** Numbers that others may stand behind: "twenty-one", "quatre-vingt-onze". */
export const TENS: ReadonlyMap<string, number> = new Map([
  ...countTens(20, "twenty thirty forty fifty sixty seventy eighty ninety"),
  ...countTens(20, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert"),
  ...countTens(20, "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix cent"),
  ...countTens(20, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien"),
  ["quatre-vingts", 80],
  ["ciento", 100],
]);

/** What is a number behind tens alone. */
export const BEHIND_TENS: ReadonlyMap<string, number> = new Map([
  ...CARDINALS,
  ...["one", "un", "une", "uno"].map((word) => [word, 1] as const),
  ["neuf", 9],
  ["seize", 16],
]);

/** Words that multiply. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ...countFrom(2, "twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold"),
  ...countFrom(2, "double triple quadruple"),
  ...countFrom(2, "doubles triples quadruples"),
  ...countFrom(2, "doubled tripled quadrupled"),
  ...countFrom(2, "twice thrice"),
  ...countFrom(2, "doppelt dreifach vierfach"),
  ["doubling", 2],
]);

/** What passages also say a figure with; too loose to hold a sentence to. */
export const PASSAGE_WORDS: readonly (readonly [pattern: RegExp, values: readonly number[]])[] = [
  [/\b(?:one|single)\b/iu, [1]],
  [/\b(?:half|halv(?:e|es|ed|ing))\b/iu, [0.5, 2, 50]],
  [/\bthirds?\b/iu, [3]],
  [/\bquarters?\b/iu, [0.25, 4, 25]],
  [/\bdozens\b/iu, [12]],
  [/\bhundreds\b/iu, [100]],
  [/\bthousands\b/iu, [1000]],
  [/\border of magnitude\b/iu, [10]],
  [/\bquadratic/iu, [2]],
  [/\bcubic/iu, [3]],
];

/** Scales that are figures with no number before them: "a million", "trillion-parameter". */
export const BARE_SCALES =
  "hundred thousand million billion trillion quadrillion dozen tausend dutzend mille mil".split(" ");

/** What may stand behind a number, and what it multiplies it with. The first that fits counts. */
export const SCALES: readonly (readonly [behind: RegExp, factors: readonly number[]])[] = [
  [/^k(?![\p{Script=Latin}\p{N}])/iu, [1e3]],
  [/^M(?![\p{Script=Latin}\p{N}])/u, [1e6]],
  [/^(?:B|bn)(?![\p{Script=Latin}\p{N}])/u, [1e9]],
  // May be metres, bits or tesla.
  [/^m(?![\p{Script=Latin}\p{N}])/u, [1, 1e6]],
  [/^b(?![\p{Script=Latin}\p{N}])/u, [1, 1e9]],
  [/^T(?![\p{Script=Latin}\p{N}])/u, [1, 1e12]],
  [/^[ -]?(?:dozens?|dutzend)\b/iu, [12]],
  [/^[ -]?hundreds?\b/iu, [100]],
  [/^[ -]?mil millones\b/iu, [1e9]],
  [/^[ -]?(?:thousands?|tausend|mille|mil)\b/iu, [1e3]],
  [/^[ -]?(?:millions?|millionen|mio|millones|millón)\b/iu, [1e6]],
  [/^[ -]?(?:billions?|milliarden?|mrd|milliards?)\b/iu, [1e9]],
  [/^[ -]?(?:trillions?|billionen|billones)\b/iu, [1e12]],
  [/^[ -]?(?:quadrillions?|billiarden?)\b/iu, [1e15]],
  [/^ ?百[万萬]/u, [1e6]],
  [/^ ?千[万萬]/u, [1e7]],
  [/^ ?[万萬]/u, [1e4]],
  [/^ ?[亿億]/u, [1e8]],
  [/^ ?兆/u, [1e12]],
  [/^ ?千/u, [1e3]],
];

type Numbers = readonly (readonly [word: string, value: number])[];

function countFrom(first: number, words: string, step = 1): Numbers {
  return words.split(" ").map((word, place) => [word, first + place * step]);
}

function countTens(first: number, words: string): Numbers {
  return countFrom(first, words, 10);
}

/** "zweiundzwanzig", "zweihundert" and "zweitausend". */
function germanCompounds(): Numbers {
  const units = countFrom(1, "ein zwei drei vier fünf sechs sieben acht neun");
  const tens = countTens(20, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
  return units.flatMap(([unit, value]) => [
    ...tens.map(([ten, added]) => [`${unit}und${ten}`, value + added] as const),
    [`${unit}hundert`, value * 100] as const,
    [`${unit}tausend`, value * 1000] as const,
  ]);
}
