import type { Evidence } from "../../domain/answer.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { speaksToModel } from "./speaks-to-model.ts";
import { Wording } from "./wording.ts";

/** Text of a source, read for comparison. */
export interface ReadText {
  readonly wording: Wording;
  readonly terms: ReadonlySet<string>;
}

/** A passage as sentences are checked against it. What speaks to a model in it supports nothing. */
export class Source {
  readonly paper: Paper;
  /** In text order. */
  readonly evidence: readonly Evidence[];
  readonly #vocabulary: Vocabulary;
  #whole: ReadText | undefined;
  #title: ReadText | undefined;
  #sentences: readonly ReadText[] | undefined;

  constructor(paper: Paper, evidence: readonly Evidence[], vocabulary: Vocabulary) {
    this.paper = paper;
    this.evidence = evidence.filter(({ sentence }) => !speaksToModel(sentence));
    this.#vocabulary = vocabulary;
  }

  /** Its titles and its evidence together. */
  get whole(): ReadText {
    this.#whole ??= this.#readText([...this.#titles, this.evidence.map(({ sentence }) => sentence).join(" ")]);
    return this.#whole;
  }

  /** Its titles alone. */
  get title(): ReadText {
    this.#title ??= this.#readText(this.#titles);
    return this.#title;
  }

  get #titles(): string[] {
    return [this.paper.title, this.paper.displayTitle].filter((title) => !speaksToModel(title));
  }

  /** Its evidence, sentence by sentence. */
  get sentences(): readonly ReadText[] {
    this.#sentences ??= this.evidence.map(({ sentence }) => this.#readText([sentence]));
    return this.#sentences;
  }

  #readText(texts: readonly string[]): ReadText {
    return { wording: new Wording(texts), terms: new Set(texts.flatMap((text) => this.#vocabulary.words(text))) };
  }
}
