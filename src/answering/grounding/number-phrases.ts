import { BARE_SCALES, BEHIND_TENS, CARDINALS, MULTIPLES, TENS } from "./number-words.ts";

/** A number in words. */
export interface NumberPhrase {
  readonly index: number;
  /** Without the scale behind it; empty for a scale with no number before it. */
  readonly text: string;
  readonly value: number;
  /** Whether it counts things, and says not how often or how many times as much. */
  readonly isCount: boolean;
}

const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{N}]`;
const ANY = anyOf([...CARDINALS.keys(), ...MULTIPLES.keys()]);
const TENS_AND_MORE = String.raw`${anyOf(TENS.keys())}(?:(?:[ -]|[ -]et[ -]| y )${anyOf(BEHIND_TENS.keys())}(?!${LETTER}))?`;
const SMALL = `(?:${TENS_AND_MORE}|${ANY})`;
const SCALE = anyOf(BARE_SCALES);
const PHRASE = new RegExp(
  String.raw`(?<!${LETTER}|\b(?:per|pour|por) )(?:(?<phrase>${SMALL}(?:[ -]hundred(?: and)?[ -]${SMALL}(?!${LETTER}))?)(?<scales>(?:[ -]${SCALE})*)|(?<!\d[ -]?)${SCALE})(?!${LETTER})`,
  "giu",
);
const PIECE = new RegExp(
  `hundred(?!${LETTER})|${anyOf([...TENS.keys(), ...BEHIND_TENS.keys(), ...MULTIPLES.keys()])}(?!${LETTER})`,
  "giu",
);
const HAN_DIGITS = "零一二三四五六七八九";
const HAN_TENS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
/** Chinese and Japanese numerals of one character count only with a counter behind them: 三倍, 两种. */
const HAN =
  /(?:[二两兩三四五六七八九][十百千]|十[一二三四五六七八九]|一[百千])[零一二三四五六七八九十百千]*|[二两兩三四五六七八九十](?=[倍个個种種つ项項])/gu;
/** Two capitals of these are seldom anything else; longer ones are names. */
const ROMAN = /(?<![\p{L}\p{N}-])X(?:V|I|X)(?= \p{Ll})/gu;
const ROMANS: ReadonlyMap<string, number> = new Map([
  ["XI", 11],
  ["XV", 15],
  ["XX", 20],
]);

/**
 * Reads the numbers that a text has in words, in six languages: "ninety-nine", "fifteen hundred", "a million", "XV".
 *
 * @param text Folded.
 */
export function numberPhrasesIn(text: string): NumberPhrase[] {
  const words = [...text.matchAll(PHRASE)].map(({ index, groups }) => {
    const phrase = groups?.["phrase"] ?? "";
    return { index, text: phrase, value: valueOf(phrase), isCount: CARDINALS.has(phrase.toLowerCase()) };
  });
  const han = [...text.matchAll(HAN)].map(({ 0: numeral, index }) => ({
    index,
    text: numeral,
    value: hanValueOf(numeral),
    isCount: true,
  }));
  const romans = [...text.matchAll(ROMAN)].map(({ 0: numeral, index }) => ({
    index,
    text: numeral,
    value: ROMANS.get(numeral) ?? 0,
    isCount: false,
  }));
  return [...words, ...han, ...romans];
}

/** @returns 1 for no number. */
function valueOf(phrase: string): number {
  let total = 0;
  for (const [piece] of phrase.toLowerCase().matchAll(PIECE))
    total =
      piece === "hundred"
        ? total * 100
        : total + (TENS.get(piece) ?? BEHIND_TENS.get(piece) ?? MULTIPLES.get(piece) ?? 0);
  return total === 0 ? 1 : total;
}

function hanValueOf(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const char of numeral.replaceAll(/[两兩]/gu, "二")) {
    const ten = HAN_TENS.get(char);
    if (ten === undefined) digit = HAN_DIGITS.indexOf(char);
    else {
      total += (digit === 0 ? 1 : digit) * ten;
      digit = 0;
    }
  }
  return total + digit;
}

/** Longest first: "quatre-vingt-dix" before "quatre". */
function anyOf(words: Iterable<string>): string {
  return `(?:${[...words].toSorted((a, b) => b.length - a.length).join("|")})`;
}
