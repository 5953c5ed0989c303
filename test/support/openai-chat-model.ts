import { OpenAiChat, type OpenAiChatCallOptions, type OpenAiChatOptions } from "../../src/adapters/openai-chat.ts";
import { SleeplessClock } from "./index-clock.ts";
import { startChatServer, type ChatScript } from "./openai-chat-server.ts";

/** The key that {@link startChat} gives its model. */
export const KEY = "sk-secret-of-the-owner";

/** Starts an endpoint, and a model that asks it. Waits between tries pass at once, and are recorded by the clock. */
export async function startChat(script: ChatScript, options: Partial<OpenAiChatOptions> = {}) {
  const server = await startChatServer(script);
  const clock = new SleeplessClock();
  const chat = new OpenAiChat({
    baseUrl: server.baseUrl,
    key: KEY,
    model: "small",
    maxTokens: 500,
    firstTokenMs: 10_000,
    timeoutMs: 20_000,
    patienceMs: 10_000,
    concurrency: 4,
    queueMs: 10_000,
    clock,
    random: () => 1,
    ...options,
  });
  return { chat, server, clock };
}

/** Streams one answer to its end. `pieces` are its texts, without the empty ones. */
export async function readAnswer(chat: OpenAiChat, options: Partial<OpenAiChatCallOptions> = {}, question = "Why?") {
  const pieces: string[] = [];
  let usage: unknown;
  let report: unknown;
  for await (const chunk of await chat.stream(question, options)) {
    if (chunk.text) pieces.push(chunk.text);
    usage = chunk.usage_metadata;
    report = chunk.response_metadata;
  }
  return { text: pieces.join(""), pieces, usage, report };
}
