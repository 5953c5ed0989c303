import { describe, expect, test } from "vitest";
import type { ModelUse } from "../../../src/domain/answer.ts";
import { shareOf, tallyModel } from "../../../src/evaluation/model-tally.ts";
import { makeAnswer } from "../../support/cli-app.ts";

function use(more: Partial<ModelUse> = {}): ModelUse {
  return {
    model: "m",
    requests: 1,
    promptTokens: 100,
    completionTokens: 10,
    isEstimated: false,
    isCached: false,
    prompts: {},
    removed: [],
    ...more,
  };
}

const trace = { searched: "", evidence: {}, stages: [] };

describe("shareOf()", () => {
  test.each([
    ["was written by a model", { trace: { ...trace, model: use() } }, false, "model"],
    [
      "broke off after something was proved",
      { trace: { ...trace, model: use() }, note: "It broke off." },
      true,
      "model",
    ],
    ["fell back after a request", { trace: { ...trace, model: use() }, note: "It failed." }, false, "fallback"],
    ["fell back without a request", { note: "No money is left." }, false, "fallback"],
    ["needed no model", {}, false, "papers"],
  ] as const)("knows an answer that %s", (_, answer, isProved, author) => {
    expect(shareOf(makeAnswer(answer), isProved).author).toBe(author);
  });
});

describe("tallyModel()", () => {
  test("adds up who wrote, what was removed, and what it cost", () => {
    const removed = [
      { sentence: "A.", reason: "support" },
      { sentence: "B.", reason: "uncited" },
      { sentence: "C.", reason: "support" },
    ] as const;
    const tally = tallyModel([
      { author: "model", use: use({ removed, cost: 0.5 }) },
      { author: "model", use: use({ requests: 0, isCached: true }) },
      { author: "fallback", use: use({ isEstimated: true, cost: 0.25 }) },
      { author: "fallback" },
      { author: "papers" },
    ]);
    expect(tally).toEqual({
      models: ["m"],
      fromModel: 2,
      fellBack: 2,
      removed: { support: 2, uncited: 1 },
      requests: 2,
      promptTokens: 300,
      completionTokens: 30,
      isEstimated: true,
      cost: 0.75,
    });
  });

  test("names no cost where no price is known", () => {
    expect(tallyModel([{ author: "model", use: use() }])).not.toHaveProperty("cost");
  });
});
