// Measures what a model's answer costs beside the model, and prints it as JSON: node model-child.ts INDEX BASE_URL TOKENS
import { setTimeout } from "node:timers/promises";
import { compose } from "../src/compose.ts";
import { readConfig } from "../src/config.ts";
import type { App } from "../src/app.ts";
import { keyIn } from "../test/support/model-script.ts";
import { Pace } from "../test/support/openai-chat-reply.ts";
import { listenChatServer } from "../test/support/openai-chat-server.ts";
import type { ModelLatencies } from "./model-latencies.ts";
import { latency } from "./statistics.ts";

const QUESTION = { text: "How far ahead can GenCast forecast the weather, and how fast?", history: [] };
const ROUNDS = 60;
const WARM_UP = 10;
/** Until the chunks before the last have surely been read. */
const SETTLE_MS = 15;

const [, , index = "", baseUrl = "", tokens = ""] = process.argv;

function open(endpoint: string): Promise<App> {
  const env = {
    FOOTNOTE_CORPUS: process.env["FOOTNOTE_CORPUS"],
    FOOTNOTE_INDEX: index,
    FOOTNOTE_CHAT_MODEL: "scripted",
    FOOTNOTE_CHAT_BASE_URL: endpoint,
    FOOTNOTE_CHAT_MAX_TOKENS: "10000",
    FOOTNOTE_CHAT_CACHE_ANSWERS: "0",
  };
  return compose(readConfig(env)).open({ paths: [] });
}

const latencies: ModelLatencies = {
  firstSentence: latency((await measure(await firstSentence())).slice(WARM_UP)),
  cpu: latency((await measure(await wholeAnswer())).slice(WARM_UP)),
  tokens: Number(tokens),
};
console.log(JSON.stringify(latencies));
process.exit(0);

async function measure(once: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) all.push(await once());
  return all;
}

/** The endpoint runs in this process, so that both ends are on one clock. */
async function firstSentence(): Promise<() => Promise<number>> {
  let pace = new Pace();
  const server = await listenChatServer((request) => ({
    text: ["GenCast forecasts 15 days", " ahead in 8 minutes", ` ${keyIn(request, "GenCast")}.`, " It"],
    pace,
  }));
  const app = await open(server.baseUrl);
  return async () => {
    pace = new Pace();
    const shown = Promise.withResolvers<number>();
    const answering = app.ask(QUESTION, { onPartial: () => shown.resolve(performance.now()) });
    await server.arrived(server.requests.length + 1);
    pace.release(3);
    await setTimeout(SETTLE_MS);
    const sent = performance.now();
    pace.open();
    const ms = (await shown.promise) - sent;
    await answering;
    return ms;
  };
}

/** The endpoint runs elsewhere, so that its work is not counted. */
async function wholeAnswer(): Promise<() => Promise<number>> {
  const app = await open(baseUrl);
  return async () => {
    const before = process.cpuUsage();
    const answer = await app.ask(QUESTION);
    const { user, system } = process.cpuUsage(before);
    if (answer.note !== undefined || answer.citations.length === 0)
      throw new Error(`No answer of the model: ${answer.note}`);
    return (user + system) / 1000;
  };
}
