import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePapers } from "../../../src/answering/compare-papers.ts";
import { ASPECTS } from "../../../src/domain/aspects.ts";
import { paperEvidence } from "../../../src/answering/paper-evidence.ts";
import { BEACON, CANDLE, CORPUS, HERON, LANTERN, madeUpPaper } from "../../support/answering-corpus.ts";
import { vocabularyOf } from "../../support/answering-engine.ts";

const vocabulary = vocabularyOf(CORPUS);

describe("comparePapers()", () => {
  test("is a list a paper under each aspect, in the papers' own sentences", () => {
    expect(comparePapers([LANTERN, BEACON], vocabulary).text).toBe(
      [
        "Problem",
        "- Lantern Decoding: Autoregressive generation emits one token at a time. [1]",
        "- Beacon Decoding: Drafting a single sequence of tokens wastes the parallelism of accelerators. [2]",
        "",
        "Method",
        "- Lantern Decoding: Lantern Decoding trains a firefly model of 40 million parameters to draft eight tokens, which the large model verifies in one pass. [1]",
        "- Beacon Decoding: We propose Beacon Decoding, which verifies a tree of 64 candidates in one pass of the large model. [2]",
        "",
        "Result",
        "- Lantern Decoding: On the Mothlight benchmark it is 2.7x faster than plain decoding, and the output distribution stays exactly the same. [1]",
        "- Beacon Decoding: Compared with drafting a single sequence, generation is 1.6x faster. [2]",
        "",
        "Figures",
        "- Lantern Decoding: those of its result above. [1]",
        "- Beacon Decoding: Beacon Decoding accepts 4.1 tokens per pass on average, e.g. in code completion, cf. Fig. 3. [2]",
      ].join("\n"),
    );
  });

  test("cites every sentence that it shows, with the paper's number by first use", () => {
    const { kind, outcome, text, citations } = comparePapers([LANTERN, BEACON, CANDLE], vocabulary);
    expect([kind, outcome]).toEqual(["comparison", "answered"]);
    expect(citations.map(({ number, paper }) => [number, paper])).toEqual([
      [1, LANTERN],
      [2, BEACON],
      [3, CANDLE],
    ]);
    for (const { number, evidence } of citations)
      for (const { sentence } of evidence) expect(text).toContain(`: ${sentence} [${number}]`);
  });

  test("says which text states nothing of an aspect: our digest, or the abstract", () => {
    const digest = madeUpPaper("Gong", { tldr: "Gong rings.", digest: "The authors introduce Gong, a loud bell." });
    const abstract = madeUpPaper("Chime: A Soft Bell", { abstract: "We introduce Chime, a soft bell." });
    const figures = madeUpPaper("Bell", { abstract: "We introduce Bell. It is 12% louder than 3 gongs at night." });
    const { text } = comparePapers([digest, abstract, figures], vocabulary);
    expect(text).toContain("- Gong: our digest of it states none.");
    expect(text).toContain("- Chime: its abstract states none.");
  });

  test("leaves out an aspect that no text states", () => {
    const bells = ["Gong", "Chime"].map((name) => madeUpPaper(name, { abstract: `We introduce ${name}, a bell.` }));
    expect(comparePapers(bells, vocabulary).text).toBe(
      "Method\n- Gong: We introduce Gong, a bell. [1]\n- Chime: We introduce Chime, a bell. [2]",
    );
  });

  test("numbers by first use also where the first paper's text states nothing of the first aspect", () => {
    const gong = madeUpPaper("Gong", { abstract: "We introduce Gong, a bell." });
    const { text, citations } = comparePapers([gong, BEACON], vocabulary);
    expect(text).toContain("- Beacon Decoding: Drafting a single sequence of tokens wastes");
    expect(text).toContain("- Gong: We introduce Gong, a bell. [2]");
    expect(citations.map(({ paper }) => paper)).toEqual([BEACON, gong]);
  });

  test("shows figures that no other line states, in a line of their own", () => {
    const paper = madeUpPaper("Gong: A Bell", {
      abstract:
        "Existing bells are limited to low notes. We propose Gong, a bell of bronze. Experiments show that Gong outperforms all other bells. The tone lasts 41 seconds at 93 decibels.",
    });
    const { text } = comparePapers([paper, BEACON], vocabulary);
    expect(text).toContain("Result\n- Gong: Experiments show that Gong outperforms all other bells. [1]");
    expect(text).toContain("Figures\n- Gong: The tone lasts 41 seconds at 93 decibels. [1]");
  });

  test("says once that only the title of a paper is known", () => {
    const { outcome, text, citations } = comparePapers([HERON, BEACON], vocabulary);
    expect(outcome).toBe("answered");
    expect(text.split("\n\n").at(-1)).toBe(`Only the title of “${HERON.title}” is known here.`);
    expect(text).not.toContain("- Heron");
    expect(citations.map(({ paper }) => paper)).toEqual([BEACON]);
  });

  test("states nothing where only the titles are known", () => {
    const other = madeUpPaper("Stork");
    expect(comparePapers([HERON, other], vocabulary)).toEqual({
      outcome: "not-stated",
      kind: "comparison",
      text: `Only the title of “${HERON.title}” is known here.\nOnly the title of “Stork” is known here.`,
      citations: [],
    });
  });

  test("calls papers by their whole titles where they share the part before the colon", () => {
    const abstract = "We propose a bell.";
    const papers = ["Gong: High", "Gong: Low"].map((title) => madeUpPaper(title, { abstract }));
    expect(comparePapers(papers, vocabulary).text).toBe(
      "Method\n- Gong: High: We propose a bell. [1]\n- Gong: Low: We propose a bell. [2]",
    );
  });

  test("never shows where code is to be had, nor a question", () => {
    const paper = madeUpPaper("Gong", {
      abstract:
        "How can bells improve by 30%? We propose Gong. Code achieves 99% and is available at https://bells.example/gong. Code: https://bells.example/7",
    });
    expect(comparePapers([paper, paper], vocabulary).text).not.toMatch(/https|How/);
  });

  test("shows no sentence twice, and none that is not the paper's, whatever the papers are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...CORPUS), { minLength: 2, maxLength: 4 }), (papers) => {
        const { text, citations } = comparePapers(papers, vocabulary);
        const shown = citations.flatMap(({ evidence }) => evidence);
        expect(new Set(shown).size).toBe(shown.length);
        for (const { paper, evidence } of citations)
          for (const item of evidence) expect(paperEvidence(paper)).toContain(item);
        const headings = text.split("\n").filter((line) => line !== "" && !line.startsWith("- "));
        expect(headings.filter((line) => !line.startsWith("Only the title"))).toEqual(
          ASPECTS.filter((aspect) => headings.includes(aspect)),
        );
      }),
    );
  });
});
