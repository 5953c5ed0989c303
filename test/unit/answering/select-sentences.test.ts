import { array, assert, boolean, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { selectSentences } from "../../../src/answering/select-sentences.ts";
import type { SelectionOptions } from "../../../src/answering/select-sentences.ts";
import type { Evidence } from "../../../src/domain/answer.ts";
import type { EvidenceSource } from "../../../src/domain/paper.ts";
import { flatVocabulary } from "../../support/answering-engine.ts";

const vocabulary = flatVocabulary();

/** Which of the sentences are chosen for a question; each term weighs the same. */
function choose(
  sentences: readonly string[],
  question: string,
  { source = "abstract", ...options }: Partial<SelectionOptions> & { readonly source?: EvidenceSource } = {},
): string[] {
  const evidence: Evidence[] = sentences.map((sentence) => ({ sentence, source }));
  const wanted = new Set(vocabulary.words(question));
  return selectSentences(evidence, wanted, vocabulary, { wantsFigure: false, ...options }).map(
    ({ sentence }) => sentence,
  );
}

function wordsIn(sentences: readonly string[]): number {
  return sentences.join(" ").split(" ").length;
}

const BELLS = "Bells of bronze hang in towers.";
const RADIOS = "Radios crawl through valleys.";
const PHONES = "Phones recognise every tower by sound.";

describe("selectSentences() chooses first", () => {
  test("the sentence that holds most of the question, wherever it stands", () => {
    expect(choose([RADIOS, BELLS, PHONES], "phones recognise sound of tower", { limit: 1 })).toEqual([PHONES]);
  });

  test("the earlier of two that fit alike", () => {
    expect(choose(["Bells ring.", "Bells swing."], "bells", { limit: 1 })).toEqual(["Bells ring."]);
  });

  test("a figure, when one is asked for", () => {
    const sentences = ["Bells of tall towers ring.", "Bells of 212 towers ring."];
    expect(choose(sentences, "how many bells", { limit: 1, wantsFigure: true })).toEqual(sentences.slice(1));
  });

  test("no name with a number in it, when a figure is asked for", () => {
    const sentences = ["Bells are heard by GPT-4.", "Bells are heard by 212 people."];
    expect(choose(sentences, "how many bells", { limit: 1, wantsFigure: true })).toEqual(sentences.slice(1));
  });

  test("what the authors propose, before why it was needed", () => {
    const sentences = ["Bells are hard to tell apart.", "We propose an ear for bells."];
    expect(choose(sentences, "bells", { limit: 1 })).toEqual(sentences.slice(1));
  });

  test("the one-sentence summary of a digest, before an equal of its digest", () => {
    const sentences = ["An ear tells bells apart.", "Towers ring bells."];
    expect(choose(sentences, "bells towers ear", { limit: 1, source: "digest" })).toEqual(sentences.slice(0, 1));
  });

  test("a statement, before a question that holds more of the words", () => {
    expect(choose(["Do bells ring in towers?", "Bells ring."], "bells ring in towers", { limit: 1 })).toEqual([
      "Bells ring.",
    ]);
  });

  test("a question, where the text has nothing else", () => {
    expect(choose(["Do bells ring?"], "bells")).toEqual(["Do bells ring?"]);
  });

  test("some sentence even when none has a word of the question", () => {
    expect(choose([BELLS, RADIOS], "marmalade", { limit: 1 })).toEqual([BELLS]);
  });
});

describe("selectSentences() then", () => {
  test("adds what is still uncovered, and keeps the order of the text", () => {
    const question = "phones recognise tower by sound, and radios";
    expect(choose([RADIOS, BELLS, PHONES], question)).toEqual([RADIOS, PHONES]);
  });

  test("leaves out what repeats a sentence taken before", () => {
    const [fog, rain] = ["Phones recognise a tower by sound in fog.", "Phones recognise a tower by sound in rain."];
    expect(choose([fog, rain, RADIOS], "phones recognise tower sound fog rain radios")).toEqual([fog, RADIOS]);
  });

  test("leaves out what adds nothing", () => {
    expect(choose([PHONES, BELLS.replace("towers", "belfries")], "phones recognise sound")).toEqual([PHONES]);
  });

  test("stops at the limit", () => {
    expect(choose([BELLS, RADIOS, PHONES], "bells radios phones", { limit: 2 })).toHaveLength(2);
  });

  test("takes three sentences at the most unless told otherwise", () => {
    const sentences = [BELLS, RADIOS, "Phones listen.", "Trams wait.", "Kites rise."];
    expect(choose(sentences, "bells radios phones trams kites")).toHaveLength(3);
  });
});

const LONG = `Bells ${"of bronze and copper ".repeat(30)}ring.`;

describe("selectSentences() with long sentences", () => {
  test("takes a first sentence of any length", () => {
    expect(choose([LONG], "bells")).toEqual([LONG]);
  });

  test("leaves out a further sentence that would make the answer too long", () => {
    const trams = `Trams ${"wait and wait ".repeat(25)}in fog.`;
    expect(choose([PHONES, trams], "phones recognise sound trams")).toEqual([PHONES]);
  });

  test("takes a short one instead", () => {
    const trams = `Trams ${"wait and wait ".repeat(25)}in fog.`;
    expect(choose([PHONES, trams, RADIOS], "phones recognise sound trams radios")).toEqual([PHONES, RADIOS]);
  });

  test("takes as many words as it is told to", () => {
    expect(choose([PHONES, RADIOS], "phones recognise sound radios", { wordLimit: 7 })).toEqual([PHONES]);
  });
});

test("selectSentences() selects nothing of nothing", () => {
  expect(choose([], "bells")).toEqual([]);
});

const sentence = array(
  constantFrom("bells", "radios", "ring", "212", "towers", "phones", "slowly", "we", "propose", "hum"),
  {
    minLength: 1,
    maxLength: 50,
  },
).map((words) => `${words.join(" ")}.`);

test("selectSentences() keeps text order, the limit and 80 words, whatever the text", () => {
  assert(
    property(array(sentence, { maxLength: 8 }), boolean(), integer({ min: 1, max: 5 }), (texts, wantsFigure, limit) => {
      const evidence: Evidence[] = texts.map((text) => ({ sentence: text, source: "digest" }));
      const wanted = new Set(["bell", "radio", "phone"]);
      const chosen = selectSentences(evidence, wanted, vocabulary, { wantsFigure, limit });
      const places = chosen.map((item) => evidence.indexOf(item));
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      expect(chosen.length).toBeLessThanOrEqual(limit);
      expect(chosen.length > 0).toBe(evidence.length > 0);
      if (chosen.length > 1) expect(wordsIn(chosen.map((item) => item.sentence))).toBeLessThanOrEqual(80);
    }),
  );
});
