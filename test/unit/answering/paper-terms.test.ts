import { expect, test } from "vitest";
import { PaperReader } from "../../../src/answering/paper-terms.ts";
import { madeUpPaper } from "../../support/answering-corpus.ts";
import { flatVocabulary } from "../../support/answering-engine.ts";

const PAPER = madeUpPaper("Bells as Clocks", {
  digest: "Bells ring. Towers stand.",
  questions: ["Can a phone hear?"],
  terms: ["audio", "sound archive"],
});

test("PaperReader reads a title, each sentence, each question and the search terms as a passage", () => {
  const { passages } = new PaperReader(flatVocabulary()).terms(PAPER);
  expect(passages.map((passage) => [...passage])).toEqual([
    ["bell", "clock"],
    ["bell", "ring"],
    ["tower", "stand"],
    ["phone", "hear"],
    ["audio", "sound", "archiv"],
  ]);
});

test("PaperReader holds all terms of a paper together", () => {
  const { passages, all } = new PaperReader(flatVocabulary()).terms(PAPER);
  expect([...all].toSorted()).toEqual([...new Set(passages.flatMap((passage) => [...passage]))].toSorted());
});

test("PaperReader reads each paper once", () => {
  let read = 0;
  const vocabulary = flatVocabulary();
  const reader = new PaperReader({ ...vocabulary, words: (text) => (read++, vocabulary.words(text)) });
  const first = reader.terms(PAPER);
  const passages = read;
  expect(reader.terms(PAPER)).toBe(first);
  expect(read).toBe(passages);
});
