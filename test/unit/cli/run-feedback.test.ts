import { describe, expect, test } from "vitest";
import type { FeedbackRecord } from "../../../src/domain/records.ts";
import { parseEvalQuestions } from "../../../src/evaluation/eval-question.ts";
import { makeAnswer } from "../../support/cli-app.ts";
import { runInMemory } from "../../support/cli-context.ts";
import { FULL_ANSWER, LIKED, makeAnswerRecord, turnsOf } from "../../support/records.ts";

const AT = Date.parse("2026-03-01T12:00:00Z");
const [KETTLE = ""] = FULL_ANSWER.citations.map(({ paper }) => paper.title);

function makeFeedback(more: Partial<FeedbackRecord> = {}): FeedbackRecord {
  return { ...LIKED, at: AT, about: makeAnswerRecord("Which kettle?"), ...more };
}

async function runFeedback(feedback: readonly FeedbackRecord[], args: readonly string[] = []) {
  return runInMemory(["feedback", ...args], { workbench: { feedback: () => Promise.resolve(feedback) } });
}

/** The rows that are printed of some feedback. */
async function rowsOf(...feedback: readonly FeedbackRecord[]): Promise<readonly Record<string, unknown>[]> {
  const { stdout } = await runFeedback(feedback);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("footnote feedback", () => {
  test.each([[[]], [["--json"]]])("prints a line of JSON for each, with %j", async (args) => {
    const { code, stdout, stderr } = await runFeedback([makeFeedback(), makeFeedback({ personId: "bob" })], args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trim().split("\n")).toHaveLength(2);
  });

  test("tells everything about an answer that somebody liked, and what it cited is gold", async () => {
    expect(await rowsOf(makeFeedback())).toEqual([
      {
        id: expect.stringMatching(/^feedback-[0-9a-f]{12}$/),
        type: "topic",
        question: "Which kettle?",
        history: [],
        gold: [KETTLE],
        answer: [],
        must_not: [],
        rating: "good",
        reason: "",
        at: "2026-03-01T12:00:00.000Z",
        outcome: "answered",
        text: FULL_ANSWER.text,
        cited: [KETTLE],
        trace: expect.objectContaining(FULL_ANSWER.trace),
      },
    ]);
  });

  test("knows no gold of an answer that somebody disliked, and says why they did", async () => {
    const [row] = await rowsOf(makeFeedback({ isGood: false, reason: "Wrong kettle" }));
    expect(row).toMatchObject({ rating: "bad", reason: "Wrong kettle", gold: [], cited: [KETTLE] });
  });

  test("prints questions that eval takes", async () => {
    const { stdout } = await runFeedback([makeFeedback()]);
    expect(parseEvalQuestions(stdout)).toEqual([
      {
        id: expect.stringMatching(/^feedback-/),
        group: "topic",
        question: "Which kettle?",
        history: [],
        gold: [KETTLE],
        answer: [],
        mustNot: [],
      },
    ]);
  });

  test.each([
    ["known", { kind: "paper" }],
    ["known", { kind: "summary" }],
    ["topic", { kind: "topic" }],
    ["compare", { kind: "comparison" }],
    ["nofact", { outcome: "not-stated" }],
    ["unanswerable", { outcome: "no-evidence" }],
    ["unanswerable", { outcome: "declined" }],
  ] as const)("guesses %s of %j", async (type, answer) => {
    const [row] = await rowsOf(makeFeedback({ about: makeAnswerRecord("Which?", { answer: makeAnswer(answer) }) }));
    expect(row).toMatchObject({ type });
  });

  test("guesses a follow-up where there is a conversation, which ends before the question", async () => {
    const about = makeAnswerRecord("And how?", { history: turnsOf("Which kettle?", "And how?") });
    expect(await rowsOf(makeFeedback({ about }))).toMatchObject([
      { type: "followup", question: "And how?", history: turnsOf("Which kettle?") },
    ]);
  });

  test("leaves a conversation whole in which a declined question left no trace", async () => {
    const about = makeAnswerRecord("?!", {
      history: turnsOf("Which kettle?"),
      answer: makeAnswer({ outcome: "declined" }),
    });
    expect(await rowsOf(makeFeedback({ about }))).toMatchObject([{ history: turnsOf("Which kettle?") }]);
  });

  test("gives each person's feedback an id that stays the same", async () => {
    const feedback = [makeFeedback(), makeFeedback({ personId: "bob" }), makeFeedback({ answerId: "b" })];
    const ids = (await rowsOf(...feedback)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    const later = feedback.map((record) => ({ ...record, isGood: false, at: AT + 1 }));
    expect((await rowsOf(...later)).map(({ id }) => id)).toEqual(ids);
  });

  test("lets no id of Discord's out, not from a mention either", async () => {
    const [person, channel, server] = ["175928847299117063", "1759288472991170631", "17592884729911706312"];
    const question = `Which kettle, <@${person}>?`;
    const said = `See https://discord.com/channels/${server}/${channel}`;
    const about = makeAnswerRecord(
      question,
      { history: [...turnsOf(said), ...turnsOf(question)], answer: makeAnswer({ text: said, note: said }) },
      { personId: person, channelId: channel, serverId: server, isPrivate: false },
    );
    const answer = { ...about.answer, trace: { searched: said, evidence: { p: 1 / 30 }, stages: [] } };
    const [row] = await rowsOf(makeFeedback({ personId: person, reason: said, about: { ...about, answer } }));
    for (const id of [person, channel, server]) expect(JSON.stringify(row)).not.toContain(id);
    expect(row).toMatchObject({ question: "Which kettle, <@…>?", trace: { evidence: { p: 1 / 30 } } });
  });

  test("prints nothing where there is none, and says so", async () => {
    const { code, stdout, stderr } = await runFeedback([]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe(
      "There is no feedback: the data folder (FOOTNOTE_DATA) is not there, or no answer that is kept was rated.\n",
    );
  });

  test("reads the papers of the index that is named", async () => {
    expect((await runFeedback([], ["--index", "elsewhere"])).indexFolders).toEqual(["elsewhere"]);
  });

  test("--help says that a person must check the lines", async () => {
    expect((await runInMemory(["feedback", "--help"])).stdout).toContain("A person must check each");
  });
});
