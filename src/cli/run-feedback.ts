import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { feedbackRow } from "./feedback-row.ts";
import { jsonLine } from "./json-line.ts";
import { notify, print } from "./terminal.ts";

/** Prints what people thought of answers, oldest first, one line of JSON each: with `--json` and without. */
export async function runFeedback(context: Context, options: SharedOptions): Promise<ExitCode> {
  const workbench = await context.openWorkbench(options.index);
  const records = await workbench.feedback();
  for (const record of records) await print(context.terminal, jsonLine(feedbackRow(record)));
  if (records.length === 0)
    notify(
      context.terminal,
      "There is no feedback: the data folder (FOOTNOTE_DATA) is not there, or no answer that is kept was rated.",
    );
  return 0;
}
