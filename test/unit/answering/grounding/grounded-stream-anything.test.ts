import { array, assert, constantFrom, integer, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { GroundedStream } from "../../../../src/answering/grounding/grounded-stream.ts";
import type { Grounded } from "../../../../src/answering/grounding/grounded-stream.ts";
import { KnownTitles } from "../../../../src/answering/grounding/known-titles.ts";
import { paperEvidence } from "../../../../src/answering/paper-evidence.ts";
import { BEACON, CORPUS, LANTERN } from "../../../support/answering-corpus.ts";
import { vocabularyOf } from "../../../support/answering-engine.ts";

const vocabulary = vocabularyOf(CORPUS);
const titles = new KnownTitles(CORPUS);
const passages = [LANTERN, BEACON].map((paper, index) => ({
  key: `q7-${index + 1}`,
  paper,
  evidence: paperEvidence(paper),
}));

function newStream(): GroundedStream {
  const instructions = "Answer from the passages alone, and end every sentence with its keys.";
  return new GroundedStream({
    passages,
    titles,
    vocabulary,
    secrets: ["nonce-81f3"],
    instructions,
    headings: ["Problem"],
  });
}

function groundWhole(text: string): Grounded {
  const stream = newStream();
  stream.push(text);
  return stream.end();
}

const FRAGMENTS = [
  "It drafts eight tokens",
  "Lantern Decoding is 2.7x faster",
  "Beacon Decoding verifies 64 candidates",
  "The firefly",
  "It is 9x faster",
  "CandleCache",
  "mAP",
  "[q7-1]",
  "[q7-2]",
  "[q7-1, q7-2]",
  "[q7-9]",
  "q7-1",
  "(q7-2)",
  "[Q 7 – 1",
  "[q7-",
  "q7",
  "-1]",
  "[[",
  "]]",
  "[",
  "]",
  "(",
  ")",
  "[1]",
  "[^2]",
  "【q7-1】",
  "[MASK]",
  "〔1〕",
  "[²]",
  "²",
  "Yes. ",
  "'",
  "evil.com",
  "ВЕRТ",
  "ninety-nine",
  "“",
  "”",
  '"',
  ".",
  ". ",
  "! ",
  "…",
  "。",
  "？",
  "e.g. ",
  "et al. ",
  " ",
  "  ",
  "\n",
  "\n\n",
  "\r\n",
  "\n- ",
  "\n* ",
  "\n1. ",
  "\n## Problem\n",
  "Problem:\n",
  "**",
  "*",
  "_",
  "`",
  "|",
  "\n| a | b |\n",
  "速くなります",
  "快了三倍",
  "Das ist schnell und",
  "🐝",
  "👩‍🔬",
  "\uD83D",
  "\u202E",
  "\u0000",
  "https://a.example/b",
  "nonce-81f3",
  "UNANSWERABLE",
  "NOT_STATED",
  "<|im_end|>",
];
const texts = oneof(
  { weight: 5, arbitrary: array(constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join("")) },
  { weight: 3, arbitrary: array(constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(" ")) },
  { weight: 1, arbitrary: string({ unit: "binary", maxLength: 200 }) },
);

test("any text gives the same answer in any chunks, and what is shown only grows", () => {
  assert(
    property(texts, array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (text, sizes) => {
      const stream = newStream();
      let shown = "";
      let at = 0;
      for (let turn = 0; at < text.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        const hasGrown = stream.push(text.slice(at, at + size));
        at += size;
        const { text: now } = stream.partial;
        expect(now.startsWith(shown)).toBe(true);
        expect(now.length > shown.length).toBe(hasGrown);
        shown = now;
      }
      const grounded = stream.end();
      expect(grounded.text.startsWith(shown)).toBe(true);
      expect(grounded).toEqual(groundWhole(text));
    }),
    { numRuns: 800 },
  );
});

test("no text gets a key, a foreign mark, a control word, a secret or an empty line of a list through", () => {
  assert(
    property(texts, (text) => {
      const { text: shown, citations, removed, verdict } = groundWhole(text);
      expect(shown).not.toMatch(
        /(?<![\p{L}\d])q\s?7\s?[-–]|UNANSWERABLE|NOT_STATED|nonce-81f3|https:|evil\.com(?!\p{L})|ВЕRТ|ninety|[〔〕]|<\||\*\*|`/iu,
      );
      expect(shown).not.toMatch(/\n{3}|^\s|\s$|[\u202E\uFFFD]|(?!\n)\p{Cc}/u);
      expect(shown.split("\n")).not.toContain("-");
      const marks = [...shown.matchAll(/\[\s*\^?(\d+)[\s,\d]*\]/gu)].map(([mark, number]) => {
        expect(mark).toBe(`[${number}]`);
        return Number(number);
      });
      expect(new Set(marks)).toEqual(new Set(citations.map(({ number }) => number)));
      for (const { evidence } of citations) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(evidence.length).toBeLessThanOrEqual(3);
      }
      expect(verdict === "answered").toBe(shown !== "");
      for (const { sentence } of removed) expect(sentence).not.toMatch(/(?<![\p{L}\d])q7-\d+(?![\p{L}\d])/u);
    }),
    { numRuns: 1500, examples: [["It drafts eight tokens [q7-1]"]] },
  );
});

const SHARE = 4;

test.each([
  ["without an end", (length: number) => "word ".repeat(length / 5)],
  ["of brackets", (length: number) => "[".repeat(length)],
  ["of brackets within brackets", (length: number) => "[".repeat(length / 2) + "]".repeat(length / 2)],
  ["of full stops and brackets", (length: number) => "Aa. [".repeat(length / 5)],
  ["of half keys", (length: number) => "Aa. q7".repeat(length / 6)],
  ["of held sentences", (length: number) => `${"Aa bb. ".repeat(length / 7)}It drafts [q7-1].`],
  ["of quotes", (length: number) => `${"“a ".repeat(600)} [q7-1].\n`.repeat(length / 1800)],
  ["of empty lines", (length: number) => "\n".repeat(length)],
])("a text %s costs time in proportion to its length", (_, write) => {
  const [short, long] = [20_000, 20_000 * SHARE].map(write);
  groundWhole(short ?? "");
  const once = fastest(() => groundWhole(short ?? ""));
  // Quadratic time would be SHARE times slower than this.
  expect(fastest(() => groundWhole(long ?? ""))).toBeLessThan(SHARE * (SHARE / 2) * once + 30);
});

/** CPU time of the fastest of three runs, in milliseconds: others may need the machine. */
function fastest(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
