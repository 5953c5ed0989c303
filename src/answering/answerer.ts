import type { Answer, AnswerOptions } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Question, SummaryLength } from "../domain/question.ts";

/**
 * Makes answers of what the corpus has. What a person typed is never an error but an outcome.
 *
 * Every method rejects with an EmbeddingError if the embedding endpoint fails, and with the signal's reason if it was
 * stopped before anything was proved.
 */
export interface Answerer {
  answer(question: Question, options?: AnswerOptions): Promise<Answer>;
  summarizePaper(paper: Paper, length: SummaryLength, options?: AnswerOptions): Promise<Answer>;
  /** Sums up what the corpus says about a topic, or refuses where it says nothing. */
  summarizeTopic(topic: string, options?: AnswerOptions): Promise<Answer>;
  /** @param papers Two to four, all different. */
  comparePapers(papers: readonly Paper[], options?: AnswerOptions): Promise<Answer>;
}
