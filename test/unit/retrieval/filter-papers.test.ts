import { describe, expect, it } from "vitest";
import type { Filters } from "../../../src/domain/question.ts";
import { filterPapers } from "../../../src/retrieval/filter-papers.ts";
import { inventPaper } from "../../support/papers.ts";

const OLD = inventPaper("Old", { published: "2020-02-29" });
const NEW = inventPaper("New", { published: "2024-05-20", links: ["https://github.com/example/new"] });
const UNDATED = inventPaper("Undated");
const UNDATED_WITH_CODE = inventPaper("Undated with code", { links: ["https://www.github.com/example/code"] });
const PAGE = inventPaper("Page", { published: "2024-05-21", links: ["https://example.org/github.com"] });
const PAPERS = [OLD, NEW, UNDATED, UNDATED_WITH_CODE, PAGE];

function sift(filters: Filters): { titles: string[]; undated: number } {
  const { passes, undated } = filterPapers(PAPERS, filters);
  return { titles: PAPERS.filter(passes).map(({ title }) => title), undated };
}

describe("filterPapers()", () => {
  it("lets everything pass without a filter, and counts no undated papers", () => {
    expect(sift({})).toEqual({ titles: ["Old", "New", "Undated", "Undated with code", "Page"], undated: 0 });
  });

  it.each<[string, Filters, string[]]>([
    ["since the very day", { since: "2024-05-20" }, ["New", "Page"]],
    ["since the day after", { since: "2024-05-21" }, ["Page"]],
    ["until the very day", { until: "2024-05-20" }, ["Old", "New"]],
    ["until the day before", { until: "2024-05-19" }, ["Old"]],
    ["one single day", { since: "2024-05-20", until: "2024-05-20" }, ["New"]],
    ["bounds that cross", { since: "2024-05-21", until: "2024-05-20" }, []],
  ])("takes bounds as inclusive: %s", (_case, filters, titles) => {
    expect(sift(filters).titles).toEqual(titles);
  });

  it("leaves undated papers out of a date filter, and counts them", () => {
    expect(sift({ since: "1900-01-01" })).toMatchObject({ titles: ["Old", "New", "Page"], undated: 2 });
  });

  it("has-code lets pass what links to GitHub itself, dated or not", () => {
    expect(sift({ hasCode: true })).toEqual({ titles: ["New", "Undated with code"], undated: 0 });
  });

  it("counts as undated only what the date alone left out", () => {
    expect(sift({ hasCode: true, until: "2025-01-01" })).toEqual({ titles: ["New"], undated: 1 });
  });

  it("lets papers without code pass when has-code is off", () => {
    expect(sift({ hasCode: false }).titles).toHaveLength(5);
  });
});
