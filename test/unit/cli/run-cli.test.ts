import { describe, expect, test } from "vitest";
import { runInMemory } from "../../support/cli-context.ts";

const VERBS = ["index", "ask", "search", "title", "summary", "compare", "batch", "eval", "feedback"];

describe("runCli()", () => {
  test.each(VERBS)("%s --help is help on stdout, and done", async (verb) => {
    const { code, stdout, stderr } = await runInMemory([verb, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const part of [`Usage: footnote ${verb}`, "--index <dir>", "--corpus <path...>", "--json"]) {
      expect(stdout).toContain(part);
    }
  });

  test("--help names every verb", async () => {
    const { stdout } = await runInMemory(["--help"]);
    for (const verb of VERBS) expect(stdout).toMatch(new RegExp(`^  ${verb} `, "m"));
  });

  test("without a verb is wrong usage, with the help on stderr", async () => {
    const { code, stdout, stderr } = await runInMemory([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: footnote");
  });

  test.each(["ask", "summary", "compare", "batch"])("%s --help tells how to answer without a model", async (verb) => {
    expect((await runInMemory([verb, "--help"])).stdout).toContain("--no-model");
  });

  test.each([
    [["serach", "x"], "footnote: unknown command 'serach' (Did you mean search?)\n"],
    [["ask", "x", "--jsno"], "footnote: unknown option '--jsno' (Did you mean --json?)\n"],
    [["ask", "two", "words"], "footnote: too many arguments for 'ask'. Expected 1 argument but got 2: two, words.\n"],
    [["search"], "footnote: missing required argument 'query'\n"],
    [["ask", "x", "--index"], "footnote: option '--index <dir>' argument missing\n"],
  ])("%j is wrong usage, told in one line", async (args, line) => {
    expect(await runInMemory(args)).toEqual({ code: 2, stdout: "", stderr: line, indexFolders: [] });
  });
});
