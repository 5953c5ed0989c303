import { foldText } from "./fold-text.ts";

/** Stands where a citation stood, until the text around it is mended. The scanner lets no control character through. */
const GONE = "\0";
const DASH = String.raw`[-\u2010-\u2015\u2212]`;
const MARKS = String.raw`\[\]【】［］〔〕⟦⟧`;
const OPEN = String.raw`[\[【［〔⟦]`;
const CLOSE = String.raw`[\]】］〕⟧]`;
const INSIDE = String.raw`[^${MARKS}]{0,80}`;
const BRACKETS = String.raw`${OPEN}(${INSIDE})${CLOSE}`;
/** Brackets that are still open, and may yet close around a citation. */
const OPEN_BRACKETS = new RegExp(String.raw`^(?:${OPEN}{1,2}${INSIDE}|${OPEN}{2}${INSIDE}${CLOSE})$`, "u");
const CLOSED_BRACKETS = new RegExp(
  String.raw`^(?:${OPEN}{2}(?<double>${INSIDE})${CLOSE}{2}|${OPEN}(?<single>${INSIDE})${CLOSE})`,
  "u",
);
const DOUBLED_BRACKETS = /\[{2,}([^[\]]{0,80})\]{2,}/gu;
/** Markup that may stand around a citation. */
const MARKUP = /^[*_^`]{0,3}/u;

/** What models put in brackets for a citation when they invent one: `1, 2`, `^3`, `ii`, `zz9`, `source 4`, `Smith et al., 2020`. */
const INVENTED = [
  /^\s*$/u,
  /^[\p{No}*†‡§]{1,3}$/u,
  /^(?:[ivx]{2,5}|[A-H])$/u,
  /^\^?\s*[1-9]\d{0,2}(?:\s*[,;–-]\s*\^?[1-9]\d{0,2})*$/u,
  /^\^?[a-z]{1,3}\d{1,3}(?:-\d*)?(?:\s*[,;]\s*[a-z]{1,3}\d{1,3}(?:-\d*)?)*$/iu,
  /^(?:sources?|citations?|cite|citation needed|refs?|references?|papers?|passages?|docs?|documents?|evidence|footnotes?|notes?|keys?)\s*[#:]?\s*\d{0,3}$/iu,
  /^\p{Lu}[\p{L}.,&'’ -]{1,60}\b(?:19|20)\d\d[a-z]?$/u,
];
const AUTHOR = String.raw`\p{Lu}[\p{L}'’-]+(?:,? (?:and|&) \p{Lu}[\p{L}'’-]+| et al\.?)?,? (?:19|20)\d\d[a-z]?`;
const AUTHORS = new RegExp(String.raw`[(（](?=[^()]*(?:,| et al| and |&))${AUTHOR}(?:; ${AUTHOR})*[)）]`, "gu");

/** Raised digits behind a word or alone are a footnote's; behind a letter or a unit they are a power. */
const RAISED_MARKS = /(?<=\p{Ll}{4})[⁰¹²³⁴-⁹]+(?=[.,;:!?…]|\s*$)|(?<=[.!?…]|\s)[⁰¹²³⁴-⁹]+(?=[\s.,;:!?…]|$)/gu;

const AND = String.raw`(?:[\s,;&${GONE}]|and|und|et|y|e|和|と)*`;
const GONE_BRACKETS = new RegExp(
  String.raw`[(（\[【［〔⟦]\s*(?:see|cf\.?|siehe|voir|passages?|sources?|papers?)?[\s:]*${GONE}(?:${AND}${GONE})?[\s.]*[)）\]】］〕⟧]`,
  "giu",
);
/** A bracket whose other half is missing. */
const HALF_BRACKETS = new RegExp(
  String.raw`${OPEN}\s*${GONE}(?!${INSIDE}${CLOSE})|(?<!${OPEN}${INSIDE})${GONE}\s*${CLOSE}`,
  "gu",
);
const GONE_RUN = new RegExp(String.raw`\s*${GONE}(?:${AND}${GONE})?\s*`, "gu");
const ACCORDING_TO = new RegExp(
  String.raw`^(?:according to|as (?:described|noted|reported|shown|stated) (?:in|by)|in|per|laut|nach|selon|d'après|según)\s*${GONE}\s*[,，]\s*`,
  "iu",
);
/** In front of these, nothing takes a citation's place. */
const NEEDS_NO_SPACE = /^(?:$|[.,;:!?…)\]}”’»。！？，、；：」』）]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u;

/** What is left of a sentence without its citations. */
export interface TakenOut {
  readonly text: string;
  /** The known keys that it cited, as they were given, in text order, each once. */
  readonly keys: readonly string[];
}

/** No key begins or ends within a word or a number. Chinese and Japanese put no space around it. */
const NOT_BEHIND_WORD = String.raw`(?<![\p{Script=Latin}\p{Nd}])`;
const NOT_BEFORE_WORD = String.raw`(?![\p{Script=Latin}\p{Nd}])`;

/**
 * Knows the keys of one request, in whatever shape a model repeats them: bare as they were given, or in brackets, there
 * also in other case and with stray spaces; and with a number that nobody gave.
 */
export class CitationKeys {
  readonly #known: ReadonlyMap<string, string>;
  readonly #key: RegExp;
  readonly #citation: RegExp;
  readonly #bare: RegExp;
  readonly #startOfBare: RegExp;
  readonly #parenthesized: RegExp;
  readonly #startOfParenthesized: RegExp;
  readonly #cutOff: RegExp;

  /** @param keys Each a prefix, a dash and a number. All have the same prefix. */
  constructor(keys: readonly string[]) {
    this.#known = new Map(keys.map((key) => [key.toLowerCase(), key]));
    const letters = (keys[0] ?? "")
      .replace(/-.*$/u, "")
      .split("")
      .map((char) => RegExp.escape(char));
    const prefix = letters.length === 0 ? "(?!)" : `(?i:${letters.join(String.raw`\s?`)})`;
    const key = String.raw`${NOT_BEHIND_WORD}${prefix}\s?${DASH}(?:\s?\d+|(?!\s?\d))${NOT_BEFORE_WORD}`;
    const start = `(?i:${startOf([...letters, DASH], String.raw`\s?`)})`;
    const bare = letters.length === 0 ? "(?!)" : `${letters.join("")}-`;
    const parenthesized = String.raw`[(（]\s*(?:${key}[\s,;&]*)+[)）]`;
    const halfBracketed = String.raw`(?<=${OPEN}\s*)${key}`;
    this.#key = new RegExp(key, "gu");
    this.#citation = new RegExp(
      String.raw`${BRACKETS}|${parenthesized}|${halfBracketed}|${NOT_BEHIND_WORD}${bare}\d*${NOT_BEFORE_WORD}`,
      "gu",
    );
    this.#bare = new RegExp(String.raw`^${bare}\d+(?=\D)${NOT_BEFORE_WORD}`, "u");
    this.#startOfBare = new RegExp(`^${startOf([...letters, "-"], "")}$`, "u");
    this.#parenthesized = new RegExp(`^${parenthesized}`, "u");
    this.#startOfParenthesized = new RegExp(String.raw`^[(（]\s*(?:${key}[\s,;&]*)*(?:${start})?$`, "u");
    this.#cutOff = new RegExp(String.raw`[(（\[【［〔⟦][\s,;${GONE}]*(?:${start})?$`, "u");
  }

  /**
   * How much of what follows a sentence is a citation.
   *
   * @param text Not empty; white space aside, what follows the terminator.
   * @returns 0 if it begins with none, undefined while more text is needed to tell.
   */
  citationLength(text: string): number | undefined {
    const markup = MARKUP.exec(text)?.[0].length ?? 0;
    const rest = text.slice(markup);
    if (rest === "" || this.#startOfBare.test(rest)) return undefined;
    if (/^[(（]/u.test(rest)) {
      const closed = this.#parenthesized.exec(rest);
      if (closed !== null) return markup + closed[0].length;
      return this.#startOfParenthesized.test(rest) ? undefined : 0;
    }
    if (OPEN_BRACKETS.test(rest)) return undefined;
    const bare = this.#bare.exec(rest);
    if (bare !== null) return markup + bare[0].length;
    const closed = CLOSED_BRACKETS.exec(rest);
    if (closed === null) return 0;
    const inside = closed.groups?.["double"] ?? closed.groups?.["single"] ?? "";
    return this.#isCitation(inside) ? markup + closed[0].length : 0;
  }

  /**
   * Takes the citations out of a sentence, made-up ones and halves too, and closes the gaps.
   *
   * @param text Without control characters.
   */
  takeOut(text: string): TakenOut {
    const found: string[] = [];
    let rest = text.replaceAll(DOUBLED_BRACKETS, "[$1]");
    // What is taken out of the middle of brackets may leave another citation: "[q7-[1]1]".
    for (let before = ""; before !== rest;) {
      before = rest;
      rest = closeGaps(this.#markGaps(rest, found));
    }
    const keys = found
      .map((key) => this.#known.get(key.replaceAll(/\s/gu, "").replace(new RegExp(DASH, "u"), "-").toLowerCase()))
      .filter((key) => key !== undefined);
    return { text: rest, keys: [...new Set(keys)] };
  }

  /** @param found Takes in the keys. */
  #markGaps(text: string, found: string[]): string {
    return text
      .replaceAll(this.#citation, (match, inside: string | undefined) => {
        if (inside !== undefined && !this.#isCitation(inside)) return match;
        found.push(...(match.match(this.#key) ?? []));
        return GONE;
      })
      .replaceAll(AUTHORS, GONE)
      .replaceAll(RAISED_MARKS, GONE)
      .replaceAll(GONE_BRACKETS, GONE)
      .replace(this.#cutOff, GONE)
      .replaceAll(HALF_BRACKETS, GONE);
  }

  #isCitation(inside: string): boolean {
    return inside.search(this.#key) !== -1 || INVENTED.some((form) => form.test(foldText(inside).trim()));
  }
}

function closeGaps(text: string): string {
  const opened = text.replace(ACCORDING_TO, "");
  const sentence = opened === text ? text : capitalize(opened);
  return sentence
    .replaceAll(GONE_RUN, (gap: string, offset: number) =>
      offset === 0 || NEEDS_NO_SPACE.test(sentence.slice(offset + gap.length, offset + gap.length + 2)) ? "" : " ",
    )
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[\s,;:]+|[\s,;]+$/gu, "");
}

/** A pattern for the beginnings of a key: each part but the first only behind the one before. */
function startOf(parts: readonly string[], gap: string): string {
  return parts.reduceRight((rest, part) => `${part}${gap}(?:${rest})?`, String.raw`\d*`);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
