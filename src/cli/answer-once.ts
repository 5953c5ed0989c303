import type { App } from "../app.ts";
import type { Answer, AnswerOptions } from "../domain/answer.ts";
import { tracedAnswerRow } from "./answer-row.ts";
import type { AnsweringOptions, Context, ExitCode } from "./context.ts";
import { openApp } from "./open-app.ts";
import { jsonLine } from "./json-line.ts";
import { printAnswer } from "./print-answer.ts";
import { print } from "./terminal.ts";

/** Opens the App for one answer, and prints it: as it comes for people, whole as JSON. */
export async function answerOnce(
  context: Context,
  options: AnsweringOptions,
  answering: (app: App, options: AnswerOptions) => Promise<Answer>,
): Promise<ExitCode> {
  const { terminal, signal } = context;
  const app = await openApp(context, options);
  if (!options.json) {
    await printAnswer(terminal, (onPartial) => answering(app, { signal, onPartial }));
    return 0;
  }
  const start = performance.now();
  const answer = await answering(app, { signal });
  await print(terminal, jsonLine(tracedAnswerRow(answer, performance.now() - start)));
  return 0;
}
