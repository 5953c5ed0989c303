import { describe, expect, test } from "vitest";
import { CorpusUnreadableError } from "../../../src/domain/errors.ts";
import type { IndexOptions, IndexSummary } from "../../../src/workbench.ts";
import { runInMemory } from "../../support/cli-context.ts";

const summary: IndexSummary = {
  files: [
    { file: "a.txt", entries: 1, problems: [] },
    {
      file: "b.txt",
      entries: 20,
      problems: Array.from({ length: 12 }, (_, index) => ({ place: `line ${index + 1}`, reason: "No title." })),
    },
  ],
  entries: 21,
  papers: 8,
  dated: 3,
  withAuthorCount: 2,
  embedded: 5,
  unchanged: 3,
  removed: 1,
  model: "corpus",
  seconds: 1.25,
};

describe("footnote index", () => {
  test("tells what every file gave, with the first problems of each", async () => {
    const { code, stdout } = await runInMemory(["index"], { workbench: { index: () => Promise.resolve(summary) } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^8 papers from 21 entries of 2 files, 3 with a date, 2 with a number of authors\.\n/);
    expect(stdout).toContain("  a.txt: 1 entry\n  b.txt: 20 entries, 12 problems\n    line 1: No title.\n");
    expect(stdout).toContain("    line 10: No title.\n    and 2 more (--json lists them all)\n");
    expect(stdout).toMatch(/\n5 embedded, 3 unchanged, 1 removed \(model corpus, 1\.\d s\)\.\n$/);
  });

  test("prints the summary as one JSON object with --json", async () => {
    const workbench = { index: () => Promise.resolve(summary) };
    const { stdout } = await runInMemory(["index", "--json"], { workbench });
    expect(JSON.parse(stdout)).toEqual(summary);
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });

  test.each([
    [["index"], { paths: [], strict: false, force: false }],
    [["index", "a", "b", "--strict", "--force"], { paths: ["a", "b"], strict: true, force: true }],
    [["index", "--corpus", "c", "d"], { paths: ["c", "d"], strict: false, force: false }],
  ])("%j builds with %j", async (args, expected) => {
    const built: IndexOptions[] = [];
    const index = (options: IndexOptions): Promise<IndexSummary> => {
      built.push(options);
      return Promise.resolve(summary);
    };
    await runInMemory(args, { workbench: { index } });
    expect(built).toMatchObject([expected]);
  });

  test("wants its sources named once", async () => {
    const { code, stderr } = await runInMemory(["index", "a", "--corpus", "b"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Name the sources once");
  });

  test("fails in the words of what failed", async () => {
    const index = (): Promise<never> => Promise.reject(new CorpusUnreadableError("Cannot read a: line 3."));
    expect(await runInMemory(["index", "--strict"], { workbench: { index } })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "footnote: Cannot read a: line 3.\n",
    });
  });

  test("shows a bar on a terminal, and takes it away", async () => {
    const { stderr } = await runInMemory(["index"], {
      isTTY: true,
      workbench: {
        index: ({ onProgress }) => {
          onProgress?.({ step: "reading", done: 0, total: 2 });
          onProgress?.({ step: "embedding", done: 3, total: 8 });
          return Promise.resolve(summary);
        },
      },
    });
    expect(stderr).toContain("embedding");
    expect(stderr).toContain("3/8");
    expect(stderr.endsWith("\u001B[2K") || stderr.endsWith("\u001B[0K")).toBe(true);
  });
});
