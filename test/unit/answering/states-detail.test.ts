import { describe, expect, test } from "vitest";
import type { Detail } from "../../../src/answering/asked-details.ts";
import { statesDetail } from "../../../src/answering/states-detail.ts";
import { flatVocabulary } from "../../support/answering-engine.ts";

const vocabulary = flatVocabulary();

function states(sentence: string, kind: Detail["kind"], ...nouns: string[]): boolean {
  return statesDetail([sentence], { phrase: "", kind, nouns }, vocabulary);
}

describe("statesDetail() finds a count", () => {
  test.each([
    ["right before its noun", "It holds 12,400 images.", "images"],
    ["a few words before", "It holds 3,700 dense and sparse images.", "images"],
    ["behind its noun", "Number of images: 12,400.", "images"],
    ["in a number word", "They asked seven farmers.", "farmers"],
    ["in a rarer number word", "They asked nineteen farmers.", "farmers"],
    ["in another form of the noun", "One image of 40 was blurred.", "images"],
    ["under the name of the same thing", "A network with 40 million parameters is one of 12 LLMs.", "models"],
    ["in a compound", "A 30-language corpus.", "languages"],
    ["with a sign before it", "It holds ~12,400 images.", "images"],
    ["of any of several nouns", "It holds 310 orchards.", "farms", "orchards"],
    ["of a noun behind a slash", "It holds 310 farms/orchards.", "orchards"],
  ])("%s: %s", (_, sentence, ...nouns) => {
    expect(states(sentence, "count", ...nouns)).toBe(true);
  });
});

describe("statesDetail() is not fooled by", () => {
  test.each([
    ["a figure far before the noun", "In 2019 we flew over the whole of the long green valley for images.", "images"],
    ["a figure far behind the noun", "The images were taken from far above by 12 people.", "images"],
    ["a figure of something else", "It reaches 94.8% accuracy.", "images"],
    ["a noun without a figure", "It holds many images.", "images"],
    ["a number in a name", "Images are described by GPT-4.", "images"],
  ])("%s: %s", (_, sentence, noun) => {
    expect(states(sentence, "count", noun)).toBe(false);
  });
});

describe("statesDetail() finds a duration", () => {
  test.each([
    "It trains in 6 hours.",
    "It takes 12ms a token.",
    "It needs 1.5 days.",
    "It is done in half an hour.",
    "A 30-minute run.",
  ])("%s", (sentence) => {
    expect(states(sentence, "duration")).toBe(true);
  });

  test.each(["It is 3 times faster.", "It trains for hours.", "It holds 300 sounds."])(
    "but none in: %s",
    (sentence) => {
      expect(states(sentence, "duration")).toBe(false);
    },
  );
});

describe("statesDetail() finds money", () => {
  test.each(["It cost $300.", "It cost 300 dollars.", "It cost € 5 million.", "It cost 20 cents."])(
    "%s",
    (sentence) => {
      expect(states(sentence, "money")).toBe(true);
    },
  );

  test.each(["The cost falls by 30%.", "It is worth every penny."])("but none in: %s", (sentence) => {
    expect(states(sentence, "money")).toBe(false);
  });
});

describe("statesDetail() finds an attribute", () => {
  test.each([
    ["named", "The learning rate is warmed up.", "learning rate"],
    ["with a hyphen", "A batch-size of 64.", "batch size"],
    ["in the plural", "It runs on two GPUs.", "gpu"],
  ])("%s: %s", (_, sentence, noun) => {
    expect(states(sentence, "attribute", noun)).toBe(true);
  });

  test("only as a word of its own", () => {
    expect(states("The steppe is wide.", "attribute", "step")).toBe(false);
  });
});

test.each(["origin", "name"] as const)("statesDetail() finds no %s in any text", (kind) => {
  expect(states("Written by J. Miller of Lantern University, funded by bees.", kind)).toBe(false);
});

test("statesDetail() looks at every sentence", () => {
  const detail: Detail = { phrase: "", kind: "count", nouns: ["images"] };
  expect(statesDetail(["Bells ring.", "It holds 310 images."], detail, vocabulary)).toBe(true);
});

test("statesDetail() finds nothing in a paper without text", () => {
  expect(statesDetail([], { phrase: "", kind: "duration", nouns: [] }, vocabulary)).toBe(false);
});
