import type { App } from "../app.ts";
import { answerRow, toHundredths, type AnswerRow } from "./answer-row.ts";
import { parseBatchLine, type BatchId, type BatchItem } from "./batch-line.ts";
import type { AnsweringOptions, Context, ExitCode } from "./context.ts";
import { describeFailure } from "./failure.ts";
import { openLines } from "./input-file.ts";
import { openApp } from "./open-app.ts";
import { jsonLine } from "./json-line.ts";
import { print } from "./terminal.ts";

/** Corpus titles in a ranking. */
const RANKING_LENGTH = 20;

/**
 * Answers each line of a file, one line for each, in order, as soon as it is known. A line that is broken or fails says
 * so in its place and does not stop the rest. Blank lines are skipped.
 *
 * @returns 1 when any line failed.
 */
export async function runBatch(context: Context, file: string, options: AnsweringOptions): Promise<ExitCode> {
  const lines = await openLines(file, context.terminal);
  const app = await openApp(context, options);
  let code: ExitCode = 0;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const row = await answerLine(line, app, context);
    context.signal.throwIfAborted();
    if (row.outcome === "failed") code = 1;
    await print(context.terminal, jsonLine(row));
  }
  return code;
}

async function answerLine(line: string, app: App, context: Context): Promise<AnswerRow & { readonly id: BatchId }> {
  const item = parseBatchLine(line);
  if ("problem" in item) return { id: item.id, ...failedRow(item.problem, 0) };
  const start = performance.now();
  try {
    return { id: item.id, ...(await answerItem(item, app, context.signal)) };
  } catch (error) {
    return { id: item.id, ...failedRow(describeFailure(error, context), performance.now() - start) };
  }
}

async function answerItem({ question, history, mode }: BatchItem, app: App, signal: AbortSignal): Promise<AnswerRow> {
  const start = performance.now();
  if (mode === "ask") {
    const answer = await app.ask({ text: question, history }, { signal });
    return answerRow(answer, performance.now() - start);
  }
  const ranking = app.findTitles(question, RANKING_LENGTH).map((paper) => paper.title);
  const ms = toHundredths(performance.now() - start);
  return {
    ranking,
    outcome: ranking.length > 0 ? "answered" : "no-evidence",
    answer: "",
    citations: [],
    ms: { retrieve: ms, total: ms },
  };
}

function failedRow(reason: string, totalMs: number): AnswerRow {
  return {
    ranking: [],
    outcome: "failed",
    answer: reason,
    citations: [],
    ms: { retrieve: 0, total: toHundredths(totalMs) },
  };
}
