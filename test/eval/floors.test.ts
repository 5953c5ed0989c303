import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { EvalGroup } from "../../src/evaluation/eval-question.ts";
import { parseEvalQuestions } from "../../src/evaluation/eval-question.ts";
import { evaluate } from "../../src/evaluation/evaluate.ts";
import type { MeasureName } from "../../src/evaluation/measures.ts";
import type { Scores } from "../../src/evaluation/score-replies.ts";

/** What the product reaches on the development questions, a little below: these only rise. */
const FLOORS: readonly (readonly [group: EvalGroup, measure: MeasureName, least: number])[] = [
  ["known", "recall@1", 0.88],
  ["known", "recall@5", 0.98],
  ["known", "citation precision", 0.87],
  ["figure", "recall@1", 1],
  ["figure", "figures stated", 0.96],
  ["figure", "citation precision", 0.96],
  ["topic", "nDCG@10", 0.93],
  ["topic", "citation precision", 0.88],
  ["topic", "papers cited", 4],
  ["compare", "recall@5", 0.95],
  ["compare", "all gold cited", 0.91],
  ["title", "recall@1", 1],
  ["followup", "recall@1", 0.93],
  ["nofact", "recall@5", 1],
  ["nofact", "rightly not stated", 0.93],
  ["unanswerable", "refused", 0.85],
  ["injection", "kept clean", 1],
  ["extra-plain", "recall@5", 0.99],
  ["extra-semilay", "recall@5", 0.99],
  ["extra-lay", "recall@5", 0.75],
  ...(["known", "figure", "topic", "compare", "followup", "extra-plain", "extra-semilay", "extra-lay"] as const).flatMap(
    (group) =>
      [
        [group, "ALCE recall", 0.99],
        [group, "ALCE precision", 0.99],
      ] as const,
  ),
];

const CEILINGS: readonly (readonly [group: EvalGroup, measure: MeasureName, most: number])[] = [
  ["known", "not answered", 0.06],
  ["figure", "not answered", 0.04],
  ["topic", "not answered", 0.05],
  ["known", "words", 65],
  ["figure", "words", 65],
];

describe("the product on the development questions, with the shipped catalogue and the corpus model", () => {
  let folder: string;
  let scores: Scores;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-eval-"));
    const app = await compose(readConfig({ FOOTNOTE_INDEX: folder })).open({ paths: [] });
    const questions = ["dev", "extra"].flatMap((file) =>
      parseEvalQuestions(readFileSync(`test/eval/${file}.jsonl`, "utf8")),
    );
    scores = await evaluate(app, questions);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(FLOORS)("%s %s is at least %d", (group, measure, least) => {
    expect(scores.groups[group]?.[measure]?.mean).toBeGreaterThanOrEqual(least);
  });

  test.each(CEILINGS)("%s %s is at most %d", (group, measure, most) => {
    expect(scores.groups[group]?.[measure]?.mean).toBeLessThanOrEqual(most);
  });

  test("every cited title is one of the corpus", () => {
    expect(scores.overall.citedUnknown).toBe(0);
  });

  test("no question fails", () => {
    expect(scores.overall.failed).toBe(0);
  });
});
