import { array, assert, constantFrom, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveFollowUp } from "../../../src/answering/follow-up.ts";
import type { ResolvedQuestion } from "../../../src/answering/follow-up.ts";
import { PaperReader } from "../../../src/answering/paper-terms.ts";
import type { Paper } from "../../../src/domain/paper.ts";
import type { Turn } from "../../../src/domain/question.ts";
import { BEACON, CANDLE, CORPUS, LANTERN, madeUpPaper } from "../../support/answering-corpus.ts";
import { vocabularyOf } from "../../support/answering-engine.ts";
import { millisecondsOf } from "../../support/answering-time.ts";

const vocabulary = vocabularyOf(CORPUS);

function resolve(text: string, history: readonly Turn[], papers: readonly Paper[] = CORPUS): ResolvedQuestion {
  return resolveFollowUp({ text, history }, papers, new PaperReader(vocabulary), vocabulary);
}

/** A question about drafting, and an answer that cites these papers. */
function citing(...papers: readonly Paper[]): Turn[] {
  return [
    { role: "user", text: "how do I speed up generation" },
    { role: "assistant", text: papers.map(({ title }) => `Draft tokens [${title}].`).join(" ") },
  ];
}

describe("resolveFollowUp() without a conversation", () => {
  test.each(["and how much memory does it need?", "what about the second one?", "[2]", ""])(
    "takes a question as it is: %s",
    (text) => {
      expect(resolve(text, [])).toEqual({ text });
    },
  );
});

describe("resolveFollowUp() goes on about the paper cited last", () => {
  test.each([
    ["it", "how fast is it?"],
    ["their", "what is their main idea"],
    ["an opening and", "and verifying tiny drafts on weekends, holidays or evenings?"],
    ["the paper", "what does the paper measure"],
    ["few words", "GPUs?"],
    ["a figure that its text may not state", "how many layers?"],
    ["no words of its own", "and why?"],
    ["a detail that its text may not state", "under which licence?"],
    ["who stands behind it", "who is the first author?"],
    ["few words, of which it knows one", "GPUs in winter"],
    ["words of that paper", "does the tiny firefly model of Lantern verify eight drafts in one pass"],
  ])("for %s: %s", (_, text) => {
    expect(resolve(text, citing(LANTERN))).toEqual({ text: `${LANTERN.title}: ${text}`, subject: LANTERN });
  });

  test("that fits best, where the answer cited several", () => {
    expect(resolve("does its tree of candidates help?", citing(LANTERN, BEACON)).subject).toBe(BEACON);
  });

  test("but not once a later question was refused", () => {
    const chat: Turn[] = [
      { role: "user", text: "what is Moonbeam?" },
      { role: "assistant", text: "Nothing in this collection answers that." },
    ];
    const resolved = resolve("how fast is it?", [...citing(LANTERN), ...chat]);
    expect(resolved).toEqual({ text: "what is Moonbeam? how fast is it?" });
  });

  test("and not about one cited before it", () => {
    expect(resolve("how fast is it?", [...citing(LANTERN), ...citing(CANDLE)]).subject).toBe(CANDLE);
  });

  test("also when its title stands in other letters, or is the one made readable", () => {
    const cube = madeUpPaper("Moss$^{3}$: Cubes", { displayTitle: "Moss³: Cubes" });
    const answer = (text: string): Turn[] => [{ role: "assistant", text }];
    expect(resolve("how fast is it?", answer("It is fast [Moss³: Cubes]."), [cube]).subject).toBe(cube);
    expect(resolve("how fast is it?", answer("It is fast [moss$^{3}$ -- CUBES]!"), [cube]).subject).toBe(cube);
  });
});

describe("resolveFollowUp() takes nothing for cited", () => {
  test("that a refusal only names as near", () => {
    const history: Turn[] = [
      { role: "assistant", text: `Nothing answers that. The nearest title: “${LANTERN.title}”.` },
    ];
    expect(resolve("tell me more", history).subject).toBeUndefined();
  });
});

describe("resolveFollowUp() knows the other one of two cited papers", () => {
  test("when the question describes no third", () => {
    expect(resolve("how fast is the other one?", citing(LANTERN, BEACON)).subject).toBe(BEACON);
  });
});

describe("resolveFollowUp() knows a cited paper by its place", () => {
  const history = citing(LANTERN, BEACON, CANDLE);

  test.each([
    ["what about the second one?", BEACON],
    ["and the first paper?", LANTERN],
    ["tell me more about the third.", CANDLE],
    ["how fast is the last one", CANDLE],
    ["what does [2] measure", BEACON],
    ["[1]?", LANTERN],
  ])("%s", (text, subject) => {
    expect(resolve(text, history)).toEqual({ text: `${subject.title}: ${text}`, subject });
  });

  test("but not one that the answer did not cite", () => {
    const { text } = resolve("what does [7] say about bells in church towers and their sound?", history);
    expect(text).toBe("what does [7] say about bells in church towers and their sound?");
  });
});

describe("resolveFollowUp() lets a question stand alone", () => {
  test.each([
    ["with a subject of its own", "Which dataset of drone images helps to count fruit on trees?"],
    ["with a subject of its own behind an and", "and which dataset of drone images helps to count fruit?"],
    ["that asks for the other one", "how fast is the other one with the drafts of a tiny firefly model?"],
    ["that says the subject changes", "different topic: is there another tiny firefly model that drafts?"],
    ["that says which paper it means", "how large is the one with the firefly model?"],
  ])("%s: %s", (_, text) => {
    expect(resolve(text, citing(LANTERN))).toEqual({ text });
  });

  test("when nothing was cited and it needs nothing from before", () => {
    const history: Turn[] = [
      { role: "user", text: "hello" },
      { role: "assistant", text: "Nothing in this collection answers that." },
    ];
    expect(resolve("Which dataset of drone images helps to count fruit?", history).text).toBe(
      "Which dataset of drone images helps to count fruit?",
    );
  });
});

describe("resolveFollowUp() searches with the question before", () => {
  test("when the answer to it cited nothing", () => {
    const history: Turn[] = [
      { role: "user", text: "church bells" },
      { role: "assistant", text: "Nothing in this collection answers that." },
    ];
    expect(resolve("and how many towers?", history)).toEqual({ text: "church bells and how many towers?" });
  });

  test("when there is no answer at all", () => {
    expect(resolve("is it fast?", [{ role: "user", text: "church bells" }]).text).toBe("church bells is it fast?");
  });

  test("as far as people read", () => {
    const { text } = resolve("is it fast?", [{ role: "user", text: "bells ".repeat(20_000) }]);
    expect(text.length).toBeLessThan(2000);
  });

  test("only if a person asked it: a title in a question cites nothing", () => {
    expect(resolve("is it fast?", [{ role: "user", text: LANTERN.title }]).subject).toBeUndefined();
  });
});

describe("resolveFollowUp() is quick", () => {
  test("with a thousand answers that cite nothing", () => {
    const history = Array.from({ length: 1000 }, (): Turn => ({ role: "assistant", text: "Nothing answers that." }));
    const papers = Array.from({ length: 1000 }, (_, place) => madeUpPaper(`Paper ${place}: ${"Bells ".repeat(20)}`));
    expect(millisecondsOf(() => resolve("how fast is it?", history, papers))).toBeLessThan(1500);
  });

  test("with an answer of a million characters", () => {
    const history: Turn[] = [{ role: "assistant", text: "Bells ring, and ".repeat(62_500) }];
    expect(millisecondsOf(() => resolve("how fast is it?", history))).toBeLessThan(1500);
  });
});

const turn = record<Turn>({
  role: constantFrom("user", "assistant"),
  text: string({ unit: "binary", maxLength: 60 }),
});

test("resolveFollowUp() always searches with what was asked, whatever was said before", () => {
  assert(
    property(string({ unit: "binary", maxLength: 60 }), array(turn, { maxLength: 6 }), (text, history) => {
      expect(resolve(text, history).text.endsWith(text)).toBe(true);
    }),
  );
});
