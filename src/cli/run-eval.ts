import type { App } from "../app.ts";
import { ABLATION_COLUMNS, ablate } from "../evaluation/ablate.ts";
import { parseEvalQuestions, type EvalQuestion } from "../evaluation/eval-question.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import type { Replay } from "../evaluation/replay.ts";
import type { Workbench } from "../workbench.ts";
import type { Context, ExitCode } from "./context.ts";
import { openEvalModel } from "./eval-model.ts";
import type { EvalOptions } from "./eval-options.ts";
import { describeFailure, InputError } from "./failure.ts";
import { readInput } from "./input-file.ts";
import { openAppOn, withProgress } from "./open-app.ts";
import { jsonLine } from "./json-line.ts";
import type { Progress } from "./progress.ts";
import { renderModelScores } from "./render-model-scores.ts";
import { renderAblations, renderScores } from "./render-scores.ts";
import { notify, print } from "./terminal.ts";

const DEFAULT_FILES: readonly string[] = ["test/eval/dev.jsonl", "test/eval/extra.jsonl"];

/** Questions that a model is asked at once. */
const MODEL_CONCURRENCY = 4;

interface Evaluation {
  readonly context: Context;
  readonly options: EvalOptions;
  readonly questions: readonly EvalQuestion[];
  readonly workbench: Workbench;
  readonly app: App;
  readonly replay?: Replay;
}

/**
 * Scores the product, or the rankers of its search, on question files.
 *
 * @returns 1 when any question failed.
 */
export async function runEval(context: Context, files: readonly string[], options: EvalOptions): Promise<ExitCode> {
  const questions = await readQuestions(files.length > 0 ? files : DEFAULT_FILES);
  const workbench = await context.openWorkbench(options.index);
  using evalModel = await openEvalModel(options, workbench);
  const { model, replay } = evalModel;
  // Also before an ablation: its rankers need the index that this builds where there is none.
  const app = await openAppOn(workbench, context, { paths: options.corpus ?? [], model });
  const evaluation = { context, options, questions, workbench, app, ...(replay && { replay }) };
  return await withProgress(context, (progress) =>
    options.ablate ? printAblations(evaluation, progress) : printScores(evaluation, progress),
  );
}

async function printAblations(evaluation: Evaluation, progress: Progress): Promise<ExitCode> {
  const { context, options, questions, workbench } = evaluation;
  const { terminal, signal } = context;
  const onProgress = (done: number, total: number): void => progress.update("scoring", done, total);
  const scores = await ablate(await workbench.ablations(), questions, { onProgress, signal });
  progress.stop();
  const columns = ABLATION_COLUMNS.map(({ group, measure }) => `${group} ${measure}`);
  await print(terminal, options.json ? jsonLine({ columns, rankers: scores }) : renderAblations(scores));
  return 0;
}

async function printScores(evaluation: Evaluation, progress: Progress): Promise<ExitCode> {
  const { context, options, questions, workbench, app, replay } = evaluation;
  const { terminal, signal } = context;
  const judge = options.judge === undefined ? undefined : await workbench.judge(options.judge, signal);
  const { model, ...scores } = await evaluate(app, questions, {
    ...(judge && { judge }),
    concurrency: options.model ? (options.concurrency ?? MODEL_CONCURRENCY) : 1,
    onProgress: (done, total) => progress.update("scoring", done, total),
    onFailure: ({ id }, error) => {
      progress.stop();
      notify(terminal, `${id}: ${describeFailure(error, context)}`);
    },
    signal,
  });
  progress.stop();

  const judged = { ...scores, judge: options.judge === undefined ? "lexical judge" : `judge: ${options.judge}` };
  const modelScores = {
    ...model,
    models: model.models.length > 0 ? model.models : [workbench.modelName ?? "none"],
    ...(replay && { replay: { missing: replay.missing, askedOtherwise: replay.askedOtherwise } }),
  };
  const printed = options.json
    ? jsonLine({ ...judged, ...(options.model && { model: modelScores }) })
    : [renderScores(judged), ...(options.model ? [renderModelScores(modelScores)] : [])].join("\n\n");
  await print(terminal, printed);
  return scores.overall.failed > 0 ? 1 : 0;
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
