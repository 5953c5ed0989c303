import { describe, expect, test } from "vitest";
import { makeAnswer, scriptApp } from "../../support/cli-app.ts";
import { runInMemory } from "../../support/cli-context.ts";

describe("footnote summary", () => {
  test.each([
    [[], "standard"],
    [["--length", "short"], "short"],
    [["--length", "standard"], "standard"],
    [["--length", "plain"], "plain"],
  ])("sums up with %j at the length %s", async (args, length) => {
    const app = scriptApp({ summarize: () => Promise.resolve(makeAnswer({ kind: "summary", text: "In short." })) });
    expect((await runInMemory(["summary", "Raw", ...args], { app })).stdout).toBe("In short.\n");
    expect(app.calls).toEqual([["summarize", "Raw", expect.objectContaining({ length })]]);
  });

  test("is wrong usage with another length, and names those that there are", async () => {
    const run = await runInMemory(["summary", "Raw", "--length", "long"]);
    expect(run).toMatchObject({ code: 2, stdout: "", indexFolders: [] });
    expect(run.stderr).toMatch(/^footnote: .* Allowed choices are short, standard, plain\.\n$/);
  });

  test("prints JSON where asked", async () => {
    const app = scriptApp({ summarize: () => Promise.resolve(makeAnswer({ text: "In short." })) });
    const { stdout } = await runInMemory(["summary", "Raw", "--json"], { app });
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "answered", answer: "In short." });
  });
});
