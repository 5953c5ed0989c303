import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { openApp } from "./open-app.ts";
import { jsonLine } from "./json-line.ts";
import { paperRow, renderPapers } from "./render-papers.ts";
import { print } from "./terminal.ts";

/** Lists the papers whose title a person may have meant, likeliest first. */
export async function runTitle(context: Context, query: string, options: SharedOptions): Promise<ExitCode> {
  const papers = (await openApp(context, options)).findTitles(query);
  const listed = options.json
    ? jsonLine({ papers: papers.map((paper) => paperRow(paper)) })
    : renderPapers(papers, context.terminal);
  await print(context.terminal, listed);
  return 0;
}
