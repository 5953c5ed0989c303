import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCorpus } from "../../../src/corpus/read-corpus.ts";
import { characterNgrams } from "../../../src/retrieval/character-ngrams.ts";
import { paperText, RECIPE } from "../../../src/retrieval/paper-text.ts";
import { words } from "../../../src/retrieval/words.ts";

/** What the recipe of that name makes of the shipped catalogue. An index of another making must have another name. */
const MADE = [
  "title*2+abstract+tldr+digest+questions+terms/words+5-grams/v3",
  "e9146ae83f6c69f92037d44d9a119fe5fe1e8d9ff2b825e9f78dd02da38ac88e",
];

test("whoever changes how papers become terms gives the recipe another name", () => {
  const { papers } = readCorpus([{ path: "catalogue.jsonl", bytes: readFileSync("corpus/catalogue.jsonl") }]);
  const hash = createHash("sha256");
  for (const text of papers.map(paperText)) hash.update(JSON.stringify([words(text), characterNgrams(text)]));
  expect([RECIPE, hash.digest("hex")]).toEqual(MADE);
});
