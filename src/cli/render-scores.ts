import { ABLATION_COLUMNS, type AblationScores } from "../evaluation/ablate.ts";
import type { Estimate } from "../evaluation/estimate.ts";
import type { GroupScores, Scores } from "../evaluation/score-replies.ts";
import { plainLine } from "../domain/plain-text.ts";

/** Measures that count something, and so may be more than 1. */
const COUNTS: ReadonlySet<string> = new Set(["papers cited", "words"]);

/** Scores of answers, with who judged what their citations prove. */
type JudgedScores = Pick<Scores, "groups" | "overall"> & { readonly judge: string };

/** Scores as a table for people: a row a measure, with its 95 % bootstrap interval. */
export function renderScores({ groups, overall, judge }: JudgedScores): string {
  const rows = Object.entries(groups).flatMap(([group, scores]) => renderGroup(group, scores));
  const { questions, failed, citedUnknown, p50, p95 } = overall;
  return [
    alignColumns([["type", "measure", "n", "mean", "95 % interval"], ...rows]),
    `${questions} questions, ${failed} failed, ${citedUnknown} cited titles that the corpus does not have; ` +
      `${p50.toFixed(0)} ms at the median, ${p95.toFixed(0)} ms at the 95th percentile.`,
    `ALCE recall and precision are estimates (${plainLine(judge)}).`,
  ].join("\n\n");
}

/** The ablations as a table for people: a row a ranker. */
export function renderAblations(ablations: readonly AblationScores[]): string {
  return alignColumns([
    ["", ...ABLATION_COLUMNS.map(({ group }) => group)],
    ["ranker", ...ABLATION_COLUMNS.map(({ measure }) => measure)],
    ...ablations.map(({ name, values }) => [
      name,
      ...values.map((value) => (Number.isNaN(value) ? "-" : value.toFixed(3))),
    ]),
  ]);
}

function renderGroup(group: string, scores: GroupScores): string[][] {
  return Object.entries(scores).map(([measure, { questions, mean, low, high }]: [string, Estimate], index) => {
    const digits = COUNTS.has(measure) ? 1 : 3;
    const interval = `${low.toFixed(digits)} - ${high.toFixed(digits)}`;
    return [index === 0 ? group : "", measure, String(questions), mean.toFixed(digits), interval];
  });
}

/** Pads cells to columns; columns of numbers are flush right. */
function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumeric = widths.map((_, column) => rows.slice(-1).every((row) => /^[\d.-]/.test(row[column] ?? "")));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
