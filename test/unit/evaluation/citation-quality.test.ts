import { describe, expect, test } from "vitest";
import { measureCitations } from "../../../src/evaluation/citation-quality.ts";
import type { Judge } from "../../../src/workbench.ts";
import { makeAnswer, makePaper } from "../../support/cli-app.ts";

/** An answer whose footnotes rest on these sentences. */
function citing(text: string, ...sentences: string[]): ReturnType<typeof makeAnswer> {
  const citations = sentences.map((sentence, index) => ({
    number: index + 1,
    paper: makePaper(`T${index + 1}`),
    evidence: [{ sentence, source: "digest" } as const],
  }));
  return makeAnswer({ text, citations });
}

/** Proved is a statement each word of which the passages have. */
const byWords: Judge = (passages, statement) =>
  Promise.resolve(statement.split(" ").every((word) => passages.includes(word)));

describe("measureCitations()", () => {
  test.each([
    ["a citation that proves its statement", "fast [1]", ["fast"], 1, 1],
    ["a citation that does not", "fast [1]", ["slow"], 0, 0],
    ["two that prove it together only", "fast small [1][2]", ["fast", "small"], 1, 1],
    ["two that prove it each", "fast [1][2]", ["fast", "fast"], 1, 1],
    ["one that does nothing beside one that proves", "fast [1][2]", ["fast", "slow"], 1, 1 / 2],
    ["none precise where the statement is not proved", "fast odd [1][2]", ["fast", "slow"], 0, 0],
    ["a statement without a citation", "It is new. Fast [1]", ["Fast"], 1 / 2, 1],
    ["a mark without a footnote", "fast [1][7]", ["fast"], 1, 1 / 2],
    ["no statement at all", "", [], 0, 0],
  ])("knows %s", async (_, text, sentences, recall, precision) => {
    expect(await measureCitations(citing(text, ...sentences), byWords)).toEqual({ recall, precision });
  });

  test("gives the judge the title and every sentence behind a footnote", async () => {
    const seen: string[] = [];
    const evidence = ["One.", "Two."].map((sentence) => ({ sentence, source: "digest" }) as const);
    const citations = [{ number: 1, paper: makePaper("raw", { displayTitle: "Readable" }), evidence }];
    await measureCitations(makeAnswer({ text: "It is so [1].", citations }), (passages, statement) => {
      seen.push(passages, statement);
      return Promise.resolve(true);
    });
    expect(seen).toEqual(["Readable\nOne. Two.", "It is so"]);
  });
});
