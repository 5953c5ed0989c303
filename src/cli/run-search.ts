import { UsageError } from "../domain/errors.ts";
import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { openApp } from "./open-app.ts";
import { jsonLine } from "./json-line.ts";
import { paperRow, renderPapers } from "./render-papers.ts";
import { print } from "./terminal.ts";

export interface SearchOptions extends SharedOptions {
  /** `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  /** `YYYY-MM-DD`, inclusive. */
  readonly until?: string;
  readonly hasCode?: boolean;
  /** 1 to 100. */
  readonly limit: number;
}

/** Lists the papers that match a query, best first. */
export async function runSearch(context: Context, query: string, options: SearchOptions): Promise<ExitCode> {
  const { since, until, hasCode, limit, json } = options;
  if (since && until && since > until) throw new UsageError(`--since ${since} is later than --until ${until}.`);

  const app = await openApp(context, options);
  const filters = { ...(since && { since }), ...(until && { until }), ...(hasCode && { hasCode }) };
  const { papers, undated } = await app.search(query, { filters, limit });

  if (json) {
    await print(
      context.terminal,
      jsonLine({ papers: papers.map(({ paper, score }) => paperRow(paper, score)), undated }),
    );
    return 0;
  }
  const listed = renderPapers(
    papers.map(({ paper }) => paper),
    context.terminal,
  );
  const aside = `${undated} more ${undated === 1 ? "paper has" : "papers have"} no known date and ${undated === 1 ? "was" : "were"} left out.`;
  await print(context.terminal, undated > 0 ? `${listed}\n\n${aside}` : listed);
  return 0;
}
