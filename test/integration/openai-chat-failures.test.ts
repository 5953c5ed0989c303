import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { systemClock } from "../../src/adapters/clock.ts";
import type { OpenAiChat } from "../../src/adapters/openai-chat.ts";
import { ChatError } from "../../src/domain/errors.ts";
import { KEY, readAnswer, startChat } from "../support/openai-chat-model.ts";
import { Pace, type ChatReply } from "../support/openai-chat-reply.ts";
import { startChatServer } from "../support/openai-chat-server.ts";

const YES: ChatReply = { text: "Yes." };

/** The beginning of an answer, in one event. */
const begun = { choices: [{ delta: { content: "Yes, bec" } }] };

async function readPartly(chat: OpenAiChat) {
  let shown = "";
  try {
    for await (const { text } of await chat.stream("Why?")) shown += text;
  } catch (error) {
    return { shown, error };
  }
  return { shown, error: undefined };
}

const inStream = (error: object | string): ChatReply => ({ events: [{ error }] });

describe("OpenAiChat that meets a passing failure", () => {
  it.each<[string, ChatReply, number]>([
    ["429 without retry-after", { status: 429 }, 500],
    ["429 with retry-after", { status: 429, headers: { "retry-after": "7" } }, 7000],
    ["429 with retry-after-ms", { status: 429, headers: { "retry-after-ms": "12" } }, 12],
    ["408", { status: 408 }, 500],
    ["500", { status: 500 }, 500],
    ["503 with a page of HTML", { status: 503, body: "<html>", headers: { "content-type": "text/html" } }, 500],
    ["a connection that is cut at once", "cut", 500],
    ["a connection that is cut before the text", { text: "", after: "cut" }, 500],
    ["a connection that is cut in the reasoning", { text: "", reasoning: "Let me", after: "cut" }, 500],
    ["a stream that ends before the text", { events: [{ choices: [{ delta: { content: "" } }] }], done: false }, 500],
    ["an error in the stream", inStream({ message: "overloaded", code: 503 }), 500],
    ["an error in the stream that is a text", inStream("model runner has stopped"), 500],
    ["a limit of requests in the stream", inStream({ message: "slow down", code: "rate_limit_exceeded" }), 500],
  ])("tries again after %s", async (_title, reply, wait) => {
    const { chat, server, clock } = await startChat([reply, YES]);
    expect((await readAnswer(chat)).text).toBe("Yes.");
    expect(server.requests).toHaveLength(2);
    expect(clock.sleeps).toEqual([wait]);
  });

  it("waits twice as long each time, and gives up after three tries", async () => {
    const { chat, clock } = await startChat([{ status: 500 }, { status: 500 }, { status: 500 }]);
    await expect(chat.invoke("Why?")).rejects.toThrow(/500 refused with 500\. Try again later\. Tried 3 times\.$/);
    expect(clock.sleeps).toEqual([500, 1000]);
  });

  it("fails at once where it would have to wait longer than its patience", async () => {
    const { chat, clock } = await startChat([{ status: 429, headers: { "retry-after": "11" } }]);
    await expect(chat.invoke("Why?")).rejects.toMatchObject({ code: "chat/rate-limited", retryable: true });
    expect(clock.sleeps).toEqual([]);
  });

  it.each([
    ["11", "11 s"],
    ["3600", "60 min"],
  ])("says how long it would have to wait (%s)", async (seconds, told) => {
    const { chat } = await startChat([{ status: 429, headers: { "retry-after": seconds } }]);
    await expect(chat.invoke("Why?")).rejects.toThrow(`Try again later: it asks to wait for ${told}.`);
  });

  it.each<[string, ChatReply, RegExp]>([
    ["is cut", { text: "Yes, bec", after: "cut" }, /failed: /],
    [
      "ends in the middle",
      { events: [begun], done: false },
      /\/v1 ended in the middle of its answer\. Check the server/,
    ],
    ["breaks its JSON", { events: [begun, "{"] }, /\/v1 sent something that is no JSON\. Check the server/],
    ["sends what is no event", { events: [begun, "7"] }, /\/v1 sent an event that is no object\. Check the server/],
  ])("does not begin anew once something of an answer was shown that %s", async (_title, reply, message) => {
    const { chat } = await startChat([reply]);
    const { shown, error } = await readPartly(chat);
    expect(shown).toBe("Yes, bec");
    expect(error).toMatchObject({ code: "chat/unreachable", retryable: true, message: expect.stringMatching(message) });
  });
});

describe("OpenAiChat that gets no answer", () => {
  it.each<[string, string, ChatReply, RegExp]>([
    ["a wrong key", "chat/refused", { status: 401 }, /refused: 401 refused with 401\. Check FOOTNOTE_CHAT_KEY\.$/],
    ["no right to the model", "chat/refused", { status: 403 }, /FOOTNOTE_CHAT_KEY may use the model small\.$/],
    ["no such model", "chat/refused", { status: 404 }, /FOOTNOTE_CHAT_BASE_URL.* the endpoint has the model small\.$/],
    [
      "a request that it cannot take",
      "chat/refused",
      { status: 400 },
      /FOOTNOTE_CHAT_MODEL, FOOTNOTE_CHAT_TEMPERATURE/,
    ],
    [
      "a refusal in the stream",
      "chat/refused",
      inStream({ message: "too long", code: "context_length_exceeded", type: "invalid_request_error" }),
      /refused: too long\. Check FOOTNOTE_CHAT_MODEL/,
    ],
    [
      "no quota",
      "chat/out-of-quota",
      { status: 429, error: { code: "insufficient_quota" } },
      /no quota left: see its plan and billing\.$/,
    ],
    ["no money", "chat/out-of-quota", { status: 402 }, /no quota left/],
    [
      "no quota, in the stream",
      "chat/out-of-quota",
      inStream({ message: "x", type: "insufficient_quota" }),
      /no quota left/,
    ],
    ["an answer without a word", "chat/malformed", { text: "" }, /answered without a word \(it ended with stop\)/],
    ["blanks", "chat/malformed", { text: " \n " }, /answered without a word/],
    ["reasoning alone", "chat/malformed", { text: "<think>Hm." }, /answered without a word/],
    [
      "reasoning that took all tokens",
      "chat/malformed",
      { text: "", reasoning: "Hm.", finishReason: "length" },
      /used up its limit of tokens with reasoning, before its answer\. Raise FOOTNOTE_CHAT_MAX_TOKENS/,
    ],
    [
      "reasoning in the text that took all tokens",
      "chat/malformed",
      { text: "<think>Hm.", finishReason: "length" },
      /with reasoning, before its answer\. Raise FOOTNOTE_CHAT_MAX_TOKENS/,
    ],
    [
      "reasoning without a beginning",
      "chat/malformed",
      { text: "Hm.</think>Yes." },
      /wrote reasoning without a mark where it begins\. Let the server take .*--reasoning-parser.*--reasoning-format\)\.$/,
    ],
    [
      "tool calls alone",
      "chat/malformed",
      { events: [{ choices: [{ delta: { tool_calls: [{ index: 0, function: { name: "search" } }] } }] }] },
      /called tools instead of answering/,
    ],
    ["a stream of nothing", "chat/malformed", { events: [] }, /answered without a word \(it ended with unknown\)/],
    ["broken JSON", "chat/malformed", { raw: 'data: {"choices": [\n\n' }, /sent something that is no JSON/],
    ["an event that is no object", "chat/malformed", { events: ["7"] }, /sent an event that is no object/],
    ["a page of HTML", "chat/malformed", { raw: "<html>", contentType: "text/html" }, /answered without a word/],
    ["broken JSON, not streamed", "chat/malformed", { raw: "{", contentType: "application/json" }, /is no JSON/],
  ])("says what to do about %s, and does not try again", async (_title, code, reply, message) => {
    const { chat, server } = await startChat([reply]);
    const error: unknown = await chat.invoke("Why?").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ChatError);
    expect(error).toMatchObject({ code, retryable: false, message: expect.stringMatching(message) });
    expect(error).toMatchObject({ message: expect.stringContaining(`The chat endpoint ${server.baseUrl} `) });
  });

  it("names the endpoint that cannot be reached, and why", async () => {
    const { chat } = await startChat([], { baseUrl: "http://127.0.0.1:1/v1", patienceMs: 0 });
    await expect(chat.invoke("Why?")).rejects.toThrow(
      /^The chat endpoint http:\/\/127\.0\.0\.1:1\/v1 failed: .+\. Check FOOTNOTE_CHAT_BASE_URL and the network\.$/,
    );
  });

  it.each([301, 302, 307, 308])("carries nothing along a redirect (%i)", async (status) => {
    const other = await startChatServer(() => YES);
    const location = `${other.baseUrl}/chat/completions?token=secret`;
    const { chat, server } = await startChat([{ status, headers: { location } }]);
    const origin = new URL(other.baseUrl).origin;
    await expect(chat.invoke("Why?")).rejects.toMatchObject({
      code: "chat/refused",
      message:
        `The chat endpoint ${server.baseUrl} refused: ${status} refused with ${status}, it redirects to ${origin}. ` +
        "Redirects are not followed: set FOOTNOTE_CHAT_BASE_URL to where the API really is.",
    });
    expect(other.requests).toEqual([]);
  });

  it("tells no more of what the server says than fits in a line", async () => {
    const { chat } = await startChat([{ status: 400, error: { message: `No.\n${"So there. ".repeat(10_000)}` } }]);
    const error: unknown = await chat.invoke("Why?").catch((reason: unknown) => reason);
    const [, said] = /refused: (.*)\. Check FOOTNOTE_CHAT_MODEL,/.exec(String(error)) ?? [];
    expect(said).toMatch(/^400 No\. So there\. /);
    expect(said?.length).toBeLessThanOrEqual(300);
  });

  it.each<[string, (prompt: string) => string]>([
    ["as it is", (prompt) => `Invalid: ${prompt}`],
    ["in part", (prompt) => `Invalid: ${prompt.slice(10, 51)}`],
    ["in JSON", (prompt) => JSON.stringify({ messages: [prompt] })],
  ])("tells nothing that was sent, if the server quotes it %s", async (_title, word) => {
    const prompt = 'Passages of "papers".\n\nQuestion: does my\nsecret project\nneed attention?';
    const { chat } = await startChat([{ status: 400, error: { message: word(prompt) } }]);
    const error: unknown = await chat.invoke(prompt).catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/my secret|project/);
    expect(String(error)).toContain("refused: 400 (its words are left out, for they quote the request). Check");
  });

  it.each<[string, ChatReply]>([
    ["in a refusal", { status: 401, error: { message: `Wrong key:\n${KEY}` } }],
    ["in the stream", inStream({ message: `Wrong key: ${KEY}`, code: 401 })],
    ["in a redirect", { status: 307, headers: { location: `http://${KEY}.example.org/` } }],
    ["in what is no JSON", { raw: `data: ${KEY}\n\n` }],
    ["in what is no JSON, not streamed", { raw: KEY, contentType: "application/json" }],
  ])("never tells the key, even if the server does %s", async (_title, reply) => {
    const { chat } = await startChat([reply]);
    const error: unknown = await chat.invoke("Why?").catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
  });

  it("never tells a key that cannot be sent", async () => {
    const key = "sk-secret\nof-the-owner";
    const { chat } = await startChat([], { key, patienceMs: 0 });
    const error: unknown = await chat.invoke("Why?").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "chat/unreachable" });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/sk-secret|of-the-owner/);
  });
});

describe("OpenAiChat that runs out of time", () => {
  it.each<[string, ChatReply]>([
    ["no headers", "never"],
    ["headers alone", "stall"],
    ["a role alone", { text: "", after: "stall" }],
  ])("does not wait for the first word longer than allowed, after %s", async (_title, reply) => {
    const { chat, server } = await startChat([reply], { firstTokenMs: 60 });
    await expect(chat.invoke("Why?")).rejects.toMatchObject({
      code: "chat/timed-out",
      retryable: true,
      message: expect.stringMatching(/wrote no word within 0\.06 seconds\. .*FOOTNOTE_CHAT_FIRST_TOKEN_SECONDS/),
    });
    await server.requests[0]?.ended;
    expect(server.requests).toHaveLength(1);
  });

  it("takes reasoning for a sign of life", async () => {
    const pace = new Pace();
    const { chat } = await startChat([{ text: ["Yes."], reasoning: ["Hm"], pace }], { firstTokenMs: 100 });
    pace.release();
    const answer = readAnswer(chat);
    await vi.waitUntil(() => pace.waiting > 0);
    const late = performance.now() + 200;
    await vi.waitUntil(() => performance.now() > late);
    pace.open();
    expect((await answer).text).toBe("Yes.");
  });

  it("does not wait for another try longer than allowed", async () => {
    const reply: ChatReply = { status: 429, headers: { "retry-after": "9" } };
    const { chat } = await startChat([reply], { timeoutMs: 150, clock: systemClock });
    await expect(chat.invoke("Why?")).rejects.toMatchObject({ code: "chat/timed-out" });
  });

  it("does not wait for the end longer than allowed", async () => {
    const { chat, server } = await startChat([{ text: "Yes, bec", after: "stall" }], { timeoutMs: 150 });
    await expect(chat.invoke("Why?")).rejects.toMatchObject({
      code: "chat/timed-out",
      message: expect.stringMatching(
        /did not finish its answer within 0\.15 seconds\. .*FOOTNOTE_CHAT_TIMEOUT_SECONDS/,
      ),
    });
    await server.requests[0]?.ended;
    expect(server.requests[0]?.state).toBe("abandoned");
  });
});
