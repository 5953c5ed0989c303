import type { Citation, Evidence } from "../../domain/answer.ts";
import { mass } from "../vocabulary.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { figuresIn } from "./figures.ts";
import { foldText } from "./fold-text.ts";
import { codeNamesIn } from "./names.ts";
import type { ReadText, Source } from "./source.ts";

/** Sentences behind one footnote, at the most. */
const MOST_EVIDENCE = 3;
/** A shared figure or name tells as much as the rarest word of a corpus of some hundred papers. */
const EXACT_WEIGHT = 6;

/** What a sentence says that its evidence should say too. */
interface Sought {
  readonly terms: ReadonlySet<string>;
  readonly figures: readonly number[];
  readonly names: readonly string[];
}

interface Note {
  readonly number: number;
  /** How much of what was cited each sentence supports, by the sentence. */
  readonly support: Map<Evidence, number>;
}

/** Numbers the sources by first use, and keeps for each the sentences that support best what cites it. */
export class Footnotes {
  readonly #vocabulary: Vocabulary;
  readonly #notes = new Map<Source, Note>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** In order of number. */
  get citations(): Citation[] {
    return [...this.#notes].map(([{ paper }, { number, support }]) => ({
      number,
      paper,
      evidence: [...support]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, MOST_EVIDENCE)
        .map(([evidence]) => evidence),
    }));
  }

  /**
   * Takes in that a proved sentence rests on some sources.
   *
   * @param isEnglish Otherwise only figures and names say which sentence of a source supports it.
   * @returns The sentence's marks, `[1] [3]`.
   */
  cite(sentence: string, isEnglish: boolean, sources: readonly Source[]): string {
    const sought = {
      terms: isEnglish ? new Set(this.#vocabulary.words(sentence)) : new Set<string>(),
      figures: figuresIn(sentence, "sentence").flatMap(({ values }) => values),
      names: codeNamesIn(foldText(sentence)).map(({ name }) => name),
    };
    const numbers = sources.map((source) => {
      const { number, support } = this.#noteOf(source);
      const scores = source.sentences.map((read) => this.#score(read, sought, source));
      const best = Math.max(...scores);
      const evidence = source.evidence[scores.indexOf(best)];
      if (evidence !== undefined) support.set(evidence, (support.get(evidence) ?? 0) + best);
      return number;
    });
    return numbers
      .toSorted((a, b) => a - b)
      .map((number) => `[${number}]`)
      .join(" ");
  }

  #noteOf(source: Source): Note {
    const note = this.#notes.get(source) ?? { number: this.#notes.size + 1, support: new Map() };
    this.#notes.set(source, note);
    return note;
  }

  /** What a paper goes by tells none of its sentences from the others. */
  #score({ wording, terms }: ReadText, sought: Sought, { title }: Source): number {
    const figures = sought.figures.filter((figure) => wording.figures.has(figure));
    const names = sought.names.filter((name) => wording.hasName(name) && !title.wording.hasName(name));
    const shared = sought.terms.intersection(terms).difference(title.terms);
    return mass(shared, this.#vocabulary) + EXACT_WEIGHT * (figures.length + names.length);
  }
}
