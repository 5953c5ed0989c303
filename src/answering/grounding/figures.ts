import { foldText } from "./fold-text.ts";
import { codeNamesIn } from "./names.ts";
import { numberPhrasesIn } from "./number-phrases.ts";
import { PASSAGE_WORDS, SCALES } from "./number-words.ts";

/** A quantity in a text. */
export interface Figure {
  /** What it may be worth: "1.080" is 1.08 in English and 1080 in German. Never empty. */
  readonly values: readonly number[];
  /** What it counts, as far as the words behind it tell: "two" of "two papers". Absent for digits, and for "twice". */
  readonly counted?: string;
  /** Names that its digits may belong to, with the letters behind them and the word before: "30B", "LLaMA 2". */
  readonly names: readonly string[];
}

const LATIN = String.raw`\p{Script=Latin}\p{Script=Greek}`;
/**
 * Digits that no letter is before, unless it says how often ("x10", "3x3"), and that are nobody's power, with their
 * decimals, groups and powers.
 */
const DIGITS = new RegExp(
  String.raw`(?:(?<![${LATIN}\p{N}]|[${LATIN}\p{N})\]}|]\^-?)|(?<=(?<![${LATIN}])x))(?:\d+(?:[.,]\d+)*|\.\d+)(?:e[+-]?\d+(?![${LATIN}\p{N}])|\^-?\d+)?`,
  "giu",
);
/** In characters: what stands behind a figure, as far as it matters. */
const BEHIND = 40;
const MAGNITUDES = /^ orders? of magnitude\b/iu;
const LETTERS = new RegExp(`^[${LATIN}]+`, "u");
const WORD_BEFORE = /[\p{L}\p{N}-]+\s$/u;
const GROUPS = /\d{1,3}(?: \d{3})+(?!\d)/gu;
const NUMBERING = /^\(?\d{1,2}[.)]\s+/u;

/**
 * Reads the quantities of a text: digits that are no part of a name, with "billion", "k" and the like, and numbers in
 * words. Signs, units and percent are not read, nor is the numbering of a list.
 *
 * @param side A sentence may be in any language; a passage is English, and "half" in it supports "50%".
 */
export function figuresIn(text: string, side: "sentence" | "passage"): Figure[] {
  const folded = withoutNumbering(foldText(text));
  const plain = withoutNames(folded);
  const joined = side === "sentence" ? joinedGroups(plain) : new Map<number, number>();
  const digits = [...plain.matchAll(DIGITS)].flatMap(({ 0: literal, index }) => {
    const behind = plain.slice(index + literal.length, index + literal.length + BEHIND);
    const names = namesAround(folded, index, literal);
    return readings(literal, side).map((values) => ({
      values: [...scaled(values, behind), ...valueAt(joined, index)],
      names,
    }));
  });
  const words = numberPhrasesIn(plain).map(({ index, text: phrase, value, isCount }) => {
    const behind = plain.slice(index + phrase.length, index + phrase.length + BEHIND);
    return {
      values: scaled([value], behind),
      names: [],
      ...(isCount && { counted: behind }),
    };
  });
  return side === "sentence" ? [...digits, ...words] : [...digits, ...words, ...looseFigures(plain)];
}

function namesAround(text: string, index: number, literal: string): string[] {
  const end = index + literal.length;
  const letters = LETTERS.exec(text.slice(end, end + 10))?.[0] ?? "";
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? "";
  return [...(letters === "" ? [] : [literal + letters]), ...(before === "" ? [] : [before + literal + letters])];
}

/** Blanks the names and `n^2`, so that their digits count for nothing and all else keeps its place. */
function withoutNames(text: string): string {
  let rest = text;
  for (const { name, index } of codeNamesIn(text))
    rest = rest.slice(0, index) + " ".repeat(name.length) + rest.slice(index + name.length);
  return rest.replaceAll(/(?<=\p{L})\^-?\d+/gu, (power) => " ".repeat(power.length));
}

/** "(1) … (2) …" counts what a sentence lists, if it begins with 1 and goes on. */
function withoutNumbering(text: string): string {
  const isList = /\(1\).*\(2\)/u.test(text);
  return (isList ? text.replaceAll(/\(\d\)/gu, " ") : text).replace(NUMBERING, "");
}

/** What digits grouped by spaces may be worth together ("12 400"), by where each group stands. */
function joinedGroups(text: string): Map<number, number> {
  const joined = new Map<number, number>();
  for (const { 0: groups, index } of text.matchAll(GROUPS))
    for (const group of groups.matchAll(/\d+/gu)) joined.set(index + group.index, Number(groups.replaceAll(" ", "")));
  return joined;
}

function valueAt(values: ReadonlyMap<number, number>, index: number): number[] {
  const value = values.get(index);
  return value === undefined ? [] : [value];
}

/** @returns For each figure in the literal (a version has several) what it may be worth, the English reading first. */
function readings(literal: string, side: "sentence" | "passage"): number[][] {
  const power = /^(.*)\^(-?\d+)$/u.exec(literal);
  if (power !== null) return [[round(Number(power[1]) ** Number(power[2]))]];
  const values: number[] = [];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(literal)) values.push(Number(literal.replaceAll(",", "")));
  if (/^\d*\.?\d+(?:e[+-]?\d+)?$/iu.test(literal)) values.push(round(Number(literal)));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(literal))
    values.push(Number(literal.replaceAll(".", "").replace(",", ".")));
  if (/^\d+,\d+$/u.test(literal)) values.push(Number(literal.replace(",", ".")));
  if (values.length === 0) return (literal.match(/\d+/gu) ?? []).map((part) => [Number(part)]);
  return [side === "passage" ? values.slice(0, 1) : values];
}

/** With what the word or letter behind a number multiplies it with; more than one value where the letter may be a unit. */
function scaled(values: readonly number[], behind: string): number[] {
  if (MAGNITUDES.test(behind)) return values.flatMap((value) => [value, 10 ** value]);
  const scales = SCALES.find(([pattern]) => pattern.test(behind))?.[1] ?? [1];
  return values.flatMap((value) => scales.map((scale) => round(value * scale)));
}

function looseFigures(text: string): Figure[] {
  return PASSAGE_WORDS.filter(([pattern]) => pattern.test(text)).map(([, values]) => ({
    values,
    names: [],
  }));
}

/** 2.7 times a billion is 2700000000.0000005 in binary. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
