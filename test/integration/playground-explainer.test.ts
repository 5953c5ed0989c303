import { expect, test } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import type { AnswerOptions } from "../../src/domain/answer.ts";
import type { Explanation } from "../../src/playground/explanation.ts";
import { Explainer } from "../../src/playground/explainer.ts";
import { World } from "../support/compose-world.ts";
import { keyIn, modelAt, replies } from "../support/model-script.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import type { ReceivedChat } from "../support/openai-chat-server.ts";
import { catalogueOf, PAPERS } from "../support/papers.ts";
import { makeAnswerRecord } from "../support/records.ts";
import { SetClock } from "../support/set-clock.ts";

const QUESTION = "How much power does the spiking network that hears boiling water draw?";

const SCRIPT = replies({
  answer: (request) => ({ text: `KettleNet draws 3 mW on a small chip ${keyIn(request, "KettleNet")}.` }),
  "follow-up": { text: QUESTION },
});

/** What is explained of an answer that a bot gave and kept. */
async function explain(
  model: Readonly<Record<string, string>>,
  history: readonly string[] = [],
  options: AnswerOptions = {},
): Promise<Explanation | undefined> {
  const explainer = new Explainer();
  const world = new World(catalogueOf(PAPERS), model);
  const { app } = await world.open({ onRequest: (request) => explainer.noteRequest(request) });
  using database = openDatabase(undefined);
  const records = new DatabaseRecords(database, new SetClock("2026-03-01"), {
    keepDays: 30,
    paperOf: (id) => app.papers.find((paper) => paper.id === id),
  });
  const turns = history.map((text) => ({ role: "user" as const, text }));
  const answer = await app.ask({ text: QUESTION, history: turns }, { id: "given", ...options });
  records.keepAnswer("given", { ...makeAnswerRecord(QUESTION), answer });
  records.keepMessage("7", "given");
  return explainer.explain("7", records);
}

function said({ body }: ReceivedChat): readonly string[] {
  return body.messages.map(({ content }) => content);
}

test("an extractive answer is explained by its papers, their scores and the sentences behind each footnote", async () => {
  const explanation = await explain({});
  expect(explanation).toMatchObject({ question: QUESTION, outcome: "answered" });
  expect(explanation).not.toHaveProperty("model");
  expect(explanation?.papers[0]).toMatchObject({ title: expect.stringContaining("KettleNet"), citation: 1 });
  expect(explanation?.papers[0]?.evidence[0]?.sentence).toContain("3 mW");
  expect(Object.keys(explanation?.papers[0]?.signals ?? {})).toContain("words");
  expect(explanation?.stages.map(({ ms }) => ms >= 0)).not.toContain(false);
});

test("a model's answer is explained with the very words that the model was asked, and its tokens", async () => {
  const server = await startChatServer(SCRIPT);
  const explanation = await explain(modelAt(server));
  expect(explanation?.model).toMatchObject({ model: "scripted-7b", requests: 1, removed: [] });
  expect(explanation?.model?.prompts.map(({ messages }) => messages.map(({ content }) => content))).toEqual(
    server.requests.map((request) => said(request)),
  );
  expect(explanation?.model?.prompts[0]?.name).toBe("answer");
});

test("a follow-up is explained with the question as it was searched, and both requests", async () => {
  const server = await startChatServer(SCRIPT);
  const explanation = await explain(modelAt(server), ["What is KettleNet?"]);
  expect(explanation?.model?.prompts.map(({ name }) => name)).toEqual(["follow-up", "answer"]);
});

test("another answer's prompts are not shown", async () => {
  const server = await startChatServer(SCRIPT);
  const explanation = await explain(modelAt(server), [], { id: "other" });
  expect(explanation?.model?.prompts).toEqual([]);
});

test("a message without an answer has no explanation", () => {
  expect(new Explainer().explain("8", { answerIn: () => undefined })).toBeUndefined();
});
