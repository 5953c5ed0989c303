import { describe, expect, it } from "vitest";
import type { Paper } from "../../../src/domain/paper.ts";
import { buildLexicon } from "../../../src/retrieval/lexicon.ts";
import { NameIndex } from "../../../src/retrieval/name-index.ts";
import { paperText } from "../../../src/retrieval/paper-text.ts";
import { inventPaper } from "../../support/papers.ts";

const OTHER = inventPaper("A Study of Something Else", { digest: "It compares itself with every other paper." });

/** @returns What a question's names say of each paper. */
function scoresOf(papers: readonly Paper[], question: string): number[] {
  const { words: vocabulary } = buildLexicon(papers.map((paper) => paperText(paper)));
  return [...new NameIndex(papers, vocabulary).scores(question)];
}

/** @returns Whether a question names a paper that stands beside another one. */
function names(question: string, paper: Paper): boolean {
  const [score = 0, other] = scoresOf([paper, OTHER], question);
  expect(other).toBe(0);
  return score > 0;
}

describe("NameIndex", () => {
  it("knows a paper by the head of its title", () => {
    const paper = inventPaper("Teapot: Steeping Language Models in Fewer Tokens");
    expect(names("how fast is teapot?", paper)).toBe(true);
    expect(names("how fast is a kettle?", paper)).toBe(false);
  });

  it("wants the whole of a name that has several words, one after the other", () => {
    const paper = inventPaper("Silent Owl 2: Night Vision for Drones");
    expect(names("does silent owl see at night?", paper)).toBe(false);
    expect(names("does owl 2, the silent one, see at night?", paper)).toBe(false);
    expect(names("does Silent-Owl 2 see at night?", paper)).toBe(true);
    expect(names("does silentowl2 see at night?", paper)).toBe(true);
  });

  it("takes the head of a title for a name only if it is short", () => {
    const paper = inventPaper("Attention as a Tide for Long Scrolls: An Analysis");
    expect(names("attention as a tide for long scrolls", paper)).toBe(false);
  });

  it("takes no title without a colon for a name", () => {
    expect(names("paper ferries", inventPaper("Paper Ferries"))).toBe(false);
  });

  it("knows a paper by the subject of its TL;DR that looks like a name", () => {
    const paper = inventPaper("Reading with Fewer Passes", { tldr: "SkimFormer reads only what matters." });
    expect(names("what does skimformer read?", paper)).toBe(true);
  });

  it("takes no ordinary word that begins a TL;DR for a name", () => {
    expect(names("reading", inventPaper("On Books", { tldr: "Reading gets faster." }))).toBe(false);
  });

  it.each([
    ["of the digest", { digest: "With a FOW, boats turn by themselves." }],
    ["of the abstract", { abstract: "With a FOW, boats turn by themselves." }],
  ])("knows a paper by an acronym %s that has the initials of its title", (_case, more) => {
    expect(names("how does FOW work?", inventPaper("Ferries on Water", more))).toBe(true);
  });

  it("takes no acronym for a name that has other letters than the title's initials", () => {
    const paper = inventPaper("Ferries on Water", { digest: "Unlike BERT, boats turn by themselves." });
    expect(names("what is BERT?", paper)).toBe(false);
  });

  it.each([
    "We propose",
    "This paper introduces the",
    "We present a",
    "It is called",
    "A method dubbed",
    "We develop an",
  ])("knows a paper by the name that its abstract announces: “%s …”", (announcement) => {
    const paper = inventPaper("Sails for Slow Winds", { abstract: `${announcement} WindNet-3. Boats move.` });
    expect(names("how good is windnet-3?", paper)).toBe(true);
  });

  it("takes no ordinary word that an abstract announces for a name", () => {
    const paper = inventPaper("Sails for Slow Winds", { abstract: "We propose sails that turn by themselves." });
    expect(names("sails", paper)).toBe(false);
  });

  it("knows only papers by a name that call themselves so", () => {
    const brings = inventPaper("SkimFormer: Reading with Fewer Passes");
    const compares = inventPaper("On Reading", { abstract: "We beat SkimFormer by far.", digest: "Beats SkimFormer." });
    expect(scoresOf([compares, brings], "skimformer")).toEqual([0, expect.any(Number)]);
  });

  it("scores a name by how rare it is in the corpus", () => {
    const rare = inventPaper("Zephyrine: Winds");
    const common = inventPaper("Boats: Sails", { digest: "boats" });
    const fleet = [1, 2, 3].map((at) => inventPaper(`Fleet ${at}`, { digest: "many boats" }));
    const [ofRare = 0, ofCommon = 0] = scoresOf([rare, common, ...fleet], "zephyrine boats");
    expect(ofCommon).toBeGreaterThan(0);
    expect(ofRare).toBeGreaterThan(ofCommon);
  });

  it("scores a paper by the rarest of its names, not by their number", () => {
    const twice = inventPaper("SkimFormer: Reading", { tldr: "SkimFormer reads.", abstract: "We propose SkimFormer." });
    const once = inventPaper("LeafNet: Turning", { digest: "LeafNet LeafNet LeafNet" });
    const [ofTwice, ofOnce] = scoresOf([twice, once], "skimformer or leafnet");
    expect(ofTwice).toBe(ofOnce);
  });

  it("scores a name of several words by the rarest of them", () => {
    const papers = [
      inventPaper("Zephyrine Boats: Winds"),
      inventPaper("Boats: Sails"),
      inventPaper("Zephyrine: Calm", { digest: "no wind" }),
      ...[1, 2, 3].map((at) => inventPaper(`Fleet ${at}`, { digest: "many boats" })),
    ];
    const [ofBoth, ofBoats = 0, ofZephyrine = 0] = scoresOf(papers, "zephyrine boats");
    expect(ofBoth).toBe(Math.max(ofBoats, ofZephyrine));
    expect(ofBoats).not.toBe(ofZephyrine);
  });

  it("tells two papers of one name alike", () => {
    const [one, two] = scoresOf([inventPaper("Teapot: First Leaves"), inventPaper("Teapot: Second Leaves")], "teapot");
    expect(one).toBeGreaterThan(0);
    expect(two).toBe(one);
  });

  it("copes with titles that begin with a colon or have a name of stop words", () => {
    const papers = [inventPaper(": Leading Colon"), inventPaper("All in One: Everything"), inventPaper("The: End")];
    expect(scoresOf(papers, "all in the one")).toHaveLength(3);
  });

  it("scores nothing without papers", () => {
    expect(scoresOf([], "teapot")).toEqual([]);
  });
});
