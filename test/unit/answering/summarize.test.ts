import { describe, expect, test } from "vitest";
import { summarizePaper, summarizeTopic } from "../../../src/answering/summarize.ts";
import type { Paper } from "../../../src/domain/paper.ts";
import { BEACON, CANDLE, CORPUS, HERON, LANTERN, madeUpPaper } from "../../support/answering-corpus.ts";
import { rankedAt, vocabularyOf } from "../../support/answering-engine.ts";

const vocabulary = vocabularyOf(CORPUS);

describe("summarizePaper()", () => {
  test("is our one-sentence summary, when short and there is no abstract", () => {
    expect(summarizePaper(LANTERN, "short", vocabulary).text).toBe(`${LANTERN.tldr} [1]`);
  });

  test("is the whole digest without that sentence, when of standard length", () => {
    const { text, citations } = summarizePaper(LANTERN, "standard", vocabulary);
    expect(text.replaceAll(" [1]", "")).toBe(LANTERN.digest);
    expect(citations[0]?.evidence.every(({ source }) => source === "digest")).toBe(true);
  });

  test("is the one-sentence summary where the digest has nothing else", () => {
    const paper = madeUpPaper("Bells", { tldr: "Bells ring." });
    expect(summarizePaper(paper, "standard", vocabulary).text).toBe("Bells ring. [1]");
  });

  test("is one sentence of the abstract where that is indexed, when short", () => {
    const { citations } = summarizePaper(BEACON, "short", vocabulary);
    expect(citations[0]?.evidence).toHaveLength(1);
    expect(BEACON.abstract).toContain(citations[0]?.evidence[0]?.sentence);
  });

  test("is a few sentences of the abstract, in its order, when of standard length", () => {
    const { citations } = summarizePaper(BEACON, "standard", vocabulary);
    const places = citations[0]?.evidence.map(({ sentence }) => BEACON.abstract?.indexOf(sentence) ?? -1) ?? [];
    expect(places.length).toBeGreaterThan(1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("says so when only the title is known", () => {
    expect(summarizePaper(HERON, "standard", vocabulary)).toEqual({
      outcome: "not-stated",
      kind: "summary",
      text: `Only the title of “${HERON.title}” is known here.`,
      citations: [],
    });
  });
});

describe("summarizePaper(), plain", () => {
  const plain = (paper: Paper) => summarizePaper(paper, "plain", vocabulary);

  test("is our one-sentence summary and the plainest sentence of the digest", () => {
    expect(plain(CANDLE).text).toBe(
      `${CANDLE.tldr} [1] The attention cache of long conversations outgrows the memory of accelerators. [1]`,
    );
  });

  test("says of each sentence whether it is ours or the authors'", () => {
    const sources = plain(BEACON).citations[0]?.evidence.map(({ source }) => source);
    expect(sources).toEqual(["digest", "abstract"]);
  });

  test("is the two plainest sentences of the abstract, in its order, where nothing else is there", () => {
    const paper = madeUpPaper("Bells", {
      abstract:
        "The carillon's campanological inharmonicity (CCI-4) confounds tuners by 31%. Bells ring in towers, and nobody knows why they do. The XQ-7 spectrogram deconvolution yields 4 dB at 512 Hz. We show that the wind makes the bells ring at night.",
    });
    expect(plain(paper).text).toBe(
      "Bells ring in towers, and nobody knows why they do. [1] We show that the wind makes the bells ring at night. [1]",
    );
  });

  test("says nothing twice", () => {
    const paper = madeUpPaper("Bells", {
      tldr: "Wind makes the bells ring at night.",
      digest: "At night wind makes the bells ring in towers.",
    });
    expect(plain(paper).text).toBe(`${paper.tldr} [1]`);
  });

  test("stays below 60 words where the first sentence does", () => {
    const paper = madeUpPaper("Bells", {
      tldr: "Bells ring at night.",
      digest: `${Array.from({ length: 60 }, () => "wind").join(" ")}. The tower of the old church is high.`,
    });
    expect(plain(paper).text).toBe(`${paper.tldr} [1] The tower of the old church is high. [1]`);
  });

  test("says so when only the title is known", () => {
    expect(plain(HERON).outcome).toBe("not-stated");
  });
});

describe("summarizeTopic()", () => {
  const ranking = CORPUS.map((paper, place) => rankedAt(paper, CORPUS.length - place));

  test("is a line a paper, each with one cited sentence", () => {
    const { kind, text, citations } = summarizeTopic("decoding", ranking, vocabulary);
    expect(kind).toBe("summary");
    expect(text.split("\n")).toEqual(citations.map(({ number, evidence }) => `- ${evidence[0]?.sentence} [${number}]`));
  });

  test("cites eight papers at the most, and none of which only the title is known", () => {
    const { citations } = summarizeTopic("decoding", ranking, vocabulary);
    expect(citations.length).toBeLessThanOrEqual(8);
    expect(citations.map(({ paper }) => paper)).not.toContain(HERON);
  });
});
