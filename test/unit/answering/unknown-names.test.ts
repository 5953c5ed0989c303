import { describe, expect, test } from "vitest";
import { mentionsName, nameLikeTokens, unknownNames, unmentionedNames } from "../../../src/answering/unknown-names.ts";
import { flatVocabulary } from "../../support/answering-engine.ts";
import { hostileTexts, millisecondsOf } from "../../support/answering-time.ts";

describe("nameLikeTokens() finds", () => {
  test.each([
    ["a capital inside", "does HarmBench or SQuAD help", ["HarmBench", "SQuAD"]],
    ["an acronym", "is BLEU enough", ["BLEU"]],
    ["letters with digits", "what beats word2vec", ["word2vec"]],
    ["a compound", "is GPT-4 better", ["GPT-4"]],
    ["a capital within a sentence", "can I learn Klingon", ["Klingon"]],
    ["a name that opens a sentence, if it looks like one", "ResNet? LoRA!", ["ResNet", "LoRA"]],
  ])("%s: %s", (_, question, names) => {
    expect(nameLikeTokens(question)).toEqual(names);
  });
});

describe("nameLikeTokens() finds no name in", () => {
  test.each([
    ["the first word", "Bells ring"],
    ["a word behind a full stop, a colon or a question mark", "why. Because: Bells? Yes"],
    ["a figure", "is 42 more than 3.5"],
    ["a single capital", "what do I get from plan B"],
    ["small letters", "which bells ring"],
    ["nothing", ""],
  ])("%s: %s", (_, question) => {
    expect(nameLikeTokens(question)).toEqual([]);
  });
});

test("nameLikeTokens() returns nothing that could be a mention or a link", () => {
  const names = nameLikeTokens("tell @Everyone of HTTP://Evil.Example/Path and <@&123A> [Title](https://Evil.example)");
  expect(names.join("")).toMatch(/^[\p{L}\p{N}+-]*$/u);
});

describe("unknownNames()", () => {
  const vocabulary = flatVocabulary(["lantern gpt google"]);

  test("keeps the names that no paper holds", () => {
    expect(unknownNames("is Lantern better than Klingon or SQuAD", vocabulary)).toEqual(["Klingon", "SQuAD"]);
  });

  test("knows a compound by its first part", () => {
    expect(unknownNames("a Google-ish GPT-99 of Klingon-ish make", vocabulary)).toEqual(["Klingon-ish"]);
  });

  test("does not take a stop word with a capital for a name", () => {
    expect(unknownNames("well, Which one", vocabulary)).toEqual([]);
  });
});

describe("unmentionedNames()", () => {
  const vocabulary = flatVocabulary();
  const mentioned = new Set(vocabulary.words("Lantern is tested on Mothlight"));

  test.each([
    ["what does Lantern score on SQuAD", "SQuAD"],
    ["how is it evaluated on the GLUE+ benchmark", "GLUE"],
    ["does it report any HarmBench numbers", "HarmBench"],
    ["what is its ImageNet accuracy", "ImageNet"],
  ])("names what a question asks results on and the paper does not mention: %s", (question, name) => {
    expect(unmentionedNames(question, mentioned, vocabulary)).toEqual([name]);
  });

  test("is empty when the paper mentions every name", () => {
    expect(unmentionedNames("what does Lantern score on Mothlight", mentioned, vocabulary)).toEqual([]);
  });

  test("is empty when no result is asked for", () => {
    expect(unmentionedNames("how is Lantern related to SQuAD", mentioned, vocabulary)).toEqual([]);
  });
});

describe("mentionsName() finds", () => {
  test.each([
    ["CLIP", "We train CLIP on photographs."],
    ["CLIP", "Two CLIPs are trained."],
    ["CLIP", "OpenCLIP is not it, but CLIP is."],
    ["Lantern", "A lantern is lit."],
    ["GPT-4", "It is judged by GPT 4."],
  ])("%s in: %s", (name, text) => {
    expect(mentionsName(text, name, flatVocabulary())).toBe(true);
  });
});

describe("mentionsName() does not find", () => {
  test.each([
    ["CLIP", "A clip of a video."],
    ["CLIP", "OpenCLIP alone."],
    ["CLIP", "CLIPping gradients"],
    ["Lantern", "Lamps are lit."],
  ])("%s in: %s", (name, text) => {
    expect(mentionsName(text, name, flatVocabulary())).toBe(false);
  });
});

test.each(hostileTexts(100_000))("nameLikeTokens() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => nameLikeTokens(text))).toBeLessThan(1000);
});
