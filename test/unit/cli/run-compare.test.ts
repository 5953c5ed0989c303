import { describe, expect, test } from "vitest";
import { makeAnswer, scriptApp } from "../../support/cli-app.ts";
import { runInMemory } from "../../support/cli-context.ts";

const TEXT = `Problem
Both are slow [1].
Problem solving is another matter.

Figures
Twice as fast [2].`;

const app = scriptApp({ compare: () => Promise.resolve(makeAnswer({ kind: "comparison", text: TEXT })) });

describe("footnote compare", () => {
  test.each([[["A", "B"]], [["A", "B", "C", "D"]]])("puts %j side by side", async (titles) => {
    const comparing = scriptApp({ compare: () => Promise.resolve(makeAnswer({ text: "Alike." })) });
    expect(await runInMemory(["compare", ...titles], { app: comparing })).toMatchObject({
      code: 0,
      stdout: "Alike.\n",
    });
    expect(comparing.calls).toEqual([["compare", titles, expect.anything()]]);
  });

  test("prints the headings of its parts bold, and no sentence that begins like one", async () => {
    const { stdout } = await runInMemory(["compare", "A", "B"], { app, isTTY: true, color: true });
    expect(stdout).toContain("\u001B[1mProblem\u001B[22m\nBoth are slow");
    expect(stdout).toContain("\nProblem solving is another matter.\n\n\u001B[1mFigures\u001B[22m\n");
  });

  test("prints JSON where asked", async () => {
    const { stdout } = await runInMemory(["compare", "A", "B", "--json"], { app });
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "answered", answer: TEXT });
  });

  test.each([
    [["A"], "one paper"],
    [["A", "B", "C", "D", "E"], "5 papers"],
  ])("is wrong usage with %j, told with the mend", async (titles, named) => {
    const run = await runInMemory(["compare", ...titles]);
    expect(run).toMatchObject({ code: 2, stdout: "", indexFolders: [] });
    expect(run.stderr).toBe(
      `footnote: Cannot compare ${named}: name two to four, each title in quotes (footnote compare "…" "…"), ` +
        "before --corpus or after --.\n",
    );
  });
});
