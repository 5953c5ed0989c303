import type { SummaryLength } from "../domain/question.ts";
import { answerOnce } from "./answer-once.ts";
import type { AnsweringOptions, Context, ExitCode } from "./context.ts";

export interface SummaryOptions extends AnsweringOptions {
  readonly length: SummaryLength;
}

/** Sums up a paper or a topic. */
export async function runSummary(context: Context, target: string, options: SummaryOptions): Promise<ExitCode> {
  const { length } = options;
  return answerOnce(context, options, (app, answerOptions) => app.summarize(target, { ...answerOptions, length }));
}
