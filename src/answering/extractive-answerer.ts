import type { Answer, AnswerOptions, Stage } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Question, SummaryLength } from "../domain/question.ts";
import type { Answerer } from "./answerer.ts";
import { comparePapers } from "./compare-papers.ts";
import type { Draft } from "./draft.ts";
import { finishAnswer } from "./finish-answer.ts";
import { QuestionReader } from "./read-question.ts";
import type { AnsweringFields, ReadQuestion } from "./read-question.ts";
import { summarizePaper, summarizeTopic } from "./summarize.ts";
import { timed } from "./timed.ts";
import { writeExtract } from "./write-extract.ts";

/** Answers from the papers' own sentences, without a language model: at once, so that nothing streams. */
export class ExtractiveAnswerer implements Answerer {
  readonly #fields: AnsweringFields;
  readonly #reader: QuestionReader;

  constructor(fields: AnsweringFields) {
    this.#fields = fields;
    this.#reader = new QuestionReader(fields);
  }

  async answer(question: Question, { locale }: AnswerOptions = {}): Promise<Answer> {
    const read = await this.#reader.read(question, locale);
    return write(read, () => writeExtract(read, this.#fields, locale));
  }

  async summarizePaper(paper: Paper, length: SummaryLength, { locale }: AnswerOptions = {}): Promise<Answer> {
    const read = await this.#reader.readPapers([paper]);
    return write(read, () => summarizePaper(paper, length, this.#fields.vocabulary, locale));
  }

  async summarizeTopic(topic: string, { locale }: AnswerOptions = {}): Promise<Answer> {
    const read = await this.#reader.readTopic(topic, locale);
    const isTopic = read.finding.kind === "topic";
    return write(read, () =>
      isTopic ? summarizeTopic(topic, read.ranking, this.#fields.vocabulary) : writeExtract(read, this.#fields, locale),
    );
  }

  async comparePapers(papers: readonly Paper[], { locale }: AnswerOptions = {}): Promise<Answer> {
    const read = await this.#reader.readPapers(papers);
    return write(read, () => comparePapers(papers, this.#fields.vocabulary, locale));
  }
}

async function write(read: ReadQuestion, draft: () => Draft): Promise<Answer> {
  const stages: Stage[] = [];
  return finishAnswer(read, await timed(stages, "write", async () => draft()), { stages });
}
