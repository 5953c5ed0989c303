import type { CitationKeys } from "./citation-keys.ts";

/** A sentence as it was written, with the keys behind it. */
export interface ScannedSentence {
  /** Blank where a line holds nothing. */
  readonly raw: string;
  readonly startsLine: boolean;
  readonly endsLine: boolean;
  /** Whether it went on after {@link LONGEST_SENTENCE} characters; `raw` has no more of it. */
  readonly isOverlong: boolean;
}

/** In characters. The longest sentence of an abstract has some 600. */
export const LONGEST_SENTENCE = 2000;

const TERMINATORS = ".!?…。！？";
/** These end a sentence with no white space behind them. */
const FULL_WIDTH = "。！？";
/** What may stand between a terminator and the white space: quotes, brackets and markup that close. */
const CLOSERS = "\"'”’“»«›‹❞)]}）」』】〕⟧*_`";
const ABBREVIATION =
  /(?:^|[\s.([“„«"'])(?:\p{L}|e\.g|i\.e|vs|cf|al|approx|resp|Figs?|Sec|Tab|Eqs?|Dr|Prof|St|bzw|ca|vgl|Nr|ex|env|ej|aprox)\.$/u;
/** The number of a list item, not of a sentence. */
const NUMBERING = /^[\s#>*_-]*\(?\d{1,3}\.[*_]*$/u;
/** Most likely a citation: "… [q7-1]. mAP rises". */
const BEHIND_BRACKETS = /[\]】］〕⟧][.!?…]+$/u;
/** How much of a sentence's end tells whether its full stop belongs to an abbreviation. */
const ENDING = 16;
const NEVER_SHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/**
 * Cuts a growing text into sentences, a character at a time, so that the same text is cut the same way whatever chunks it
 * comes in. A sentence ends at a line's end, or at a terminator with white space and something that is no key behind it;
 * keys directly behind the terminator belong to it. An abbreviation, a decimal or a lower-case letter behind goes on.
 * Control characters and what turns the direction of text are left out.
 */
export class SentenceScanner {
  readonly #keys: CitationKeys;
  #done: ScannedSentence[] = [];
  #state: "body" | "closing" | "after" = "body";
  #body = "";
  #isOverlong = false;
  #startsLine = true;
  /** What stands after the terminator and may yet become a citation. */
  #tail = "";
  #isFullWidth = false;
  #isAbbreviation = false;
  #isSpaced = false;
  #isCited = false;
  /** The first half of a character that two chunks share. */
  #half = "";

  constructor(keys: CitationKeys) {
    this.#keys = keys;
  }

  /** @returns The sentences that are now known to be complete, in text order. */
  push(chunk: string): ScannedSentence[] {
    const text = this.#half + chunk;
    this.#half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? "";
    // A half by itself is never shown; it is read again with the other.
    for (const char of text) this.#read(char);
    return this.#done.splice(0);
  }

  /** @returns What is left when no more text comes. */
  end(): ScannedSentence[] {
    this.#endLine();
    return this.#done.splice(0);
  }

  #read(char: string): void {
    if (char === "\n") this.#endLine();
    else if (char === "\t") this.#step(" ");
    else if ((char >= " " && char <= "~") || !NEVER_SHOWN.test(char)) this.#step(char);
  }

  #step(char: string): void {
    if (this.#state === "after") this.#readTail(char);
    else if (TERMINATORS.includes(char)) {
      this.#append(char);
      this.#state = "closing";
      this.#isFullWidth ||= FULL_WIDTH.includes(char);
    } else if (this.#state === "body") this.#append(char);
    else if (CLOSERS.includes(char)) this.#append(char);
    else {
      const ending = this.#body.slice(-ENDING);
      this.#isCited = BEHIND_BRACKETS.test(ending);
      this.#isAbbreviation = ABBREVIATION.test(ending) || NUMBERING.test(this.#body);
      this.#state = "after";
      this.#readTail(char);
    }
  }

  #readTail(char: string): void {
    if (this.#tail === "" && /\s/u.test(char)) this.#isSpaced = true;
    else if (this.#tail !== "" || !this.#isCited || !",.;".includes(char)) {
      this.#tail += char;
      const length = this.#keys.citationLength(this.#tail);
      if (length !== undefined) this.#settleTail(length);
    }
  }

  /** @param length How much of the tail is a citation: 0 for none. */
  #settleTail(length: number): void {
    const tail = this.#tail;
    this.#tail = "";
    if (length === 0) {
      this.#resume(tail);
      return;
    }
    this.#append(` ${tail.slice(0, length)}`);
    this.#isCited = true;
    for (const char of tail.slice(length)) this.#step(char);
  }

  /** Goes on with what turned out to be no citation: the next sentence, or more of this one. */
  #resume(text: string): void {
    const isSpaced = this.#isSpaced;
    if (this.#endsBefore(text)) this.#finish(false);
    else this.#continue();
    if (isSpaced && this.#body !== "") this.#append(" ");
    for (const char of text) this.#step(char);
  }

  #endsBefore(text: string): boolean {
    if (this.#isFullWidth) return true;
    if (this.#isAbbreviation) return false;
    return this.#isCited || (this.#isSpaced && !/^\p{Ll}/u.test(text));
  }

  #endLine(): void {
    // A tail that is given up may hold the beginning of another.
    while (this.#tail !== "") this.#settleTail(0);
    this.#finish(true);
  }

  #finish(endsLine: boolean): void {
    this.#done.push({ raw: this.#body, startsLine: this.#startsLine, endsLine, isOverlong: this.#isOverlong });
    this.#body = "";
    this.#isOverlong = false;
    this.#startsLine = endsLine;
    this.#continue();
  }

  #continue(): void {
    this.#state = "body";
    this.#isFullWidth = false;
    this.#isAbbreviation = false;
    this.#isSpaced = false;
    this.#isCited = false;
  }

  #append(text: string): void {
    if (this.#body.length + text.length <= LONGEST_SENTENCE) this.#body += text;
    else this.#isOverlong = true;
  }
}
