import { ABLATION_COLUMNS, ablate } from "../evaluation/ablate.ts";
import { parseEvalQuestions, type EvalQuestion } from "../evaluation/eval-question.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { describeFailure, InputError } from "./failure.ts";
import { readInput } from "./input-file.ts";
import { openAppOn, withProgress } from "./open-app.ts";
import { jsonLine } from "./plain-text.ts";
import { renderAblations, renderScores } from "./render-scores.ts";
import { notify, print } from "./terminal.ts";

const DEFAULT_FILES: readonly string[] = ["test/eval/dev.jsonl", "test/eval/extra.jsonl"];

export interface EvalOptions extends SharedOptions {
  /** Compare rankers instead of scoring the product. */
  readonly ablate?: boolean;
}

/**
 * Scores the product, or the rankers of its search, on question files.
 *
 * @returns 1 when any question failed.
 */
export async function runEval(context: Context, files: readonly string[], options: EvalOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  const questions = await readQuestions(files.length > 0 ? files : DEFAULT_FILES);
  const workbench = await context.openWorkbench(options.index);
  // Also before an ablation: its rankers need the index that this builds where there is none.
  const app = await openAppOn(workbench, context, options);

  return withProgress(context, async (progress) => {
    const onProgress = (done: number, total: number): void => progress.update("scoring", done, total);
    if (options.ablate) {
      const scores = await ablate(await workbench.ablations(), questions, { onProgress, signal });
      progress.stop();
      const columns = ABLATION_COLUMNS.map(({ group, measure }) => `${group} ${measure}`);
      await print(terminal, options.json ? jsonLine({ columns, rankers: scores }) : renderAblations(scores));
      return 0;
    }
    const onFailure = ({ id }: EvalQuestion, error: unknown): void => {
      progress.stop();
      notify(terminal, `${id}: ${describeFailure(error, context)}`);
    };
    const scores = await evaluate(app, questions, { onProgress, onFailure, signal });
    progress.stop();
    await print(terminal, options.json ? jsonLine(scores) : renderScores(scores));
    return scores.overall.failed > 0 ? 1 : 0;
  });
}

async function readQuestions(files: readonly string[]): Promise<EvalQuestion[]> {
  const sets = files.map(async (file) => {
    const text = await readInput(file);
    try {
      return parseEvalQuestions(text);
    } catch (cause) {
      throw new InputError(`Cannot score with ${file}: ${String(cause)}`, { cause });
    }
  });
  return (await Promise.all(sets)).flat();
}
