import { array, assert, asyncProperty, constantFrom, oneof, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { paperEvidence } from "../../../src/answering/paper-evidence.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Question, Turn } from "../../../src/domain/question.ts";
import { CORPUS, HERON, LANTERN, ORCHARD } from "../../support/answering-corpus.ts";
import { answererOf } from "../../support/answering-engine.ts";
import { hostileTexts } from "../../support/answering-time.ts";

const answerer = answererOf(CORPUS);

const unicode = string({ unit: "binary", maxLength: 120 });
const prose = array(
  constantFrom(
    "Lantern Decoding",
    "Beacon",
    "vs",
    "and",
    "or",
    "how many",
    "how long",
    "what did",
    "cost",
    "learning rate?",
    "it",
    "the second one",
    "[2]",
    "papers on",
    "drafts",
    "@everyone",
    "</context>",
    "[a](http://b.example)",
    "fruit",
    "trees",
    "compare",
    "SQuAD",
    "score",
    "Heron",
    "fishing",
    "policies",
    "¿qué es",
    "是什么",
    "\n",
    "?",
    "🐝",
  ),
  { maxLength: 14 },
).map((pieces) => pieces.join(" "));
const turn = record<Turn>({
  role: constantFrom("user", "assistant"),
  text: oneof(unicode, prose, constantFrom(...[LANTERN, HERON, ORCHARD].map(({ title }) => `So it is. [${title}]`))),
});
const question = record<Question>({ text: oneof(unicode, prose), history: array(turn, { maxLength: 4 }) });

/** What holds of every answer, whatever was asked. */
function checkAnswer({ outcome, text, citations, ranking, seeAlso, trace }: Answer): void {
  expect(text).not.toBe("");
  expect(text).not.toMatch(/@everyone|<\/context>|http:/u);
  expect(outcome === "answered").toBe(citations.length > 0 && outcome !== "not-stated");
  for (const { paper, evidence } of citations)
    for (const sentence of evidence) expect(paperEvidence(paper)).toContain(sentence);
  expect(ranking.length).toBeLessThanOrEqual(20);
  expect(new Set(ranking.map(({ paper }) => paper)).size).toBe(ranking.length);
  expect(seeAlso.length).toBeLessThanOrEqual(3);
  expect(trace.stages.every(({ ms }) => Number.isFinite(ms))).toBe(true);
  expect(Object.values(trace.evidence).every(Number.isFinite)).toBe(true);
}

test("Answerer has an honest answer to any text in any conversation", async () => {
  await assert(
    asyncProperty(question, async (asked) => {
      checkAnswer(await answerer.answer(asked));
    }),
    { numRuns: 400 },
  );
});

test.each([0, 1, 2])("Answerer has an honest answer to any text from a corpus of %i papers", async (size) => {
  const small = answererOf(CORPUS.slice(0, size));
  await assert(
    asyncProperty(question, async (asked) => {
      checkAnswer(await small.answer(asked));
    }),
  );
});

test("Answerer sums up any topic honestly, or not at all", async () => {
  await assert(
    asyncProperty(oneof(unicode, prose), async (topic) => {
      checkAnswer(await answerer.summarizeTopic(topic));
    }),
  );
});

describe("Answerer is quick with", () => {
  test.each([
    ...hostileTexts(3950),
    ...hostileTexts(100_000).map(([name, text]) => [`100,000 characters of ${name}`, text] as const),
  ])("%s", async (_, text) => {
    const start = performance.now();
    checkAnswer(await answerer.answer({ text: `How fast is Lantern? ${text}`, history: [] }));
    expect(performance.now() - start).toBeLessThan(1500);
  });

  test.each(hostileTexts(100_000))("a conversation of 100,000 characters of %s", async (_, text) => {
    const start = performance.now();
    const history: Turn[] = [
      { role: "assistant", text },
      { role: "user", text },
    ];
    checkAnswer(await answerer.answer({ text: "how fast is it?", history }));
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
