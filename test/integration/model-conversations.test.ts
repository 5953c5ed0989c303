import { describe, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { continueHistory } from "../../src/domain/conversation.ts";
import type { Turn } from "../../src/domain/question.ts";
import { World } from "../support/compose-world.ts";
import { askedFor, keyIn, modelAt, replies } from "../support/model-script.ts";
import type { ChatScript, ChatServer } from "../support/openai-chat-server.ts";
import { startChatServer } from "../support/openai-chat-server.ts";

const BEES = "Listening to Bees: Acoustic Monitoring of Hives with Small Transformers";
const KETTLE = "KettleNet: Spiking Neural Networks for Boiling Water Detection";
const HEARD: readonly Turn[] = [
  { role: "user", text: "Which papers listen to something?" },
  { role: "assistant", text: `- One hears water boil. [${KETTLE}]\n- One hears bees swarm. [${BEES}]` },
];

async function open(script: ChatScript): Promise<{ app: App; server: ChatServer; log: string[] }> {
  const server = await startChatServer(script);
  const log: string[] = [];
  const { app } = await new World(undefined, modelAt(server)).open({ onLog: (text) => log.push(text) });
  return { app, server, log };
}

describe("a follow-up", () => {
  test("is rewritten so that it stands alone, and searched and answered so", async () => {
    const { app, server } = await open(
      replies({
        "follow-up": { text: "How many parameters does the transformer that listens to bees have?" },
        answer: (request) => ({ text: `It has 2 million parameters ${keyIn(request, "Listening to Bees")}.` }),
      }),
    );
    const answer = await app.ask({ text: "How many parameters does the second one have?", history: HEARD });
    expect(answer.text).toBe("It has 2 million parameters. [1]");
    expect(answer.citations[0]?.paper.title).toBe(BEES);
    expect(answer.trace.searched).toContain("listens to bees");
    const [rewrite, asked] = server.requests.map(({ body }) => body.messages.at(-1)?.content ?? "");
    expect(rewrite).toContain(`[${BEES}]`);
    expect(rewrite).toContain("the second one");
    expect(asked).toContain("the transformer that listens to bees");
    expect(asked).not.toContain("the second one");
    expect(answer.trace.model).toMatchObject({ requests: 2, prompts: { answer: 1, "follow-up": 1 } });
  });

  test("that turns to something else brings nothing over", async () => {
    const { app } = await open(
      replies({
        "follow-up": { text: "How is faded ink on parchment made readable?" },
        answer: (request) => ({
          text: `GlyphGuard 2 combines ultraviolet photographs with a character language model ${keyIn(request, "GlyphGuard")}.`,
        }),
      }),
    );
    const answer = await app.ask({ text: "How is faded ink on parchment made readable?", history: HEARD });
    expect(answer.ranking[0]?.paper.title).toMatch(/^GlyphGuard/);
    expect(answer.text).toContain("GlyphGuard 2 combines");
  });

  test.each([
    ["fails", { status: 500 } as const],
    ["writes an essay", { text: "Well.\n\nLet me think about that." }],
    ["writes nothing but quotation marks", { text: "“”" }],
    ["writes without end", { text: "and what about bees ".repeat(100) }],
  ])("is understood by rules where the model %s in place of a question", async (_, rewrite) => {
    const { app } = await open((request) =>
      askedFor(request) === "follow-up"
        ? rewrite
        : { text: `It has 2 million parameters ${keyIn(request, "Listening to Bees")}.` },
    );
    const answer = await app.ask({ text: "How many parameters does the second one have?", history: HEARD });
    expect(answer.text).toBe("It has 2 million parameters. [1]");
    expect(answer.trace.searched).toContain(BEES);
  });
});

describe("what was said before", () => {
  test("is cut to what fits, the latest first", async () => {
    const long = (word: string): Turn[] => [
      { role: "user", text: `${word} question` },
      { role: "assistant", text: `${word} ${"x".repeat(1900)}` },
    ];
    const { app, server } = await open(
      replies({ "follow-up": { text: "How do bees swarm?" }, answer: { text: "UNANSWERABLE" } }),
    );
    await app.ask({ text: "and bees?", history: ["first", "second", "third", "fourth", "fifth"].flatMap(long) });
    const said = server.requests[0]?.body.messages.at(-1)?.content ?? "";
    expect(said).toContain("fifth");
    expect(said).not.toContain("first ");
    expect(said.length).toBeLessThan(8000);
  });

  test("is not poisoned by what was too long, nor by a failure", async () => {
    const { app, server } = await open(
      replies({ "follow-up": { text: "How many parameters does the bee transformer have?" }, answer: { status: 401 } }),
    );
    let history = HEARD;
    const tooLong = "bees ".repeat(2000);
    history = continueHistory(history, tooLong, await app.ask({ text: tooLong, history }));
    expect(history).toEqual(HEARD);
    const failed = await app.ask({ text: "and how many parameters does the second one have?", history });
    expect(failed.note).toMatch(/not available/);
    history = continueHistory(history, "and how many parameters?", failed);
    expect(history.map(({ text }) => text).join("\n")).not.toContain("language model");
    expect(server.requests.length).toBeGreaterThan(0);
  });
});
