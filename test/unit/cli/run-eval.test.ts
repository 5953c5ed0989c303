import { describe, expect, test } from "vitest";
import { makeAnswer, makePaper, makeRanking, scriptApp } from "../../support/cli-app.ts";
import { runInMemory } from "../../support/cli-context.ts";

describe("footnote eval", () => {
  test("prints a table of the project's own questions by default", async () => {
    const app = scriptApp({ ask: () => Promise.resolve(makeAnswer({ outcome: "no-evidence" })), findTitles: () => [] });
    const { code, stdout } = await runInMemory(["eval"], { app });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^type +measure +n +mean +95 % interval\n/);
    expect(stdout).toMatch(/\nunanswerable +refused +40 +1\.000 +1\.000 - 1\.000\n/);
    expect(stdout).toMatch(/\nextra-lay +recall@1 +40 +0\.000/);
    expect(stdout).toContain("\n452 questions, 0 failed, 0 cited titles that the corpus does not have;");
  });

  test("prints scores as JSON, tells failures on stderr and exits with 1", async () => {
    const { code, stdout, stderr } = await runInMemory(["eval", "test/eval/extra.jsonl", "--json"], {
      app: scriptApp(),
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      groups: { "extra-lay": { "recall@1": { mean: 0, questions: 40 } } },
      overall: { questions: 200, failed: 200 },
    });
    expect(stderr).toMatch(/^extra-plain-001: Something went wrong/);
  });

  test("compares rankers with --ablate", async () => {
    const ablations = [
      { name: "words", rank: () => Promise.resolve(["WaveFlow: A Compact Flow-based Model for Raw Audio"]) },
    ];
    const world = {
      app: scriptApp({ search: () => Promise.resolve({ papers: makeRanking(makePaper("A")), undated: 0 }) }),
      workbench: { ablations: () => Promise.resolve(ablations) },
    };
    const { stdout } = await runInMemory(["eval", "--ablate", "test/eval/extra.jsonl"], world);
    expect(stdout).toMatch(/\nranker +R@1 +R@5 +MRR@10 .*\nwords +- +- +- +0\.008 +0\.008/);
    const json = await runInMemory(["eval", "--ablate", "--json"], world);
    expect(JSON.parse(json.stdout)).toMatchObject({
      columns: expect.arrayContaining(["known R@1", "topic nDCG@10"]) as string[],
      rankers: [{ name: "words" }],
    });
  });

  test.each([
    ["nowhere.jsonl", "Cannot read nowhere.jsonl: there is no such file."],
    ["package.json", "Cannot score with package.json: SyntaxError: Line 1 is no question"],
  ])("fails on %s", async (file, message) => {
    const { code, stderr } = await runInMemory(["eval", file]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
