import { tracedAnswerRow } from "./answer-row.ts";
import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { openApp } from "./open-app.ts";
import { jsonLine } from "./plain-text.ts";
import { renderAnswer } from "./render-answer.ts";
import { print } from "./terminal.ts";

/** Sums up a paper or a topic. */
export async function runSummary(
  context: Context,
  target: string,
  options: SharedOptions & { readonly short?: boolean },
): Promise<ExitCode> {
  const app = await openApp(context, options);
  const start = performance.now();
  const answer = await app.summarize(target, { length: options.short ? "short" : "standard" });
  const ms = performance.now() - start;
  const { terminal } = context;
  await print(terminal, options.json ? jsonLine(tracedAnswerRow(answer, ms)) : renderAnswer(answer, terminal));
  return 0;
}
