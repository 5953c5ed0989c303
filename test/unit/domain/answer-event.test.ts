import { describe, expect, it } from "vitest";
import type { ModelUse } from "../../../src/domain/answer.ts";
import { describeAnswer } from "../../../src/domain/answer-event.ts";
import type { AnswerContext } from "../../../src/domain/answer-event.ts";
import { makeAnswer, makePaper, makeRanking } from "../../support/cli-app.ts";

const CONTEXT: AnswerContext = { id: "a1b2", surface: "mention", totalMs: 1234.56, queueMs: 0 };
const USE: ModelUse = {
  model: "small-model",
  requests: 2,
  promptTokens: 900,
  completionTokens: 120,
  isEstimated: false,
  cost: 0.0012,
  isCached: false,
  prompts: { answer: 3 },
  removed: [{ sentence: "Nobody proved this.", reason: "uncited" }],
};
const TRACE = { searched: "", evidence: {}, stages: [] };

describe("describeAnswer()", () => {
  it("tells how an answer ended, how long each stage took, and how many papers it cites", () => {
    const paper = makePaper("Kettles", { id: "1" });
    const evidence = [{ sentence: "It boils.", source: "digest" as const }];
    const answer = makeAnswer({
      citations: [
        { number: 1, paper, evidence },
        { number: 2, paper: makePaper("Bees", { id: "2" }), evidence },
        { number: 3, paper, evidence },
      ],
      trace: {
        ...TRACE,
        stages: [
          { name: "retrieve", ms: 20.04 },
          { name: "read", ms: 3 },
          { name: "retrieve", ms: 5 },
        ],
      },
    });
    expect(describeAnswer(answer, { ...CONTEXT, queueMs: 400 })).toEqual({
      id: "a1b2",
      surface: "mention",
      outcome: "answered",
      kind: "paper",
      ms: { retrieve: 25, read: 3, queue: 400, total: 1234.6 },
      papers: 2,
    });
  });

  it("tells what a model had to do with it, and none of what it wrote", () => {
    const event = describeAnswer(makeAnswer({ trace: { ...TRACE, model: USE } }), CONTEXT);
    expect(event).toMatchObject({
      model: "small-model",
      promptTokens: 900,
      completionTokens: 120,
      cost: 0.0012,
      cached: false,
      removed: 1,
    });
    expect(JSON.stringify(event)).not.toContain("Nobody proved this");
  });

  it("does not guess a cost without prices", () => {
    const { cost: _cost, ...free } = USE;
    expect(describeAnswer(makeAnswer({ trace: { ...TRACE, model: free } }), CONTEXT)).not.toHaveProperty("cost");
  });

  it("tells why there was no answer", () => {
    expect(describeAnswer("chat/timed-out", CONTEXT)).toEqual({
      id: "a1b2",
      surface: "mention",
      outcome: "failed",
      failure: "chat/timed-out",
      ms: { queue: 0, total: 1234.6 },
      papers: 0,
    });
  });

  it("holds nothing that anybody wrote", () => {
    const said = "my secret question";
    const paper = makePaper(said, { id: "1" });
    const answer = makeAnswer({
      text: said,
      note: said,
      seeAlso: [paper],
      ranking: makeRanking(paper),
      citations: [{ number: 1, paper, evidence: [{ sentence: said, source: "digest" }] }],
      trace: { ...TRACE, searched: said },
    });
    expect(JSON.stringify(describeAnswer(answer, CONTEXT))).not.toContain(said);
  });

  it.each([makeAnswer(), "answer/stopped" as const])("holds the question where the owner wants it", (end) => {
    expect(describeAnswer(end, { ...CONTEXT, question: "Why bees?" }).question).toBe("Why bees?");
    expect(describeAnswer(end, CONTEXT)).not.toHaveProperty("question");
  });
});
