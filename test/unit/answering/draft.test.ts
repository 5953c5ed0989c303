import { expect, test } from "vitest";
import { quote } from "../../../src/answering/draft.ts";
import type { Evidence } from "../../../src/domain/answer.ts";
import { BELLS, HERON, SNAIL } from "../../support/answering-corpus.ts";

function sentences(...texts: string[]): Evidence[] {
  return texts.map((sentence) => ({ sentence, source: "digest" }));
}

test("quote() numbers papers in the order given and marks each sentence", () => {
  const { paragraphs, citations } = quote([
    { paper: SNAIL, sentences: sentences("Radios crawl.", "They do.") },
    { paper: BELLS, sentences: sentences("Bells ring.") },
  ]);
  expect(paragraphs).toEqual(["Radios crawl. [1] They do. [1]", "Bells ring. [2]"]);
  expect(citations).toEqual([
    { number: 1, paper: SNAIL, evidence: sentences("Radios crawl.", "They do.") },
    { number: 2, paper: BELLS, evidence: sentences("Bells ring.") },
  ]);
});

test("quote() spends no number on a paper that says nothing", () => {
  const { paragraphs, citations } = quote([
    { paper: HERON, sentences: [] },
    { paper: BELLS, sentences: sentences("Bells ring.") },
  ]);
  expect(paragraphs).toEqual(["Bells ring. [1]"]);
  expect(citations.map(({ number, paper }) => [number, paper.title])).toEqual([[1, BELLS.title]]);
});
