import type { Paper } from "../domain/paper.ts";
import { paperEvidence } from "./paper-evidence.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The terms of a paper, passage by passage: its title, each sentence, each question it answers, its search terms. */
export interface PaperTerms {
  readonly passages: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
}

/** Reads papers into terms, each once: a paper is looked at again for every question that it ranks high for. */
export class PaperReader {
  readonly #vocabulary: Vocabulary;
  readonly #read = new WeakMap<Paper, PaperTerms>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  terms(paper: Paper): PaperTerms {
    let terms = this.#read.get(paper);
    if (terms === undefined) {
      const sentences = paperEvidence(paper).map(({ sentence }) => sentence);
      const passages = [paper.title, ...sentences, ...paper.questions, paper.terms.join(", ")].map(
        (passage) => new Set(this.#vocabulary.words(passage)),
      );
      terms = { passages, all: new Set(passages.flatMap((passage) => [...passage])) };
      this.#read.set(paper, terms);
    }
    return terms;
  }
}
