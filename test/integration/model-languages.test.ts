import { expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { World } from "../support/compose-world.ts";
import { keyIn, modelAt, replies } from "../support/model-script.ts";
import { Pace } from "../support/openai-chat-reply.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import type { ChatScript, ChatServer } from "../support/openai-chat-server.ts";

const QUESTION = { text: "How much power does the spiking network that hears boiling water draw?", history: [] };
const TITLES = ["KettleNet", "Tidal Attention"];

async function open(script: ChatScript): Promise<{ app: App; server: ChatServer }> {
  const server = await startChatServer(script);
  const { app } = await new World(undefined, { ...modelAt(server), FOOTNOTE_CHAT_CACHE_ANSWERS: "100" }).open();
  return { app, server };
}

test("people of different languages share what a model writes, and read our own words in theirs", async () => {
  const pace = new Pace();
  const { app, server } = await open(
    replies({ answer: (request) => ({ text: `It draws 99 mW ${keyIn(request, "KettleNet")}.`, pace }) }),
  );
  const all = [app.ask(QUESTION, { locale: "de" }), app.ask(QUESTION, { locale: "ja" })];
  await server.arrived(1);
  pace.open();
  const notes = (await Promise.all(all)).map(({ note }) => note);
  expect(notes).toEqual([
    expect.stringContaining("ließ sich mit den Papern nicht belegen"),
    expect.stringContaining("裏付けられませんでした"),
  ]);
  expect(server.requests).toHaveLength(1);
});

test("a comparison with headings in one language is nobody's of another, under way or remembered", async () => {
  const { app, server } = await open(
    replies({
      comparison: (request) => {
        const heading = request.body.messages[0]?.content.includes("Ergebnis") ? "Ergebnis" : "Result";
        return {
          text: `${heading}\n- KettleNet: KettleNet draws 3 mW on a small chip ${keyIn(request, "KettleNet")}.`,
        };
      },
    }),
  );
  const compare = async (locale?: "de"): Promise<string> =>
    (await app.compare(TITLES, { ...(locale && { locale }) })).text;
  const said = "- KettleNet: KettleNet draws 3 mW on a small chip. [1]";
  expect(await Promise.all([compare(), compare("de")])).toEqual([`Result\n${said}`, `Ergebnis\n${said}`]);
  expect(await Promise.all([compare("de"), compare()])).toEqual([`Ergebnis\n${said}`, `Result\n${said}`]);
  expect(server.requests).toHaveLength(2);
});
