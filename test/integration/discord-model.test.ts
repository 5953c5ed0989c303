import { expect, test } from "vitest";
import { World } from "../support/compose-world.ts";
import { keyIn, modelAt, replies } from "../support/model-script.ts";
import { Pace } from "../support/openai-chat-reply.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import type { ChatScript } from "../support/openai-chat-server.ts";
import { BotWorld, labelsOf, textOf } from "./discord-bot-world.ts";

const QUESTION = "How much power does the spiking network that hears boiling water draw?";
const FIRST = "KettleNet draws 3 mW on a small chip";
const SECOND = "It listens through one cheap microphone";

/** The whole product, with a scripted model at the other end of an HTTP connection. */
async function open(script: ChatScript) {
  const server = await startChatServer(script);
  const { app } = await new World(undefined, modelAt(server)).open();
  const world = await BotWorld.open({ app, patience: { editMs: 10 } });
  const shows = (text: string) => world.scene.sees((message) => textOf(message).includes(text));
  return { server, world, shows };
}

test("an answer of a model streams into a channel, proved and with footnotes", async () => {
  const pace = new Pace();
  const { server, world, shows } = await open(
    replies({
      answer: (request) => {
        const key = keyIn(request, "KettleNet");
        return { text: [`${FIRST} ${key}. `, "It", ` listens through one cheap microphone ${key}.`], pace };
      },
    }),
  );
  const replied = world.mention(QUESTION);
  await server.arrived(1);
  pace.release(2);
  const draft = await replied;
  expect(textOf(draft)).toContain(`${FIRST}. [1]\n\n**[1]** KettleNet`);
  expect(labelsOf(draft)).toEqual(["Stop"]);
  pace.open();
  const whole = await shows(`${SECOND}. [1]`);
  expect(whole.id).toBe(draft.id);
  await world.scene.sees((message) => labelsOf(message).includes("Sources"));
  expect(textOf(await world.press(whole, "Sources"))).toContain("> It detects boiling water with 96.4% accuracy");
});

test("Stop ends the request, and keeps what is proved", async () => {
  const pace = new Pace();
  const { server, world, shows } = await open(
    replies({
      answer: (request) => ({ text: [`${FIRST} ${keyIn(request, "KettleNet")}. `, "It", " never ends"], pace }),
    }),
  );
  const replied = world.mention(QUESTION);
  await server.arrived(1);
  pace.release(2);
  await world.scene.press(await replied, "Stop");
  expect(textOf(await shows("stopped here"))).toContain(`${FIRST}. [1]`);
  await server.requests[0]?.ended;
  expect(server.requests[0]?.state).toBe("abandoned");
});

test("when the model fails, the channel reads the papers' own sentences, and that it does", async () => {
  const { world, shows } = await open(() => ({ status: 401 }));
  void world.mention(QUESTION);
  const answer = await shows("papers’ own sentences");
  expect(textOf(answer)).toContain("draws 3 mW on a small chip. [1]");
  expect(textOf(answer)).not.toContain("FOOTNOTE_CHAT_KEY");
});
