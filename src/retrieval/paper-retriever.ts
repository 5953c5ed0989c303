import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { BaseRetriever } from "@langchain/core/retrievers";
import type { RankedPaper } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Filters } from "../domain/question.ts";
import { filterPapers } from "./filter-papers.ts";
import { fuse } from "./fuse.ts";
import { lexicalScores } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { NameIndex } from "./name-index.ts";
import { paperText } from "./paper-text.ts";

/** How much each signal counts in the fusion. */
export interface SignalWeights {
  readonly words: number;
  readonly characters: number;
  readonly vectors: number;
  /** Standard deviations for each unit of a named paper's rarity: it is added, not standardised, for most names are 0. */
  readonly names: number;
}

/** Equal, for no other weights did better on the development questions by more than noise (`npm run eval -- --ablate`). */
export const CORPUS_WEIGHTS: SignalWeights = { words: 1 / 3, characters: 1 / 3, vectors: 1 / 3, names: 0.5 };
/** For a pre-trained model, which knows more than the corpus' own words; not measured here for want of an endpoint. */
export const PRETRAINED_WEIGHTS: SignalWeights = { words: 0.3, characters: 0.2, vectors: 0.5, names: 0.5 };

export interface PaperRetrieverFields {
  /** In the order in which the lexicon and the store were built. */
  readonly papers: readonly Paper[];
  readonly lexicon: Lexicon;
  readonly embeddings: EmbeddingsInterface;
  /** The cosine of every paper's stored vector with a question's, in paper order. */
  readonly cosines: (vector: readonly number[]) => Promise<Float64Array>;
  readonly weights: SignalWeights;
}

/** What a query retrieved. */
export interface Ranking {
  /** Best first. */
  readonly ranked: readonly RankedPaper[];
  /** How many papers a date filter left out for want of a date. */
  readonly undated: number;
}

/** Ranks papers by words, character n-grams, vectors and the names they are known by, fused. */
export class PaperRetriever extends BaseRetriever {
  override lc_namespace = ["footnote", "retrieval"];
  readonly #fields: PaperRetrieverFields;
  readonly #names: NameIndex;

  constructor(fields: PaperRetrieverFields) {
    super();
    this.#fields = fields;
    this.#names = new NameIndex(fields.papers, fields.lexicon.words);
  }

  /**
   * Ranks the papers for a query.
   *
   * @param options.limit The most papers to return. @default 20
   * @returns Empty when the query shares nothing with the corpus.
   * @throws {EmbeddingError} If the embedding endpoint fails.
   */
  async rank(
    query: string,
    { filters = {}, limit = 20 }: { filters?: Filters; limit?: number } = {},
  ): Promise<Ranking> {
    const { papers, lexicon, embeddings, weights } = this.#fields;
    const { passes, undated } = filterPapers(papers, filters);
    const { words, characters } = lexicalScores(lexicon, query);
    const vectors = await this.#cosines(await embeddings.embedQuery(query));
    const names = this.#names.scores(query);
    const fused = fuse([
      { weight: weights.words, scores: words },
      { weight: weights.characters, scores: characters },
      { weight: weights.vectors, scores: vectors },
    ]);
    const scores = fused.map((score, index) => score + weights.names * names[index]!);
    const ranked = best(scores, limit, (index) => passes(papers[index]!)).map((index) => ({
      paper: papers[index]!,
      score: scores[index]!,
      signals: { words: words[index]!, characters: characters[index]!, vectors: vectors[index]!, names: names[index]! },
    }));
    // Not by the fused scores: those are all 0 too when every paper fits alike, as the only one of a corpus does.
    const found = [words, characters, vectors, names].some((signal) => signal.some((score) => score !== 0));
    return { ranked: found ? ranked : [], undated };
  }

  /** The papers nearest to a paper, without itself. */
  async related(paper: Paper, limit = 10): Promise<readonly RankedPaper[]> {
    const { ranked } = await this.rank(paperText(paper), { limit: limit + 1 });
    return ranked.filter((other) => other.paper.id !== paper.id).slice(0, limit);
  }

  override async _getRelevantDocuments(query: string): Promise<Document[]> {
    const { ranked } = await this.rank(query);
    return ranked.map(
      ({ paper, score }) =>
        new Document({
          id: paper.id,
          pageContent: paper.abstract ?? paper.digest ?? "",
          metadata: { title: paper.title, score },
        }),
    );
  }

  /** A question that shares no term with the corpus has no direction, hence no cosine. */
  async #cosines(vector: readonly number[]): Promise<Float64Array> {
    return vector.some((value) => value !== 0)
      ? await this.#fields.cosines(vector)
      : new Float64Array(this.#fields.papers.length);
  }
}

/** The indices of the highest scores that pass, best first; ties keep corpus order. */
function best(scores: Float64Array, limit: number, passes: (index: number) => boolean): number[] {
  const top: number[] = [];
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (top.length === limit && !(score > scores[top.at(-1)!]!)) continue;
    if (!passes(index)) continue;
    let place = top.length;
    while (place > 0 && score > scores[top[place - 1]!]!) place--;
    top.splice(place, 0, index);
    if (top.length > limit) top.pop();
  }
  return top;
}
