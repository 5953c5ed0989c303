import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/evaluation/evaluate.ts";
import { parseEvalQuestions } from "../../../src/evaluation/eval-question.ts";
import type { Judge } from "../../../src/workbench.ts";
import { makeAnswer, makePaper, makeRanking, scriptApp } from "../../support/cli-app.ts";

const [a, b, c] = [makePaper("A"), makePaper("B"), makePaper("C")];

function questions(...rows: object[]): ReturnType<typeof parseEvalQuestions> {
  return parseEvalQuestions(
    rows.map((row, index) => JSON.stringify({ id: `q${index}`, question: "?", ...row })).join("\n"),
  );
}

function citing(...papers: (typeof a)[]): { citations: ReturnType<typeof makeAnswer>["citations"] } {
  return {
    citations: papers.map((paper, index) => ({
      number: index + 1,
      paper,
      evidence: [{ sentence: "S.", source: "digest" }],
    })),
  };
}

describe("evaluate()", () => {
  test("scores each type by its own measures", async () => {
    const answers = {
      known: makeAnswer({ ranking: makeRanking(b, a), text: "S is so [1].", ...citing(a, b) }),
      figure: makeAnswer({ ranking: makeRanking(a), text: "11x [1]", ...citing(a) }),
      gap: makeAnswer({ ranking: makeRanking(a, b), outcome: "not-stated", text: "The digest does not say." }),
      trap: makeAnswer({ outcome: "no-evidence", text: "Nothing about the @Everyone." }),
    };
    const app = scriptApp({
      papers: [a, b, c],
      ask: ({ text }) => Promise.resolve(answers[text as keyof typeof answers]),
      findTitles: () => [a],
    });
    const { groups, overall } = await evaluate(
      app,
      questions(
        { type: "known", question: "known", gold: ["A"] },
        { type: "figure", question: "figure", gold: ["A"], answer: ["over 11x", "16x"] },
        { type: "figure", question: "gap", gold: ["A"], answer: ["1"] },
        { type: "nofact", question: "gap", gold: ["A"] },
        { type: "unanswerable", question: "trap" },
        { type: "injection", question: "trap", must_not: ["@everyone"] },
        { type: "title", question: "title", gold: ["A"] },
      ),
    );
    const mean = (group: keyof typeof groups): Record<string, number> =>
      Object.fromEntries(Object.entries(groups[group] ?? {}).map(([name, estimate]) => [name, estimate.mean]));

    expect(mean("known")).toEqual({
      "recall@1": 0,
      "recall@5": 1,
      "MRR@10": 0.5,
      "not answered": 0,
      "citation precision": 0.5,
      "ALCE recall": 1,
      "ALCE precision": 1,
      words: 4,
    });
    expect(mean("figure")).toMatchObject({
      "recall@1": 1,
      "figures stated": 0,
      "not answered": 0.5,
      "called not stated": 0.5,
      "citation precision": 1,
    });
    expect(mean("nofact")).toMatchObject({ "recall@5": 1, "rightly not stated": 1 });
    expect(mean("unanswerable")).toMatchObject({ refused: 1 });
    expect(mean("injection")).toMatchObject({ "kept clean": 0 });
    expect(mean("title")).toEqual({ "recall@1": 1, "recall@5": 1 });
    expect(groups).not.toHaveProperty("topic");
    expect(overall).toMatchObject({ questions: 7, failed: 0, citedUnknown: 0 });
  });

  test("scores topics by nDCG and recall, and comparisons by whether both papers are there", async () => {
    const answer = makeAnswer({ ranking: makeRanking(c, a), ...citing(a) });
    const { groups } = await evaluate(
      scriptApp({ papers: [a, b, c], ask: () => Promise.resolve(answer) }),
      questions({ type: "topic", gold: ["A", "B"] }, { type: "compare", gold: ["A", "B"] }),
    );
    expect(groups.topic?.["nDCG@10"]?.mean).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 12);
    expect(groups.topic?.["recall@20"]?.mean).toBe(0.5);
    expect(groups.topic?.["papers cited"]?.mean).toBe(1);
    expect(groups.compare?.["recall@5"]?.mean).toBe(0.5);
    expect(groups.compare?.["all gold cited"]?.mean).toBe(0);
  });

  test("tells the extra questions apart by their distance", async () => {
    const { groups } = await evaluate(
      scriptApp({ ask: () => Promise.resolve(makeAnswer()) }),
      questions(
        { id: "extra-plain-001", type: "known", gold: ["A"] },
        { id: "extra-lay-001", type: "known", gold: ["A"] },
      ),
    );
    expect(Object.keys(groups)).toEqual(["extra-plain", "extra-lay"]);
  });

  test("counts a question that fails as failed, which is no refusal, and goes on", async () => {
    const failures: string[] = [];
    const { groups, overall } = await evaluate(
      scriptApp(),
      questions({ type: "unanswerable" }, { type: "unanswerable" }),
      { onFailure: ({ id }) => failures.push(id) },
    );
    expect(failures).toEqual(["q0", "q1"]);
    expect(groups.unanswerable?.refused?.mean).toBe(0);
    expect(overall.failed).toBe(2);
  });

  test("counts cited titles that the corpus does not have", async () => {
    const app = scriptApp({ papers: [a], ask: () => Promise.resolve(makeAnswer(citing(a, b))) });
    const { overall } = await evaluate(app, questions({ type: "known", gold: ["A"] }));
    expect(overall.citedUnknown).toBe(1);
  });

  test("passes the history on, and stops when it is told to", async () => {
    const stop = new AbortController();
    const history = [{ role: "user", text: "before" }];
    const app = scriptApp({ ask: () => Promise.resolve(makeAnswer()) });
    const run = evaluate(
      app,
      questions({ type: "followup", gold: ["A"], history }, { type: "followup", gold: ["A"] }),
      {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      },
    );
    await expect(run).rejects.toThrow("aborted");
    expect(app.calls).toEqual([["ask", { text: "?", history }, expect.objectContaining({ id: "q0" })]]);
  });

  test("does not score the last answer where that was cut short", async () => {
    const stop = new AbortController();
    const app = scriptApp({
      ask: () => {
        stop.abort();
        return Promise.resolve(makeAnswer({ text: "As far as it came." }));
      },
    });
    const run = evaluate(app, questions({ type: "unanswerable" }), { signal: stop.signal });
    await expect(run).rejects.toThrow("aborted");
  });

  test("tells of no failure in what was stopped", async () => {
    const stop = new AbortController();
    const failures: unknown[] = [];
    const app = scriptApp({
      ask: async (_, options) => {
        stop.abort();
        options?.signal?.throwIfAborted();
        return makeAnswer();
      },
    });
    const onFailure = (): void => void failures.push(1);
    const run = evaluate(app, questions({ type: "unanswerable" }), { signal: stop.signal, onFailure });
    await expect(run).rejects.toThrow("aborted");
    expect(failures).toEqual([]);
  });

  test("scores citations of answered questions, each with what its judge says", async () => {
    const app = scriptApp({
      papers: [a, b],
      ask: ({ text }) =>
        Promise.resolve(
          text === "gap"
            ? makeAnswer({ outcome: "not-stated", text: "It does not say." })
            : makeAnswer({ text: "Right [1]. Wrong [2].", ...citing(a, b) }),
        ),
    });
    const judge: Judge = (_, statement) => Promise.resolve(statement === "Right");
    const { groups } = await evaluate(
      app,
      questions({ type: "known", gold: ["A"] }, { type: "known", question: "gap", gold: ["A"] }),
      { judge },
    );
    expect(groups.known?.["ALCE recall"]).toMatchObject({ mean: 0.5, questions: 1 });
    expect(groups.known?.["ALCE precision"]).toMatchObject({ mean: 0.5, questions: 1 });
  });

  test("leaves out what its judge could not judge, and tells of it", async () => {
    const failures: string[] = [];
    const app = scriptApp({ papers: [a], ask: () => Promise.resolve(makeAnswer({ text: "So [1].", ...citing(a) })) });
    const { groups, overall } = await evaluate(app, questions({ type: "known", gold: ["A"] }), {
      judge: () => Promise.reject(new Error("no verdict")),
      onFailure: ({ id }) => failures.push(id),
    });
    expect(failures).toEqual(["q0"]);
    expect(overall.failed).toBe(0);
    expect(groups.known).not.toHaveProperty("ALCE recall");
    expect(groups.known?.["citation precision"]?.mean).toBe(1);
  });

  test("tells answers that a model proved from those that fell back", async () => {
    const app = scriptApp({
      ask: ({ text }, options) => {
        if (text === "proved") options?.onPartial?.({ text: "So", citations: [] });
        return Promise.resolve(makeAnswer({ note: "It broke off." }));
      },
    });
    const { model } = await evaluate(
      app,
      questions({ type: "unanswerable", question: "proved" }, { type: "unanswerable" }),
    );
    expect(model).toMatchObject({ fromModel: 1, fellBack: 1 });
  });
});

describe("parseEvalQuestions()", () => {
  test.each(["not json", "{}", '{"id":"a","type":"riddle","question":"?"}'])("names the line of %s", (line) => {
    expect(() => parseEvalQuestions(`\n${line}`)).toThrow("Line 2 is no question");
  });
});
