import { describe, expect, test } from "vitest";
import { askedDetails } from "../../../src/answering/asked-details.ts";
import { hostileTexts, millisecondsOf } from "../../support/answering-time.ts";

/** What a question asks for: the kinds, with what is counted. */
function asked(question: string): (readonly [kind: string, ...nouns: string[]])[] {
  return askedDetails(question).map(({ kind, nouns }) => [kind, ...nouns]);
}

describe("askedDetails() finds a count in", () => {
  test.each([
    ["How many images does Orchard-7 hold?", ["images"]],
    ["how many drone images are there", ["drone", "images"]],
    ["what about bells, how many towers?", ["towers"]],
    ["and how many more farmers were asked", ["farmers"]],
    ["the number of parameters is what I need", ["parameters"]],
    ["it was trained on how many tokens?", ["tokens"]],
    ["how many A100 hours did the training take", ["hours"]],
    ["how many images/videos are in it", ["images", "videos"]],
  ])("%s", (question, nouns) => {
    expect(asked(question)).toEqual([["count", ...nouns]]);
  });
});

describe("askedDetails() finds both counts that an and joins in", () => {
  test.each([
    ["how many images and videos does it have?", ["images", "videos"]],
    ["how many images are there and how many videos are there?", ["images", "videos"]],
    ["the number of layers, and of parameters", ["layers"]],
  ])("%s", (question, counted) => {
    expect(askedDetails(question).flatMap(({ kind, nouns }) => (kind === "count" ? nouns : []))).toEqual(counted);
  });
});

describe("askedDetails() finds a duration in", () => {
  test.each([
    "how long did the firefly train?",
    "for how long was it trained",
    "what was the latency in milliseconds per token",
    "what was the training time of Lantern",
    "GPU-hours for the largest model?",
  ])("%s", (question) => {
    expect(asked(question)).toEqual([["duration"]]);
  });
});

describe("askedDetails() finds money in", () => {
  test.each([
    "how much did it cost to train Lantern",
    "what did training the firefly cost",
    "is there a budget in dollars?",
    "what was the price tag",
  ])("%s", (question) => {
    expect(asked(question).map(([kind]) => kind)).toContain("money");
  });
});

describe("askedDetails() finds an attribute in", () => {
  test.each([
    ["what learning rate did they use?", "learning rate"],
    ["what batch size?", "batch size"],
    ["under which license is Orchard-7 released", "license"],
    ["may I use it commercially", "commercial"],
    ["which optimizer did they pick", "adam"],
    ["at which epoch did it stop", "epoch"],
    ["what dropout was used", "dropout"],
    ["on which GPUs did it run", "gpu"],
    ["what hardware is needed", "hardware"],
    ["what temperature was sampled with", "temperature"],
  ])("%s", (question, noun) => {
    const nouns = askedDetails(question).flatMap((detail) => (detail.kind === "attribute" ? detail.nouns : []));
    expect(nouns).toContain(noun);
  });
});

describe("askedDetails() finds an origin in", () => {
  test.each([
    "who wrote the Lantern paper",
    "which university is behind Orchard-7",
    "what are the authors' affiliations",
    "who is the first author",
    "was it funded by a brewery",
    "at which conference did it appear",
  ])("%s", (question) => {
    expect(asked(question).map(([kind]) => kind)).toContain("origin");
  });
});

describe("askedDetails() finds nothing in", () => {
  test.each([
    ["a why", "Why does verifying drafts keep the output distribution?"],
    ["a how", "How does Lantern Decoding draft tokens?"],
    ["a what", "What is an attention cache?"],
    ["how many within what a paper does", "Can a model predict how many tokens an answer will have?"],
    ["how long within what a paper does", "papers that estimate how long a ship waits"],
    ["a request for papers", "anything on federated learning over radios"],
    ["cost within a statement", "methods that lower the cost of inference"],
    ["nothing", ""],
    ["emoji", "🐝🐝"],
  ])("%s: %s", (_, question) => {
    expect(asked(question)).toEqual([]);
  });
});

test("askedDetails() asks no detail twice with the same words", () => {
  expect(asked("how many hours of footage are there?")).toEqual([["count", "hours"]]);
});

test("askedDetails() gives the words that ask, as typed", () => {
  const question = "So, HOW MANY Drone Images are there, and what Learning Rate was it?";
  for (const { phrase } of askedDetails(question)) expect(question).toContain(phrase);
  expect(askedDetails(question)).toHaveLength(2);
});

test.each(hostileTexts(100_000))("askedDetails() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => askedDetails(text))).toBeLessThan(2000);
});

test.each([
  ["a question word, then one compound without end", `how many ${"a-".repeat(50_000)}`],
  ["a question word, then blanks without end", `how many${" ".repeat(100_000)}cats`],
  ["a question word, then nested punctuation", `how many ${"([{<".repeat(12_500)}${">}])".repeat(12_500)}`],
  ["a comma, then blanks without end", `bells,${" ".repeat(100_000)}how many towers`],
])("askedDetails() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => askedDetails(text))).toBeLessThan(2000);
});
