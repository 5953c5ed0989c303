import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyIn, modelAt, replies } from "../support/model-script.ts";
import { type ChatReply, Pace } from "../support/openai-chat-reply.ts";
import { type ChatServer, listenChatServer, type ReceivedChat } from "../support/openai-chat-server.ts";
import { PAPERS } from "../support/papers.ts";
import { lastAnswer, mention, shareBot } from "./bot-windows.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";

const QUESTION = "How much power does the spiking network that hears boiling water draw?";
const FIRST = "KettleNet draws 3 mW on a small chip";
const SECOND = "It listens through one cheap microphone";

describe.skipIf(CHROMIUM === undefined)(`a model's answer on the playground's page${SKIPPED}`, () => {
  let server: ChatServer;
  /** What the model says in the test that runs. */
  let says: (key: string, request: ReceivedChat) => ChatReply;

  beforeAll(async () => {
    server = await listenChatServer(
      replies({ answer: (request) => says(keyIn(request, "KettleNet"), request), "follow-up": { text: QUESTION } }),
    );
  });
  afterAll(() => server.close());

  const windows = shareBot({ papers: PAPERS, env: () => modelAt(server) });

  test("grows before its end, and keeps what is proved when it is stopped", async () => {
    const pace = new Pace();
    says = (key) => ({
      text: [`${FIRST} ${key}. `, "It", ` listens through one cheap microphone ${key}. `, "It", " is"],
      pace,
    });
    const page = await windows.open("general");
    await mention(page, QUESTION);
    await server.arrived(1);
    pace.release(2);
    const answer = lastAnswer(page);
    await answer.getByText(`${FIRST}. [1]`).waitFor();
    await answer.getByText("Still writing").waitFor();
    expect(await answer.textContent()).not.toContain(SECOND);

    pace.release(2);
    await answer.getByText(`${SECOND}. [1]`).waitFor();
    await answer.getByRole("button", { name: "Stop" }).click();
    await answer.getByText("stopped here").waitFor();
    await answer.getByRole("button", { name: "Sources" }).waitFor();
    expect(await answer.textContent()).toMatch(/3 mW on a small chip\. \[1\] It listens[^]*\[1\] KettleNet: Spiking/);
    expect(await answer.getByRole("button", { name: "Stop" }).count()).toBe(0);
    await server.requests[0]?.ended;
    expect(server.requests[0]?.state).toBe("abandoned");
  });

  test("of 6,000 characters fills several messages, complete, with its footnotes, and the page holds them", async () => {
    const places = ROOMS.flatMap((room) => TREES.map((tree) => `${tree} ${room}`));
    says = (key) => ({
      text: places
        .map((place) => `KettleNet listens to a kettle through one cheap microphone in the ${place} ${key}.`)
        .join(" "),
      chunkSize: 200,
    });
    const page = await windows.open("random", { viewport: { width: 700, height: 800 } });
    await mention(page, QUESTION);
    await page.getByRole("article").getByRole("button", { name: "Sources" }).waitFor();

    const texts = await page.getByRole("article", { name: /^Footnote/ }).allTextContents();
    expect(texts.length).toBeGreaterThan(1);
    const all = texts.join("\n");
    expect(all.length).toBeGreaterThan(6000);
    expect(places.filter((place) => all.split(`in the ${place}. [1]`).length !== 2)).toEqual([]);
    expect(texts.at(-1)).toContain("[1] KettleNet: Spiking Neural Networks");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(700);
    expect(await page.evaluate(WIDE_MESSAGES)).toBe(0);
  });
});

const ROOMS = ["kitchen", "cellar", "parlour", "attic", "garage", "hallway", "nursery", "stable"];
const TREES = ["alder", "birch", "cedar", "elm", "hazel", "larch", "maple", "poplar", "rowan", "walnut"];

/** How many messages do not fit. */
const WIDE_MESSAGES =
  "[...document.querySelectorAll('.message')].filter((message) => message.scrollWidth > message.clientWidth).length";
