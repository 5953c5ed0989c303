import { describe, expect, test } from "vitest";
import { declineQuestion } from "../../../src/answering/decline-question.ts";
import { hostileTexts, millisecondsOf } from "../../support/answering-time.ts";

describe("declineQuestion() turns down", () => {
  test.each([
    ["a text longer than people may ask", "bells ".repeat(1000), "6000 characters"],
    ["nothing", "", "no words"],
    ["blanks", " \n ", "no words"],
    ["punctuation", "?!… -- ???", "no words"],
    ["emoji", "🚀🐝", "no words"],
    ["a greeting", "Hello!", "829 papers"],
    ["thanks", "thank you so much", "829 papers"],
    ["a question about ourselves", "what can you do?", "829 papers"],
  ])("%s, and says why", (_, text, why) => {
    const declined = declineQuestion(text, 829);
    expect(declined?.draft).toMatchObject({ outcome: "declined", citations: [] });
    expect(declined?.draft.text).toContain(why);
    expect(declined?.searchable).toBe(false);
  });

  test("another language, in that language, though it may still be searched", () => {
    const declined = declineQuestion("Was ist Lantern Decoding und wie schnell ist es?", 829);
    expect(declined?.draft.text).toContain("auf Englisch");
    expect(declined?.searchable).toBe(true);
  });
});

describe("declineQuestion() takes", () => {
  test.each([
    ["a question", "How fast is Lantern Decoding?"],
    ["one word", "bells"],
    ["a figure", "42"],
    ["a text as long as people may ask", "b".repeat(4000)],
    ["a question that opens with a greeting", "hello, how fast is Lantern Decoding?"],
    ["a question that only begins like small talk", "what is this Lantern Decoding about?"],
  ])("%s", (_, text) => {
    expect(declineQuestion(text, 829)).toBeUndefined();
  });
});

test.each([
  ...hostileTexts(4000),
  ...hostileTexts(100_000).map(([name, text]) => [`100,000 characters of ${name}`, text] as const),
  ["a greeting, then punctuation without end", `hi${"!".repeat(3990)}x`] as const,
])("declineQuestion() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => declineQuestion(text, 829))).toBeLessThan(500);
});
