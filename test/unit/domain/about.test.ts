import { describe, expect, it } from "vitest";
import { describeCorpus } from "../../../src/domain/about.ts";
import { makePaper } from "../../support/cli-app.ts";
import { PAPERS } from "../../support/papers.ts";

const KNOWN = { indexBuiltAt: "2026-03-01T12:00:00.000Z", embeddingModel: "corpus" };

describe("describeCorpus()", () => {
  it("names the newest paper as people read it", () => {
    const papers = [...PAPERS, makePaper("S2: 33times", { displayTitle: "S2: 33x", published: "2025-03-09" })];
    expect(describeCorpus(papers, { ...KNOWN, chatModel: "small-model" })).toEqual({
      papers: 11,
      newestPaper: { title: "S2: 33x", published: "2025-03-09" },
      ...KNOWN,
      chatModel: "small-model",
    });
  });

  it("takes the first of several on the latest day", () => {
    const papers = ["First", "Second"].map((title) => makePaper(title, { published: "2025-01-01" }));
    expect(describeCorpus(papers, KNOWN).newestPaper?.title).toBe("First");
  });

  it("names none where no date is known", () => {
    expect(describeCorpus([makePaper("Undated")], KNOWN)).toEqual({ papers: 1, ...KNOWN });
    expect(describeCorpus([], KNOWN)).toEqual({ papers: 0, ...KNOWN });
  });
});
