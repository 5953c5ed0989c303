import type { Answer, AnswerKind, AnswerOptions, PartialAnswer, Stage } from "../../domain/answer.ts";
import { FootnoteError } from "../../domain/errors.ts";
import type { Paper } from "../../domain/paper.ts";
import type { AnswerCache } from "../../domain/ports.ts";
import { askedDetails } from "../asked-details.ts";
import type { Draft } from "../draft.ts";
import { finishAnswer, nearestPapers } from "../finish-answer.ts";
import type { Finish } from "../finish-answer.ts";
import { GroundedStream } from "../grounding/grounded-stream.ts";
import type { Grounded, Passage } from "../grounding/grounded-stream.ts";
import type { KnownTitles } from "../grounding/known-titles.ts";
import { phrasesFor } from "../phrases/phrases-for.ts";
import type { PromptName, Prompts, PromptValues } from "../prompts/prompts.ts";
import type { AnsweringFields, ReadQuestion } from "../read-question.ts";
import { timed } from "../timed.ts";
import { writeNotStated, writeRefusal } from "../write-answer.ts";
import { failureNote } from "./failure-notes.ts";
import type { ModelSession } from "./model-session.ts";
import { packPassages, renderPassages } from "./pack-passages.ts";
import type { Nonce } from "./pack-passages.ts";
import { SharedAnswers } from "./shared-answers.ts";
import type { Shared } from "./shared-answers.ts";
import { keyOfAnswer, parseAnswer, serializeAnswer } from "./written-answer.ts";
import type { Written } from "./written-answer.ts";

/** What a model's answer needs beside what every answer needs. */
export interface ModelFields extends AnsweringFields {
  readonly prompts: Prompts;
  readonly titles: KnownTitles;
  /** The model, as people are told of it. */
  readonly modelName: string;
  /** Names the model with its settings, and the index: what is remembered holds as long as this stays the same. */
  readonly world: string;
  /** Tokens of papers in a prompt. */
  readonly evidenceTokens: number;
  /** Absent where nothing is to be remembered. */
  readonly cache?: AnswerCache;
  /** Told in one line what a model was used for. */
  readonly onLog: (text: string) => void;
  /** Told in one line why a model failed, and the mend. */
  readonly onTrouble: (text: string) => void;
}

/** What every prompt about papers is filled in with. */
export interface Filling {
  readonly nonce: string;
  readonly passages: string;
  /** A key, to show how one is written. */
  readonly example: string;
}

/** An answer that a model is to write. */
export interface WritingTask<Name extends PromptName = PromptName> {
  readonly read: ReadQuestion;
  readonly kind: AnswerKind;
  readonly prompt: Name;
  readonly fill: (filling: Filling) => PromptValues<Name>;
  /** What it is written from, best first. */
  readonly papers: readonly Paper[];
  /** The question as it stands alone, or the topic; empty where the papers say it all. */
  readonly question: string;
  readonly language: string;
  /** Lines without a claim that the prompt asks for. */
  readonly headings?: readonly string[];
  /** The answer without a model. */
  readonly extract: () => Draft;
  readonly session: ModelSession;
  readonly nonce: Nonce;
  /** The steps so far; more are added. */
  readonly stages: Stage[];
  readonly options: AnswerOptions;
}

/** Lets a model write, proves what it writes, and falls back on the papers' own sentences. */
export class ModelWriter {
  readonly #fields: ModelFields;
  readonly #shared = new SharedAnswers<PartialAnswer, Written>();

  constructor(fields: ModelFields) {
    this.#fields = fields;
  }

  /** @throws The signal's reason, if it aborts before anything is proved. */
  async write<Name extends PromptName>(task: WritingTask<Name>): Promise<Answer> {
    const { cache, evidenceTokens, prompts, world } = this.#fields;
    const passages = packPassages(task.papers, task.nonce, evidenceTokens, task.question);
    if (passages.length === 0) return this.#finish(task, task.extract(), {});
    const key = keyOfAnswer({ ...task, prompt: prompts[task.prompt], passages }, `${RULES} ${world}`);
    const remembered = cache?.get(key);
    const known = remembered === undefined ? undefined : parseAnswer(remembered, passages);
    if (known !== undefined) return this.#finish(task, draftOf(known, task.kind), { isCached: true });

    const start = performance.now();
    const onPartial = (partial: PartialAnswer): void => {
      if (!task.stages.some(({ name }) => name === FIRST)) {
        task.stages.push({ name: FIRST, ms: performance.now() - start });
      }
      task.options.onPartial?.(partial);
    };
    const shared = await timed(task.stages, "model", () =>
      this.#shared.join(key, { signal: task.options.signal, onPartial }, async (signal, tell) => {
        const written = await this.#ask(task, passages, signal, tell);
        const text = serializeAnswer(written);
        if (text !== undefined) cache?.set(key, text);
        return written;
      }),
    );
    return this.#conclude(task, shared);
  }

  /** Finishes an answer with what is known of the model's part in it. */
  #finish(
    { read, session, stages }: Pick<WritingTask, "read" | "session" | "stages">,
    draft: Draft,
    { note, grounded, isCached = false }: { note?: string | undefined; grounded?: Grounded; isCached?: boolean },
  ): Answer {
    const { use } = session;
    const finish: Finish = {
      ...(note !== undefined && { note }),
      stages,
      model: { model: this.#fields.modelName, ...use, isCached, removed: grounded?.removed ?? [] },
    };
    return finishAnswer(read, draft, finish);
  }

  async #ask<Name extends PromptName>(
    { prompt, fill, headings, nonce, session }: WritingTask<Name>,
    passages: readonly Passage[],
    signal: AbortSignal,
    onPartial: (partial: PartialAnswer) => void,
  ): Promise<Written> {
    const { onLog, onTrouble, prompts, titles, vocabulary } = this.#fields;
    const { [prompt]: template } = prompts;
    const stream = new GroundedStream({
      passages,
      titles,
      vocabulary,
      secrets: [nonce.text],
      instructions: template.text,
      ...(headings && { headings }),
    });
    const values = fill({
      nonce: nonce.text,
      passages: renderPassages(passages),
      example: passages[0]?.key ?? "",
    });
    try {
      for await (const chunk of session.stream({ prompt: template, values, signal })) {
        if (stream.push(chunk)) onPartial(stream.partial);
      }
    } catch (failure) {
      // Anything else is a bug, or nobody waits any more.
      if (!(failure instanceof FootnoteError)) throw failure;
      onTrouble(`${failure.code}: ${failure.message}`);
      return { grounded: stream.cut(), isCutOff: false, failure };
    }
    const isCutOff = !WHOLE.has(session.finishReason);
    const grounded = isCutOff ? stream.cut() : stream.end();
    onLog(describeUse(prompt, this.#fields.modelName, session));
    return { grounded, isCutOff };
  }

  #conclude(task: WritingTask, shared: Shared<PartialAnswer, Written>): Answer {
    const { kind, options, read, question } = task;
    const phrases = phrasesFor(options.locale);
    if ("stoppedAt" in shared) {
      const { stoppedAt } = shared;
      if (stoppedAt === undefined || stoppedAt.text === "") throw reasonOf(options.signal);
      return this.#finish(task, { outcome: "answered", kind, ...stoppedAt }, { note: phrases.stopped });
    }
    const { grounded, failure, isCutOff } = shared.result;
    // An answer that turns out to have been reasoning proves nothing, whatever of it was shown.
    const isReasoning = failure !== undefined && failure.code === "chat/malformed";
    if (grounded.verdict === "answered" && !isReasoning) {
      const why = isCutOff ? phrases.cutOff : undefined;
      const note = failure === undefined ? why : phrases.brokeOff;
      return this.#finish(task, draftOf(grounded, kind), { note, grounded });
    }
    if (failure !== undefined)
      return this.#finish(task, task.extract(), { note: failureNote(failure, phrases), grounded });
    const { papers, vocabulary } = this.#fields;
    if (grounded.verdict === "unanswerable") {
      return this.#finish(task, writeRefusal(papers.length, nearestPapers(read), options.locale), { grounded });
    }
    if (grounded.verdict === "nothing" || grounded.verdict === "answered")
      return this.#finish(task, task.extract(), { note: phrases.notProved, grounded });
    const writing = { question: read.wanted, vocabulary, locale: options.locale };
    const draft = writeNotStated(grounded.verdict.notStated, askedDetails(question), writing);
    return this.#finish(task, draft, { grounded });
  }
}

/** How a model's answer ends when it is whole; some endpoints say nothing. */
const WHOLE: ReadonlySet<string> = new Set(["stop", "unknown"]);
/** The version of the rules by which sentences are proved: what was remembered under others is not believed any more. */
const RULES = 2;

/** The stage in which the first sentence was proved. */
const FIRST = "first sentence";

function draftOf({ text, citations }: PartialAnswer, kind: AnswerKind): Draft {
  return { outcome: "answered", kind, text, citations };
}

function describeUse(prompt: string, model: string, { use }: ModelSession): string {
  const { promptTokens, completionTokens, cost, isEstimated } = use;
  const tokens = `${isEstimated ? "about " : ""}${promptTokens} + ${completionTokens} tokens`;
  return `${model} wrote an answer (${prompt}): ${tokens}${cost === undefined ? "" : `, $${cost.toFixed(5)}`}.`;
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error("The answer was stopped", { cause: reason });
}
