import { expect, test } from "vitest";
import { paperEvidence } from "../../../src/answering/paper-evidence.ts";
import { madeUpPaper } from "../../support/answering-corpus.ts";

const TLDR = "Bells tell towers apart.";
const DIGEST = "Bells differ in pitch. A network hears that.";

test("paperEvidence() takes the authors' abstract alone where it is indexed, and says so", () => {
  const paper = madeUpPaper("Bells", { abstract: "We hear bells. They ring.", tldr: TLDR, digest: DIGEST });
  expect(paperEvidence(paper)).toEqual([
    { sentence: "We hear bells.", source: "abstract" },
    { sentence: "They ring.", source: "abstract" },
  ]);
});

test("paperEvidence() takes our summary and then our digest where there is no abstract, and says so", () => {
  expect(paperEvidence(madeUpPaper("Bells", { tldr: TLDR, digest: DIGEST }))).toEqual([
    { sentence: TLDR, source: "digest" },
    { sentence: "Bells differ in pitch.", source: "digest" },
    { sentence: "A network hears that.", source: "digest" },
  ]);
});

test("paperEvidence() takes a digest without a summary, and a summary without a digest", () => {
  expect(paperEvidence(madeUpPaper("Bells", { digest: TLDR }))).toEqual(
    paperEvidence(madeUpPaper("Bells", { tldr: TLDR })),
  );
});

test("paperEvidence() never quotes a title, a question or a search term", () => {
  const paper = madeUpPaper("Bells ring.", { questions: ["Do bells ring?"], terms: ["bell ringing"] });
  expect(paperEvidence(paper)).toEqual([]);
});
