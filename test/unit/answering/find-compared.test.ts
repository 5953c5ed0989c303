import { describe, expect, test } from "vitest";
import { findCompared } from "../../../src/answering/find-compared.ts";
import { PaperReader } from "../../../src/answering/paper-terms.ts";
import type { RankedPaper } from "../../../src/domain/answer.ts";
import { BEACON, BELLS, CANDLE, CORPUS, LANTERN, SNAIL } from "../../support/answering-corpus.ts";
import { rankedAt, vocabularyOf } from "../../support/answering-engine.ts";
import { hostileTexts, millisecondsOf } from "../../support/answering-time.ts";

const vocabulary = vocabularyOf(CORPUS);
const RANKING = [rankedAt(LANTERN, 3), rankedAt(CANDLE, 2.8), rankedAt(BELLS, 2.4), rankedAt(BEACON, 2)];

function compared(question: string, ranking: readonly RankedPaper[] = RANKING): string[] | undefined {
  return findCompared(question, ranking, new PaperReader(vocabulary), vocabulary)?.map(({ title }) => title);
}

describe("findCompared() finds two papers for", () => {
  test.each([
    ["vs", "Lantern vs CandleCache"],
    ["versus", "firefly drafts versus evicting cold keys"],
    ["compare", "compare Lantern and CandleCache"],
    ["compare, politely", "please compare Lantern with CandleCache"],
    ["how they compare", "how do Lantern and CandleCache compare?"],
    ["a difference", "what is the difference between Lantern and CandleCache?"],
    ["how they differ", "how does Lantern differ from CandleCache"],
    ["a choice", "Lantern or CandleCache if memory is short?"],
  ])("%s: %s", (_, question) => {
    expect(compared(question)).toEqual([LANTERN.title, CANDLE.title]);
  });
});

test("findCompared() keeps the order of the question, not of the ranking", () => {
  expect(compared("CandleCache vs Lantern")).toEqual([CANDLE.title, LANTERN.title]);
});

test("findCompared() finds the second paper further down the ranking", () => {
  expect(compared("firefly drafts vs a tree of candidates")).toEqual([LANTERN.title, BEACON.title]);
});

describe("findCompared() finds nothing", () => {
  test.each([
    ["a question that merely holds an and", "How do firefly drafts and evicted keys save memory?"],
    ["a question about one thing", "How fast is Lantern Decoding?"],
    ["a paper that compares", "Does Lantern outperform methods that drafts are measured by?"],
    ["an or between small words", "is it better or worse"],
    ["two names of the same paper", "Lantern vs firefly"],
    ["a name that no paper has", "Lantern vs Klingon"],
    ["nothing on either side", "vs"],
  ])("for %s: %s", (_, question) => {
    expect(compared(question)).toBeUndefined();
  });

  test("in an empty ranking", () => {
    expect(compared("Lantern vs CandleCache", [])).toBeUndefined();
  });

  test("in a ranking of one", () => {
    expect(compared("Lantern vs CandleCache", RANKING.slice(0, 1))).toBeUndefined();
  });

  test("in a paper that ranks far below the first", () => {
    expect(compared("Lantern vs CandleCache", [rankedAt(LANTERN, 3), rankedAt(CANDLE, 1.4)])).toBeUndefined();
  });

  test("beyond the first five", () => {
    const others = CORPUS.slice(-4).map((paper) => rankedAt(paper, 2.9));
    const ranking = [rankedAt(LANTERN, 3), ...others, rankedAt(SNAIL, 2.8)];
    expect(compared("Lantern vs Snail Mail", ranking)).toBeUndefined();
  });
});

test.each(hostileTexts(3990))("findCompared() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => compared(`compare ${text}`))).toBeLessThan(2000);
});
