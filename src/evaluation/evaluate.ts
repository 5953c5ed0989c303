import type { App } from "../app.ts";
import type { EvalQuestion } from "./eval-question.ts";
import type { Reply } from "./measures.ts";
import { scoreReplies, type RepliedQuestion, type Scores } from "./score-replies.ts";

const RANKING_LENGTH = 20;

export interface EvaluateOptions {
  /** Told after each question. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of each question that failed; it counts as failed, and the rest goes on. */
  readonly onFailure?: (question: EvalQuestion, error: unknown) => void;
  readonly signal?: AbortSignal;
}

/**
 * Puts every question to the App, one after the other, and scores the replies.
 *
 * @throws The signal's reason, once it aborts.
 */
export async function evaluate(
  app: App,
  questions: readonly EvalQuestion[],
  { onProgress, onFailure, signal }: EvaluateOptions = {},
): Promise<Scores> {
  const replied: RepliedQuestion[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    // One at a time, so that times are those of one person asking.
    const reply = await replyTo(question, app, onFailure);
    replied.push({ question, reply });
    onProgress?.(replied.length, questions.length);
  }
  return scoreReplies(replied, new Set(app.papers.map((paper) => paper.title)));
}

async function replyTo(question: EvalQuestion, app: App, onFailure: EvaluateOptions["onFailure"]): Promise<Reply> {
  const start = performance.now();
  try {
    const said = question.group === "title" ? lookUp(question, app) : await ask(question, app);
    return { ...said, ms: performance.now() - start };
  } catch (error) {
    onFailure?.(question, error);
    return { outcome: "failed", text: "", ranking: [], cited: [], ms: performance.now() - start };
  }
}

async function ask({ question, history }: EvalQuestion, app: App): Promise<Omit<Reply, "ms">> {
  const { outcome, text, ranking, citations } = await app.ask({ text: question, history });
  return {
    outcome,
    text,
    ranking: ranking.map(({ paper }) => paper.title),
    cited: [...new Set(citations.map(({ paper }) => paper.title))],
  };
}

function lookUp({ question }: EvalQuestion, app: App): Omit<Reply, "ms"> {
  const ranking = app.findTitles(question, RANKING_LENGTH).map((paper) => paper.title);
  return { outcome: ranking.length > 0 ? "answered" : "no-evidence", text: "", ranking, cited: [] };
}
