import { describe, expect, test } from "vitest";
import {
  asksFigure,
  kindFeatures,
  LEAST_TOPIC_PROBABILITY,
  topicProbability,
} from "../../../src/answering/question-kind.ts";
import { BEACON, BELLS, CANDLE, LANTERN } from "../../support/answering-corpus.ts";
import { rankedAt } from "../../support/answering-engine.ts";
import { hostileTexts, millisecondsOf } from "../../support/answering-time.ts";

describe("asksFigure() says", () => {
  test.each([
    ["yes", "how many images does it hold"],
    ["yes", "How fast is Lantern?"],
    ["yes", "what accuracy does it reach"],
    ["yes", "by how much does memory fall"],
    ["yes", "which benchmarks was it run on"],
    ["no", "how does a firefly draft tokens"],
    ["no", "why are cold keys evicted"],
    ["no", "papers on church bells"],
    ["no", ""],
  ])("%s to: %s", (answer, question) => {
    expect(asksFigure(question)).toBe(answer === "yes");
  });
});

const RANKING = [
  rankedAt(LANTERN, 4, { names: 0 }),
  rankedAt(BEACON, 3.5, { names: 1.25 }),
  rankedAt(CANDLE, 3.2, { names: 0.5 }),
  rankedAt(BELLS, 1, { names: 9 }),
];

describe("kindFeatures()", () => {
  test("counts what a request for papers shows", () => {
    expect(kindFeatures("papers on church bells", 2, RANKING)).toEqual({
      list: 1,
      one: 0,
      question: 0,
      length: Math.log(3),
      figure: 0,
      named: 1.25,
      spread: 0.25,
    });
  });

  test("counts what a question about one paper shows", () => {
    expect(kindFeatures("how many towers does that study hear?", 3, RANKING)).toMatchObject({
      list: 0,
      one: 1,
      question: 1,
      length: Math.log(4),
      figure: 1,
    });
  });

  test("looks for a name in the first three papers only", () => {
    expect(kindFeatures("bells", 1, RANKING)["named"]).toBe(1.25);
  });

  test("is about no paper where the ranking is empty or short", () => {
    expect(kindFeatures("bells", 1, [])).toMatchObject({ named: 0, spread: 0 });
    expect(kindFeatures("bells", 1, RANKING.slice(0, 3))["spread"]).toBe(0);
  });

  test("has no spread below 0, for a fourth paper below the average", () => {
    const ranking = [...RANKING.slice(0, 3), rankedAt(BELLS, -1)];
    expect(kindFeatures("bells", 1, ranking)["spread"]).toBe(0);
  });
});

describe("topicProbability()", () => {
  test("is high for a request for papers that many fit alike", () => {
    const alike = RANKING.map(({ paper }) => rankedAt(paper, 3));
    expect(topicProbability(kindFeatures("papers on speculative decoding", 2, alike))).toBeGreaterThan(
      LEAST_TOPIC_PROBABILITY,
    );
  });

  test("is low for a long question that one paper fits", () => {
    const features = kindFeatures("how many eight-token drafts does the firefly verify in one pass?", 7, RANKING);
    expect(topicProbability(features)).toBeLessThan(LEAST_TOPIC_PROBABILITY);
  });
});

test.each(hostileTexts(4000))("kindFeatures() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => kindFeatures(text, 1, RANKING))).toBeLessThan(1000);
});
