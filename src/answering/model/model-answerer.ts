import type { Answer, AnswerOptions, Stage } from "../../domain/answer.ts";
import { aspectNames } from "../../domain/aspects.ts";
import { FootnoteError } from "../../domain/errors.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Question, SummaryLength } from "../../domain/question.ts";
import type { Answerer } from "../answerer.ts";
import { comparePapers } from "../compare-papers.ts";
import { declineQuestion } from "../decline-question.ts";
import { finishAnswer } from "../finish-answer.ts";
import { detectLanguage, isClearlyEnglish } from "../languages.ts";
import { paperEvidence } from "../paper-evidence.ts";
import { phrasesFor } from "../phrases/phrases-for.ts";
import { QuestionReader } from "../read-question.ts";
import type { ReadQuestion } from "../read-question.ts";
import { summarizePaper, summarizeTopic } from "../summarize.ts";
import { timed } from "../timed.ts";
import { writeExtract } from "../write-extract.ts";
import type { ChatModel } from "./chat-model.ts";
import { failureNote, whyNoModel } from "./failure-notes.ts";
import { ModelSession } from "./model-session.ts";
import { ModelWriter } from "./model-writer.ts";
import type { ModelFields, WritingTask } from "./model-writer.ts";
import type { Nonce } from "./pack-passages.ts";
import { standAlone, translateQuestion } from "./rewrite-question.ts";
import type { Rewriting } from "./rewrite-question.ts";

/** Papers in a prompt, by what the question is about; fewer where they do not fit. */
const PAPERS = { paper: 5, topic: 10, comparison: 4 } as const;

export interface ModelAnswererFields extends ModelFields {
  readonly model: ChatModel;
  /** @param id The answer's id, if it has one. @returns Another nonce for each answer. */
  readonly createNonce: (id: string | undefined) => Nonce;
}

/** What goes along with one answer. */
interface Going {
  readonly session: ModelSession;
  readonly nonce: Nonce;
  readonly stages: Stage[];
  readonly options: AnswerOptions;
}

/**
 * Answers with a language model, which is asked only where the corpus has something to answer from, and believed only as
 * far as the papers prove it. Whatever it cannot do, the papers' own sentences do.
 */
export class ModelAnswerer implements Answerer {
  readonly #fields: ModelAnswererFields;
  readonly #reader: QuestionReader;
  readonly #writer: ModelWriter;

  constructor(fields: ModelAnswererFields) {
    this.#fields = fields;
    this.#reader = new QuestionReader(fields);
    this.#writer = new ModelWriter(fields);
  }

  async answer(question: Question, options: AnswerOptions = {}): Promise<Answer> {
    const { locale } = options;
    const going = this.#begin(options);
    const declined = declineQuestion(question.text, this.#fields.papers.length);
    if (declined !== undefined && !declined.searchable) {
      return this.#extract(await this.#reader.read(question, locale), going);
    }

    const { alone, failure: late } = await this.#standAlone(question, going);
    // Who has waited once for a model that does not answer is not made to wait again.
    if (late?.code === "chat/timed-out") {
      return this.#extract(await this.#reader.read(question, locale), going, failureNote(late, phrasesFor(locale)));
    }
    const { read, failure } = await this.#readInEnglish(alone, going);
    const { finding, ranking } = read;
    const ranked = ranking.map(({ paper }) => paper);
    switch (finding.kind) {
      case "declined":
      case "nothing":
      case "not-stated":
        return this.#extract(read, going, failure && whyNoModel(failure, phrasesFor(locale)));
      case "paper":
      case "topic":
      case "comparison": {
        // Other papers' texts say nothing about the one that is meant.
        if (finding.kind === "paper" && paperEvidence(finding.paper).length === 0) return this.#extract(read, going);
        const compared = finding.kind === "comparison" ? finding.papers : [];
        const papers = [...new Set([...compared, ...ranked])].slice(0, PAPERS[finding.kind]);
        return this.#writer.write({
          ...going,
          read,
          kind: finding.kind,
          prompt: "answer",
          fill: (filling) => ({ ...filling, question: alone.text }),
          papers,
          question: alone.text,
          language: detectLanguage(alone.text),
          extract: () => writeExtract(read, this.#fields, locale),
        });
      }
    }
  }

  async summarizePaper(paper: Paper, length: SummaryLength, options: AnswerOptions = {}): Promise<Answer> {
    return this.#writer.write({
      ...(await this.#aboutPapers([paper], options)),
      kind: "summary",
      prompt: `summary-${length}`,
      fill: (filling) => filling,
      extract: () => summarizePaper(paper, length, this.#fields.vocabulary, options.locale),
    });
  }

  async summarizeTopic(topic: string, options: AnswerOptions = {}): Promise<Answer> {
    const going = this.#begin(options);
    const read = await this.#reader.readTopic(topic, options.locale);
    if (read.finding.kind !== "topic") return this.#extract(read, going);
    return this.#writer.write({
      ...going,
      read,
      kind: "summary",
      prompt: "topic",
      fill: (filling) => ({ ...filling, topic }),
      papers: read.ranking.slice(0, PAPERS.topic).map(({ paper }) => paper),
      question: topic,
      language: detectLanguage(topic),
      extract: () => summarizeTopic(topic, read.ranking, this.#fields.vocabulary),
    });
  }

  async comparePapers(papers: readonly Paper[], options: AnswerOptions = {}): Promise<Answer> {
    const { locale = "en" } = options;
    const headings = aspectNames(locale);
    return this.#writer.write({
      ...(await this.#aboutPapers(papers, options)),
      kind: "comparison",
      prompt: "comparison",
      fill: (filling) => ({ ...filling, headings: headings.join(", ") }),
      headings,
      // Its headings are in the language of whoever asks: nobody else's comparison will do.
      language: locale,
      extract: () => comparePapers(papers, this.#fields.vocabulary, locale),
    });
  }

  #begin(options: AnswerOptions): Going {
    const { createNonce, model } = this.#fields;
    const session = new ModelSession(model, options.id ?? "answer");
    return { session, nonce: createNonce(options.id), stages: [], options };
  }

  async #aboutPapers(
    papers: readonly Paper[],
    options: AnswerOptions,
  ): Promise<Going & Pick<WritingTask, "read" | "papers" | "question" | "language">> {
    return {
      ...this.#begin(options),
      read: await this.#reader.readPapers(papers),
      papers,
      question: "",
      language: "en",
    };
  }

  /** Without a model's part in the answer; it may have had one in the question. */
  #extract(read: ReadQuestion, { session, stages, options }: Going, note?: string): Answer {
    const { use } = session;
    return finishAnswer(read, writeExtract(read, this.#fields, options.locale), {
      ...(note !== undefined && { note }),
      stages,
      ...(use.requests > 0 && { model: { model: this.#fields.modelName, ...use, isCached: false, removed: [] } }),
    });
  }

  /** The question without its conversation; as it is where the model cannot help: rules then look back. */
  async #standAlone(
    question: Question,
    going: Going,
  ): Promise<{ readonly alone: Question; readonly failure?: FootnoteError | undefined }> {
    if (question.history.length === 0) return { alone: question };
    const { value, failure } = await this.#rewrite(going, "rewrite", (rewriting) => standAlone(question, rewriting));
    return { alone: value === undefined ? question : { text: value, history: [] }, failure };
  }

  /**
   * Reads a question, in English where it is in another language: the corpus is English. Languages that look like none we
   * know are noticed when nothing is found.
   */
  async #readInEnglish(
    question: Question,
    going: Going,
  ): Promise<{ readonly read: ReadQuestion; readonly failure?: FootnoteError | undefined }> {
    const { text, history } = question;
    const { locale } = going.options;
    const translate = () =>
      this.#rewrite(going, "translate", (rewriting) => translateQuestion(text, this.#fields.vocabulary, rewriting));
    if (detectLanguage(text) !== "en") {
      const { value, failure } = await translate();
      return { read: await this.#reader.read({ text: value ?? text, history }, locale), failure };
    }
    const read = await this.#reader.read(question, locale);
    if (read.finding.kind !== "nothing" || isClearlyEnglish(text)) return { read };
    const { value } = await translate();
    if (value === undefined || value === text) return { read };
    return { read: await this.#reader.read({ text: value, history }, locale) };
  }

  /** Asks for another form of the question. A model that fails leaves it as it is. */
  async #rewrite(
    { session, nonce, stages, options: { signal } }: Going,
    stage: string,
    work: (rewriting: Rewriting) => Promise<string | undefined>,
  ): Promise<{ readonly value?: string | undefined; readonly failure?: FootnoteError }> {
    const { onTrouble, prompts } = this.#fields;
    try {
      return { value: await timed(stages, stage, () => work({ session, prompts, nonce, signal })) };
    } catch (failure) {
      if (!(failure instanceof FootnoteError)) throw failure;
      onTrouble(`${failure.code}: ${failure.message}`);
      return { failure };
    }
  }
}
