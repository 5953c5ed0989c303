import type { Answer, AnswerOptions, RankedPaper } from "./domain/answer.ts";
import type { Paper } from "./domain/paper.ts";
import type { Filters, Question, SummaryLength } from "./domain/question.ts";

/** What a search found. */
export interface SearchResult {
  /** Best first. Empty when nothing matches. */
  readonly papers: readonly RankedPaper[];
  /** How many papers a date filter left out because their date is unknown. 0 without a date filter. */
  readonly undated: number;
}

/** What every surface (terminal, Discord) may ask of the product. */
export interface App {
  /** Every paper of the corpus, in corpus order. */
  readonly papers: readonly Paper[];
  /** Answers a question from the corpus. Never throws for what a person typed: see {@link Answer.outcome}. */
  ask(question: Question, options?: AnswerOptions): Promise<Answer>;
  /** Ranks papers for a query. `limit` defaults to 10. */
  search(query: string, options?: { readonly filters?: Filters; readonly limit?: number }): Promise<SearchResult>;
  /** Finds papers by a title that is misspelt, partial, reordered or abbreviated; answers from memory, best first. */
  findTitles(query: string, limit?: number): readonly Paper[];
  /** The papers nearest to a paper, best first, without the paper itself. */
  related(paper: Paper, limit?: number): Promise<readonly RankedPaper[]>;
  /** Sums up the paper whose title is given, else what the corpus says about a topic. `length` defaults to `standard`. */
  summarize(target: string, options?: AnswerOptions & { readonly length?: SummaryLength }): Promise<Answer>;
  /**
   * Puts two to four papers side by side: problem, method, result, figures.
   *
   * @param titles Titles as people remember them. Where one fits no paper, or two the same, the answer says so.
   */
  compare(titles: readonly string[], options?: AnswerOptions): Promise<Answer>;
}
