import { describe, expect, test } from "vitest";
import type { Detail } from "../../../src/answering/asked-details.ts";
import {
  writeComparison,
  writeNotStated,
  writePaperAnswer,
  writeRefusal,
  writeTopicAnswer,
} from "../../../src/answering/write-answer.ts";
import type { Writing } from "../../../src/answering/write-answer.ts";
import { BEACON, BELLS, CANDLE, CORPUS, HERON, LANTERN, ORCHARD, SNAIL } from "../../support/answering-corpus.ts";
import { rankedAt, vocabularyOf } from "../../support/answering-engine.ts";

const vocabulary = vocabularyOf(CORPUS);

function asking(question: string): Writing {
  return { question, vocabulary };
}

describe("writePaperAnswer()", () => {
  const draft = writePaperAnswer(LANTERN, asking("how much faster is it on Mothlight, and how long does it train"));

  test("marks each sentence with its footnote", () => {
    const sentences = draft.citations[0]?.evidence.map(({ sentence }) => `${sentence} [1]`);
    expect(draft.text).toBe(sentences?.join(" "));
  });

  test("cites the paper once", () => {
    expect(draft).toMatchObject({ outcome: "answered", kind: "paper" });
    expect(draft.citations.map(({ number, paper }) => [number, paper.title])).toEqual([[1, LANTERN.title]]);
  });

  test("holds the sentence that answers", () => {
    expect(draft.text).toContain("On the Mothlight benchmark it is 2.7x faster than plain decoding");
  });

  test("quotes the abstract, never the digest beside it", () => {
    const { citations } = writePaperAnswer(BEACON, asking("how are drafted candidates verified"));
    expect(new Set(citations[0]?.evidence.map(({ source }) => source))).toEqual(new Set(["abstract"]));
  });

  test("says so when only the title is known, and cites nothing", () => {
    const titleOnly = writePaperAnswer(HERON, asking("how patient is Heron"));
    expect(titleOnly).toMatchObject({ outcome: "not-stated", citations: [] });
    expect(titleOnly.text).toContain("only its title is known");
  });
});

describe("writeTopicAnswer()", () => {
  const question = asking("speculative decoding");

  test("writes a line a paper, numbered from 1 in order of the ranking", () => {
    const { text, citations } = writeTopicAnswer(
      [BEACON, LANTERN, CANDLE].map((paper) => rankedAt(paper, 3)),
      question,
    );
    expect(text.split("\n").map((line) => /^- .+ (\[\d\])$/u.exec(line)?.[1])).toEqual(["[1]", "[2]", "[3]"]);
    expect(citations.map(({ number, paper }) => [number, paper.title])).toEqual([
      [1, BEACON.title],
      [2, LANTERN.title],
      [3, CANDLE.title],
    ]);
  });

  test("cites three papers at least, however far the second stands behind", () => {
    const ranking = [rankedAt(LANTERN, 9), rankedAt(BEACON, 1), rankedAt(CANDLE, 1), rankedAt(BELLS, 1)];
    expect(writeTopicAnswer(ranking, question).citations).toHaveLength(3);
  });

  test("cites six papers at the most, however near the seventh stands", () => {
    const ranking = CORPUS.slice(-8).map((paper) => rankedAt(paper, 2));
    expect(writeTopicAnswer(ranking, question).citations).toHaveLength(6);
  });

  test("cites a fourth paper only if it fits about as well as the first", () => {
    const ranking = (fourth: number) => [
      ...[LANTERN, BEACON, CANDLE].map((paper) => rankedAt(paper, 3)),
      rankedAt(BELLS, fourth),
    ];
    expect(writeTopicAnswer(ranking(2.5), question).citations).toHaveLength(4);
    expect(writeTopicAnswer(ranking(1), question).citations).toHaveLength(3);
  });

  test("passes over a paper of which only the title is known", () => {
    const ranking = [HERON, LANTERN, BEACON, CANDLE].map((paper, place) => rankedAt(paper, 9 / 3 ** place));
    const { citations } = writeTopicAnswer(ranking, question);
    expect(citations.map(({ paper }) => paper.title)).toEqual([LANTERN.title, BEACON.title, CANDLE.title]);
  });

  test("cites what there is where the corpus is smaller than three", () => {
    expect(writeTopicAnswer([rankedAt(LANTERN, 1)], question).citations).toHaveLength(1);
  });
});

describe("writeComparison()", () => {
  const draft = writeComparison([CANDLE, LANTERN], asking("CandleCache vs Lantern on memory and speed"));

  test("gives each paper a paragraph under its title, in the order given", () => {
    const paragraphs = draft.text.split("\n\n");
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]).toMatch(new RegExp(`^${CANDLE.title}: .+ \\[1\\]$`, "u"));
    expect(paragraphs[1]).toMatch(new RegExp(`^${LANTERN.title}: .+ \\[2\\]$`, "u"));
  });

  test("takes two sentences a paper at the most", () => {
    for (const { evidence } of draft.citations) expect(evidence.length).toBeLessThanOrEqual(2);
  });
});

const LEARNING_RATE: Detail = { phrase: "learning rate", kind: "attribute", nouns: ["learning rate"] };

describe("writeNotStated()", () => {
  test("says of a digest that it is ours, and that the abstract is not indexed", () => {
    const { outcome, text } = writeNotStated(LANTERN, [LEARNING_RATE], asking("the learning rate of the firefly"));
    expect(outcome).toBe("not-stated");
    expect(text).toContain("Our digest of it (the abstract is not indexed) does not state what you ask");
  });

  test("says of an abstract that it is the paper's", () => {
    const { text } = writeNotStated(BEACON, [LEARNING_RATE], asking("the learning rate of Beacon"));
    expect(text).toContain("Its abstract does not state what you ask");
    expect(text).not.toContain("digest");
  });

  test("names the paper and everything that was asked of it", () => {
    const batch: Detail = { phrase: " and batch size", kind: "attribute", nouns: [] };
    const { text } = writeNotStated(LANTERN, [LEARNING_RATE, batch], asking("learning rate and batch size"));
    expect(text).toContain(`“${LANTERN.title}”`);
    expect(text).toContain("(“learning rate”, “and batch size”)");
  });

  test("says what the text does say, with its footnote", () => {
    const { text, citations } = writeNotStated(LANTERN, [LEARNING_RATE], asking("learning rate of the firefly"));
    expect(citations.map(({ number, paper }) => [number, paper.title])).toEqual([[1, LANTERN.title]]);
    expect(text.endsWith(`${citations[0]?.evidence[0]?.sentence} [1]`)).toBe(true);
  });

  test.each([
    ["a mention", "what did @everyone cost", "@"],
    ["a mention of a role", "what did <@&123> cost", "<"],
    ["a link", "which [Free](http://evil.example/x) epochs", "evil.example"],
    ["a tag", "which </context> epochs", "</context>"],
    ["markup", "what did **`bells`** ||cost", "*"],
    ["several lines", "what did\n\n# it\ncost", "\n#"],
  ])("repeats what was asked without %s", (_, phrase, hostile) => {
    const { text } = writeNotStated(LANTERN, [{ phrase, kind: "money", nouns: [] }], asking("cost"));
    expect(text).not.toContain(hostile);
    expect(text).toMatch(/\(“wh[^”]+”\)/u);
  });

  test("keeps figures and versions in what was asked", () => {
    const { text } = writeNotStated(
      LANTERN,
      [{ phrase: "what did GPT-3.5 cost.", kind: "money", nouns: [] }],
      asking(""),
    );
    expect(text).toContain("(“what did GPT-3.5 cost”)");
  });

  test("blames no digest where only the title is known", () => {
    const { text, citations } = writeNotStated(HERON, [LEARNING_RATE], asking("learning rate of Heron"));
    expect(text).toContain("only its title is known");
    expect(text).not.toContain("digest");
    expect(citations).toEqual([]);
  });
});

describe("writeRefusal()", () => {
  test("names the nearest titles and cites nothing", () => {
    expect(writeRefusal(23, [ORCHARD, SNAIL])).toEqual({
      outcome: "no-evidence",
      kind: "paper",
      text: `Nothing in this collection of 23 papers answers that. The nearest titles, which may not fit: “${ORCHARD.title}”; “${SNAIL.title}”.`,
      citations: [],
    });
  });

  test("names none where none is near", () => {
    expect(writeRefusal(0, []).text).toBe("Nothing in this collection of 0 papers answers that.");
  });
});
