import type { App } from "../app.ts";
import type { Judge } from "../workbench.ts";
import { measureCitations } from "./citation-quality.ts";
import type { EvalQuestion } from "./eval-question.ts";
import { judgeLexically } from "./lexical-judge.ts";
import { mapConcurrently } from "./map-concurrently.ts";
import type { Reply } from "./measures.ts";
import { shareOf } from "./model-tally.ts";
import { scoreReplies, type Scores } from "./score-replies.ts";

const RANKING_LENGTH = 20;

export interface EvaluateOptions {
  /** Judges what citations prove. Defaults to {@link judgeLexically}. */
  readonly judge?: Judge;
  /** Questions under way at once. Defaults to 1, so that times are those of one person asking. */
  readonly concurrency?: number;
  /** Told after each question. */
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * Told of each question that failed, and of each reply that could not be judged. The first counts as failed, the
   * second is left out of what a judge measures, and the rest goes on.
   */
  readonly onFailure?: (question: EvalQuestion, error: unknown) => void;
  readonly signal?: AbortSignal;
}

/**
 * Puts every question to the App, and scores the replies.
 *
 * @throws The signal's reason, once it aborts.
 */
export async function evaluate(
  app: App,
  questions: readonly EvalQuestion[],
  options: EvaluateOptions = {},
): Promise<Scores> {
  const { concurrency = 1, onProgress, signal } = options;
  let done = 0;
  const replied = await mapConcurrently(questions, concurrency, async (question) => {
    signal?.throwIfAborted();
    const reply = await replyTo(question, app, options);
    // What was stopped is no reply to score.
    signal?.throwIfAborted();
    done += 1;
    onProgress?.(done, questions.length);
    return { question, reply };
  });
  return scoreReplies(replied, new Set(app.papers.map((paper) => paper.title)));
}

async function replyTo(question: EvalQuestion, app: App, options: EvaluateOptions): Promise<Reply> {
  const start = performance.now();
  try {
    return question.group === "title" ? lookUp(question, app, start) : await ask(question, app, start, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    options.onFailure?.(question, error);
    return { outcome: "failed", text: "", ranking: [], cited: [], ms: performance.now() - start };
  }
}

async function ask(
  question: EvalQuestion,
  app: App,
  start: number,
  { judge = judgeLexically, onFailure, signal }: EvaluateOptions,
): Promise<Reply> {
  let isProved = false;
  const answer = await app.ask(
    { text: question.question, history: question.history },
    { id: question.id, onPartial: () => (isProved = true), ...(signal && { signal }) },
  );
  const ms = performance.now() - start;
  const quality =
    answer.outcome === "answered"
      ? await measureCitations(answer, judge).catch((error: unknown) => onFailure?.(question, error))
      : undefined;
  return {
    outcome: answer.outcome,
    text: answer.text,
    ranking: answer.ranking.map(({ paper }) => paper.title),
    cited: [...new Set(answer.citations.map(({ paper }) => paper.title))],
    ms,
    ...(quality && { quality }),
    share: shareOf(answer, isProved),
  };
}

function lookUp({ question }: EvalQuestion, app: App, start: number): Reply {
  const ranking = app.findTitles(question, RANKING_LENGTH).map((paper) => paper.title);
  const outcome = ranking.length > 0 ? "answered" : "no-evidence";
  return { outcome, text: "", ranking, cited: [], ms: performance.now() - start };
}
