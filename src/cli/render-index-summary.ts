import { count } from "../domain/count.ts";
import type { IndexSummary, SourceSummary } from "../workbench.ts";
import { plainLine } from "../domain/plain-text.ts";

/** Problems of one file that people are shown; `--json` has them all. */
const MOST_PROBLEMS = 10;

/** What a build did, for people. */
export function renderIndexSummary(summary: IndexSummary): string {
  const { papers, entries, files, dated, withAuthorCount, embedded, unchanged, removed, model, seconds } = summary;
  return [
    `${count(papers, "paper")} from ${count(entries, "entry", "entries")} of ${count(files.length, "file")}, ` +
      `${dated} with a date, ${withAuthorCount} with a number of authors.`,
    ...files.map(renderFile),
    `${embedded} embedded, ${unchanged} unchanged, ${removed} removed ` +
      `(model ${plainLine(model)}, ${seconds.toFixed(1)} s).`,
  ].join("\n");
}

function renderFile({ file, entries, problems }: SourceSummary): string {
  const hidden = problems.length - MOST_PROBLEMS;
  return [
    `  ${plainLine(file)}: ${count(entries, "entry", "entries")}` +
      (problems.length > 0 ? `, ${count(problems.length, "problem")}` : ""),
    ...problems.slice(0, MOST_PROBLEMS).map(({ place, reason }) => `    ${plainLine(place)}: ${plainLine(reason)}`),
    ...(hidden > 0 ? [`    and ${hidden} more (--json lists them all)`] : []),
  ].join("\n");
}
