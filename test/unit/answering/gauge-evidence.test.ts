import { describe, expect, test } from "vitest";
import { evidenceFeatures, gaugeEvidence, LEAST_PROBABILITY } from "../../../src/answering/gauge-evidence.ts";
import { PaperReader } from "../../../src/answering/paper-terms.ts";
import type { RankedPaper } from "../../../src/domain/answer.ts";
import { madeUpPaper } from "../../support/answering-corpus.ts";
import { flatVocabulary, rankedAt } from "../../support/answering-engine.ts";

const BRONZE = madeUpPaper("Bronze bells", { digest: "Towers hum. Phones hear bells of bronze." });
const RADIO = madeUpPaper("Slow radios", { questions: ["Can radios crawl through valleys?"] });
const FOURTH = madeUpPaper("Kites rise", { digest: "Gusty kites rise above valleys." });
const vocabulary = flatVocabulary(["bronze bells towers hum phones hear slow radios crawl valleys gusty kites rise"]);

function features(question: string, ranking: readonly RankedPaper[]): Record<string, number> {
  return evidenceFeatures(question, ranking, new PaperReader(vocabulary), vocabulary);
}

describe("evidenceFeatures()", () => {
  test("takes the logarithm of what words and characters say of the best paper", () => {
    const ranking = [rankedAt(BRONZE, 2, { words: Math.E - 1, characters: 3 }), rankedAt(RADIO, 1, { words: 99 })];
    expect(features("bells", ranking)).toMatchObject({ words: 1, characters: Math.log(4) });
  });

  test("takes the logarithm of how many different terms were asked", () => {
    expect(features("do bells hum? bells!", [])["length"]).toBe(Math.log(3));
  });

  test("takes the share of the question that one passage of the first three papers holds", () => {
    const ranking = [rankedAt(RADIO, 3), rankedAt(BRONZE, 2)];
    // "Phones hear bells of bronze" holds three of the four; "hum" stands in another passage.
    expect(features("phones bells bronze hum", ranking)["passage"]).toBe(0.75);
  });

  test("takes the questions that a paper answers for passages", () => {
    expect(features("radios crawl in valleys", [rankedAt(RADIO, 1)])["passage"]).toBe(1);
  });

  test("does not look at passages beyond the third paper", () => {
    const ranking = [rankedAt(RADIO, 3), rankedAt(BRONZE, 2), rankedAt(madeUpPaper("Trams"), 1), rankedAt(FOURTH, 0.5)];
    expect(features("gusty kites", ranking)["passage"]).toBe(0);
  });

  test("takes the highest rarity of a name of the first three papers", () => {
    const ranking = [1, 2.5, 2, 9].map((names, place) => rankedAt(BRONZE, 4 - place, { names }));
    expect(features("bells", ranking)["named"]).toBe(2.5);
  });

  test("takes the share of the question that no paper holds", () => {
    expect(features("bells marmalade towers ferries", [])["unknown"]).toBe(0.5);
  });

  test("says whether a name was asked for that no paper holds", () => {
    expect(features("do bells ring in Atlantis", [])["invented"]).toBe(1);
    expect(features("do Phones hear Bells", [])["invented"]).toBe(0);
  });

  test.each(["words", "characters", "named"])(
    "counts %s for more in a small corpus, where terms are less rare",
    (name) => {
      const ranking = [rankedAt(BRONZE, 1, { words: 2, characters: 3, names: 1 })];
      const small = { ...vocabulary, size: 10 };
      const inSmall = evidenceFeatures("bells", ranking, new PaperReader(small), small);
      expect(inSmall[name]).toBeGreaterThan(features("bells", ranking)[name] ?? Infinity);
    },
  );

  test.each([0, 1])("is finite in a corpus of %i papers", (size) => {
    const tiny = { ...vocabulary, size };
    const found = evidenceFeatures("bells", [rankedAt(BRONZE, 1, { words: 2 })], new PaperReader(tiny), tiny);
    expect(Object.values(found).every(Number.isFinite)).toBe(true);
  });

  test("is finite for a question without terms and a corpus without papers", () => {
    for (const value of Object.values(features("", []))) expect(value).toBe(0);
  });
});

describe("gaugeEvidence()", () => {
  const strong = { words: 4, characters: 4.5, length: 2, named: 3, passage: 0.9, unknown: 0, invented: 0 };

  test("believes in an answer where everything speaks for it", () => {
    expect(gaugeEvidence(strong)).toBeGreaterThan(0.95);
  });

  test("refuses where nothing speaks for it", () => {
    expect(gaugeEvidence({})).toBeLessThan(LEAST_PROBABILITY / 10);
  });

  test.each(["words", "characters", "named", "passage"])("grows with %s", (name) => {
    const weaker = { ...strong, [name]: 0 };
    expect(gaugeEvidence(weaker)).toBeLessThan(gaugeEvidence(strong));
  });

  test.each(["unknown", "invented"])("falls with %s", (name) => {
    expect(gaugeEvidence({ ...strong, [name]: 1 })).toBeLessThan(gaugeEvidence(strong));
  });
});
