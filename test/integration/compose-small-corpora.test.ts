import { describe, expect, it } from "vitest";
import { CorpusUnreadableError } from "../../src/domain/errors.ts";
import { World } from "../support/compose-world.ts";
import { catalogueOf, inventPaper, PAPERS } from "../support/papers.ts";

describe.each([1, 2, 10])("a corpus of %i papers", (count) => {
  const papers = PAPERS.slice(0, count);

  it("answers when it is asked for a paper by its title, and cites it", async () => {
    const { app } = await new World(catalogueOf(papers)).open();
    for (const { title } of papers) {
      const { outcome, citations, ranking } = await app.ask({ text: title, history: [] });
      expect(outcome).toBe("answered");
      expect(citations[0]?.paper.title).toBe(title);
      expect(ranking).toHaveLength(count);
    }
  });

  it("refuses what it does not hold", async () => {
    const { app } = await new World(catalogueOf(papers)).open();
    const { outcome, citations } = await app.ask({ text: "Who won the chess match in Reykjavik?", history: [] });
    expect({ outcome, citations }).toEqual({ outcome: "no-evidence", citations: [] });
  });

  it("finds nothing for a query that shares nothing with it", async () => {
    const { app } = await new World(catalogueOf(papers)).open();
    expect((await app.search("zzzzzz qqqqqq")).papers).toEqual([]);
  });

  it("finds every paper by its questions, related papers and titles", async () => {
    const { app } = await new World(catalogueOf(papers)).open();
    for (const paper of papers) {
      expect((await app.search(paper.questions[0] ?? "")).papers[0]?.paper).toEqual(paper);
      expect(await app.related(paper)).toHaveLength(count - 1);
      expect(app.findTitles(paper.title)[0]).toEqual(paper);
    }
  });
});

describe("a corpus of one paper", () => {
  // The evidence model was fitted on BM25 scores of some 800 papers, and those of one paper are far lower.
  it("answers a plain question about it", async () => {
    const { app } = await new World(catalogueOf(PAPERS.slice(0, 1))).open();
    const text = "How does KettleNet detect boiling water with spiking neurons?";
    expect((await app.ask({ text, history: [] })).outcome).toBe("answered");
  });
});

describe("a corpus of no papers", () => {
  it("is refused with the file that holds none", async () => {
    const opening = new World("").open();
    await expect(opening).rejects.toThrow(CorpusUnreadableError);
    await expect(opening).rejects.toThrow(/catalogue\.jsonl.*: the file is empty/);
  });
});

describe("a corpus of papers that are hard to embed", () => {
  it.each([
    ["share no term with each other", [inventPaper("Red Kite"), inventPaper("Silent Owls"), inventPaper("42")]],
    ["have one text", [inventPaper("The Red Kite"), inventPaper("A Red Kite")]],
    ["have titles of stop words", [inventPaper("What Is It"), inventPaper("And Then")]],
    ["are written in another script", [inventPaper("注意力"), inventPaper("Внимание")]],
  ])("is indexed and opened although they %s", async (_case, papers) => {
    const { app } = await new World(catalogueOf(papers)).open();
    expect(app.papers).toEqual(papers);
    for (const { title } of papers) {
      const { ranking } = await app.ask({ text: title, history: [] });
      expect(ranking.every(({ score }) => Number.isFinite(score))).toBe(true);
    }
  });
});
