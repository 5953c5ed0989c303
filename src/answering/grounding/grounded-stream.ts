import type { Evidence, PartialAnswer, RemovedSentence } from "../../domain/answer.ts";
import type { Paper } from "../../domain/paper.ts";
import { detectLanguage } from "../languages.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { AnswerText } from "./answer-text.ts";
import type { Place } from "./answer-text.ts";
import { CitationKeys } from "./citation-keys.ts";
import { Footnotes } from "./footnotes.ts";
import { plainWords } from "./fold-text.ts";
import type { KnownTitles } from "./known-titles.ts";
import { plainMarkup } from "./plain-markup.ts";
import { PromptGuard } from "./prompt-guard.ts";
import { proveSentence } from "./prove-sentence.ts";
import type { Rules } from "./prove-sentence.ts";
import { SentenceScanner } from "./sentence-scanner.ts";
import type { ScannedSentence } from "./sentence-scanner.ts";
import { Source } from "./source.ts";
import { verdictWord } from "./verdict-word.ts";

/** One paper as the model was shown it. */
export interface Passage {
  /** A prefix, a dash and a number; all passages of a request share the prefix. */
  readonly key: string;
  readonly paper: Paper;
  /** In text order. A passage without any supports nothing. */
  readonly evidence: readonly Evidence[];
}

export interface GroundingOptions {
  readonly passages: readonly Passage[];
  /** Every title that the corpus has, prepared once per corpus. */
  readonly titles: KnownTitles;
  readonly vocabulary: Vocabulary;
  /** What must never be shown: the nonce of the request and the like. */
  readonly secrets: readonly string[];
  /** The text of the instructions: a sentence that repeats six words running of them is removed. */
  readonly instructions: string;
  /** Lines without a claim that may stand above cited ones, such as `Problem`. Compared without case, markup and colon. */
  readonly headings?: readonly string[];
}

/** What is left of a model's answer once every sentence is proved. */
export interface Grounded extends PartialAnswer {
  /** In the order in which they were judged. */
  readonly removed: readonly RemovedSentence[];
  /**
   * `nothing`: no sentence was proved, and the model did not say that it has no answer. Where some sentence was, the
   * verdict is `answered`, whatever the model said behind it.
   */
  readonly verdict: "answered" | "unanswerable" | { readonly notStated: Paper } | "nothing";
}

/** A sentence as it would be shown, without its marks. */
interface Claim {
  /** The yes or no before it, with a space behind; empty for none. */
  readonly opening: string;
  readonly text: string;
  readonly place: Place;
  readonly isEnglish: boolean;
}

/** In characters: some lines of a list, from which their language is told. */
const RECENT = 400;
/** Says nothing that can be proved, and belongs to the sentence behind it. */
const YES_OR_NO = /^(?:yes|no|ja|nein|oui|non|sí|si|はい|いいえ|是|是的|不|不是|否)[.!。！]?$/iu;
/** What a line that labels citations and says nothing else begins with: "Sources: [q7-1]". */
const LABEL = /^(?:sources?|citations?|references?|quellen?|fuentes?)\W*$/iu;

/**
 * Releases what a language model streams, a sentence at a time, once the passages which it cites prove it. The same text
 * gives the same answer whatever chunks it comes in, and what is released is never taken back.
 */
export class GroundedStream {
  readonly #keys: CitationKeys;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #headings: ReadonlyMap<string, string>;
  readonly #rules: Rules;
  readonly #scanner: SentenceScanner;
  readonly #footnotes: Footnotes;
  readonly #answer = new AnswerText();
  readonly #removed: RemovedSentence[] = [];
  #place: Place = { line: 0, paragraph: 0, isItem: false };
  /** Sentences without a key, which wait for one that has. */
  #held: Claim[] = [];
  /** A yes or no, which waits for the sentence behind it. */
  #opening = "";
  /** The end of what was read. */
  #recent = "";
  /** Said once the model has no answer; nothing counts from there. */
  #verdict: "unanswerable" | "not-stated" | undefined;
  #notStated: Paper | undefined;

  constructor(options: GroundingOptions) {
    const { passages, titles, vocabulary, headings = [] } = options;
    this.#keys = new CitationKeys(passages.map(({ key }) => key));
    this.#sources = new Map(passages.map(({ key, paper, evidence }) => [key, new Source(paper, evidence, vocabulary)]));
    this.#headings = new Map(headings.map((heading) => [plainWords(heading).join(" "), heading]));
    this.#rules = { titles, vocabulary, guard: new PromptGuard(options.instructions, options.secrets) };
    this.#scanner = new SentenceScanner(this.#keys);
    this.#footnotes = new Footnotes(vocabulary);
  }

  /** As much as is proved: every text begins with the one before it. */
  get partial(): PartialAnswer {
    return { text: this.#answer.text, citations: this.#footnotes.citations };
  }

  /**
   * Takes in what the model wrote next.
   *
   * @returns Whether more of the answer is proved now.
   */
  push(chunk: string): boolean {
    const before = this.#answer.text;
    for (const sentence of this.#scanner.push(chunk)) this.#read(sentence);
    return this.#answer.text !== before;
  }

  /** Takes in that the model has ended. Call it once, and nothing after it. */
  end(): Grounded {
    for (const sentence of this.#scanner.end()) this.#read(sentence);
    return this.cut();
  }

  /** Takes in that the model was interrupted: the sentence that it was at is none. Call it once, and nothing after it. */
  cut(): Grounded {
    this.#dropHeld();
    return { ...this.partial, removed: this.#removed, verdict: this.#finalVerdict() };
  }

  #finalVerdict(): Grounded["verdict"] {
    if (this.#answer.text !== "") return "answered";
    if (this.#verdict === "unanswerable") return "unanswerable";
    if (this.#verdict === undefined) return "nothing";
    // The only passage there is must be the one that is meant.
    const [only, ...others] = this.#sources.values();
    const paper = this.#notStated ?? (others.length === 0 ? only?.paper : undefined);
    return paper === undefined ? "nothing" : { notStated: paper };
  }

  #read(scanned: ScannedSentence): void {
    const { text: plain, isItem } = plainMarkup(scanned.raw, scanned.startsLine);
    const { text, keys } = this.#keys.takeOut(plain);
    const cited = keys.flatMap((key) => this.#sources.get(key) ?? []);
    if (scanned.startsLine) this.#startLine(isItem, scanned.endsLine && plain === "" && !isItem);
    this.#verdict ??= verdictWord(text);
    if (this.#verdict !== undefined) this.#notStated ??= cited[0]?.paper;
    else if (scanned.isOverlong) this.#removed.push({ sentence: text, reason: "uncited" });
    else if (this.#isHeading(text, scanned)) this.#startHeading(text);
    else this.#take(text, cited);
  }

  #startLine(isItem: boolean, isBlank: boolean): void {
    const { line, paragraph } = this.#place;
    this.#place = { line: line + 1, paragraph: paragraph + (isBlank ? 1 : 0), isItem };
  }

  #isHeading(text: string, { startsLine, endsLine }: ScannedSentence): boolean {
    return startsLine && endsLine && this.#headings.has(plainWords(text).join(" "));
  }

  #startHeading(text: string): void {
    this.#dropHeld();
    this.#answer.addHeading(this.#headings.get(plainWords(text).join(" ")) ?? text, this.#place);
  }

  #take(text: string, cited: readonly Source[]): void {
    if (text === "" || LABEL.test(text)) {
      // Keys that stand alone in their line belong to what was said before.
      const claim = cited.length > 0 ? this.#held.pop() : undefined;
      if (claim !== undefined) this.#prove(claim, cited);
      return;
    }
    if (YES_OR_NO.test(text)) {
      this.#opening = `${text} `;
      return;
    }
    const claim = this.#claim(text);
    if (cited.length === 0) this.#held.push(claim);
    else this.#prove(claim, cited);
  }

  /** A short line says little about its language, so those before it have a say. */
  #claim(text: string): Claim {
    this.#recent = `${this.#recent} ${text}`.slice(-Math.max(RECENT, text.length));
    const opening = this.#opening;
    this.#opening = "";
    return { opening, text, place: this.#place, isEnglish: detectLanguage(this.#recent) === "en" };
  }

  /** Releases a sentence and those that waited for it, each if it is proved. */
  #prove(claim: Claim, cited: readonly Source[]): void {
    const sources = this.#sourcesOf(claim, cited);
    if (sources === undefined) return;
    for (const held of this.#held.splice(0)) {
      const shared = this.#sourcesOf(held, sources);
      if (shared === undefined) continue;
      this.#footnotes.cite(held.text, held.isEnglish, shared);
      this.#answer.addSentence(held.opening + held.text, held.place);
    }
    const marks = this.#footnotes.cite(claim.text, claim.isEnglish, sources);
    this.#answer.addSentence(`${claim.opening}${claim.text} ${marks}`, claim.place);
  }

  /** @returns Undefined, and the sentence is removed, if it is not proved. */
  #sourcesOf({ text, isEnglish }: Claim, cited: readonly Source[]): readonly Source[] | undefined {
    const { sources, reason } = proveSentence(text, isEnglish, cited, this.#rules);
    if (sources === undefined) this.#removed.push({ sentence: text, reason });
    return sources;
  }

  #dropHeld(): void {
    this.#opening = "";
    for (const { text } of this.#held.splice(0)) this.#removed.push({ sentence: text, reason: "uncited" });
  }
}
