import { describe, expect, test } from "vitest";
import { makePaper, makeRanking, scriptApp } from "../../support/cli-app.ts";
import { runInMemory } from "../../support/cli-context.ts";

const paper = makePaper("Raw", {
  displayTitle: "Readable",
  tldr: "One sentence.",
  published: "2024-05-13",
  links: ["https://github.com/a/b"],
});

describe("footnote search", () => {
  test("lists papers, and says how many had no date to filter by", async () => {
    const app = scriptApp({
      search: () => Promise.resolve({ papers: makeRanking(paper, makePaper("Bare")), undated: 3 }),
    });
    const { stdout } = await runInMemory(["search", "q"], { app });
    expect(stdout).toBe(`1. Readable
   One sentence.
   2024-05-13 · code https://github.com/a/b

2. Bare
   search arXiv https://arxiv.org/search/?query=Bare&searchtype=title

3 more papers have no known date and were left out.
`);
  });

  test("passes its filters and its limit on", async () => {
    const app = scriptApp({ search: () => Promise.resolve({ papers: [], undated: 0 }) });
    const args = ["search", "q", "--since", "2024-02-29", "--until", "2024-02-29", "--has-code", "--limit", "5"];
    const { code, stdout } = await runInMemory(args, { app });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Nothing in the corpus matches.\n" });
    const filters = { since: "2024-02-29", until: "2024-02-29", hasCode: true };
    expect(app.calls).toEqual([["search", "q", { filters, limit: 5 }]]);
  });

  test("lists 10 papers without filters by default, as JSON where asked", async () => {
    const app = scriptApp({ search: () => Promise.resolve({ papers: makeRanking(paper), undated: 0 }) });
    const { stdout } = await runInMemory(["search", "q", "--json"], { app });
    expect(JSON.parse(stdout)).toEqual({
      papers: [{ title: "Raw", published: "2024-05-13", links: ["https://github.com/a/b"], score: 1 }],
      undated: 0,
    });
    expect(app.calls).toEqual([["search", "q", { filters: {}, limit: 10 }]]);
  });

  test.each([
    [["--since", "2023-02-29"], "no day of the form YYYY-MM-DD"],
    [["--until", "13.05.2024"], "no day of the form YYYY-MM-DD"],
    [["--since", "2024-05-14", "--until", "2024-05-13"], "--since 2024-05-14 is later than --until 2024-05-13."],
    [["--limit", "0"], "no whole number from 1 to 100"],
    [["--limit", "1.5"], "no whole number from 1 to 100"],
  ])("is wrong usage with %j", async (args, message) => {
    const { code, stderr, indexFolders } = await runInMemory(["search", "q", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(indexFolders).toEqual([]);
  });
});

describe("footnote title", () => {
  test("lists the papers that may be meant", async () => {
    const app = scriptApp({ findTitles: () => [paper] });
    expect((await runInMemory(["title", "redable"], { app })).stdout).toContain("1. Readable\n");
    const { stdout } = await runInMemory(["title", "redable", "--json"], { app });
    expect(JSON.parse(stdout)).toEqual({
      papers: [{ title: "Raw", published: "2024-05-13", links: ["https://github.com/a/b"] }],
    });
  });
});
