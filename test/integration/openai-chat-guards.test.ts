import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/adapters/clock.ts";
import type { Spending } from "../../src/domain/ports.ts";
import { readAnswer, startChat } from "../support/openai-chat-model.ts";
import { Pace, type ChatReply } from "../support/openai-chat-reply.ts";
import { WaitingClock } from "../support/waiting-clock.ts";

const YES: ChatReply = { text: "Yes." };

class Purse implements Spending {
  readonly added: number[] = [];
  today(): number {
    return this.added.reduce((sum, dollars) => sum + dollars, 0);
  }
  add(dollars: number): void {
    this.added.push(dollars);
  }
}

describe("OpenAiChat with many callers", () => {
  it("has no more requests under way than allowed, and serves the others in turn", async () => {
    const pace = new Pace();
    const { chat, server } = await startChat(() => ({ text: ["Yes."], pace }), { concurrency: 2, clock: systemClock });
    const answers = ["a", "b", "c", "d", "e"].map((question) => readAnswer(chat, {}, question));
    await server.arrived(2);
    pace.open();
    expect((await Promise.all(answers)).map(({ text }) => text)).toEqual(["Yes.", "Yes.", "Yes.", "Yes.", "Yes."]);
    expect(server.mostUnderWay).toBe(2);
    expect(server.requests.slice(2).map(({ body }) => body.messages[0]?.content)).toEqual(["c", "d", "e"]);
  });

  it("sends away who has waited too long for a turn, without asking the endpoint", async () => {
    const clock = new WaitingClock();
    const { chat, server } = await startChat(["never"], { concurrency: 1, queueMs: 3000, clock });
    const stop = new AbortController();
    const first = chat.invoke("first", { signal: stop.signal });
    await server.arrived(1);
    const second = chat.invoke("second");
    await expect.poll(() => clock.sleepers).toBe(1);
    clock.pass(3000);
    await expect(second).rejects.toMatchObject({ code: "chat/busy" });
    stop.abort(new Error("stop"));
    await expect(first).rejects.toThrow("stop");
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ChatReply]>([
    ["fails", { status: 400 }],
    ["is aborted by its reader", { text: ["One", "two"], pace: new Pace() }],
  ])("gives the turn on when a request %s", async (_title, reply) => {
    const { chat } = await startChat([reply, YES], { concurrency: 1 });
    if (typeof reply === "object" && "pace" in reply) {
      reply.pace?.release();
      for await (const { text } of await chat.stream("Why?")) if (text) break;
    } else await expect(chat.invoke("Why?")).rejects.toThrow("400");
    expect((await readAnswer(chat)).text).toBe("Yes.");
  });
});

describe("OpenAiChat before a dead endpoint", () => {
  it("asks it no more after 5 failed requests, and tries again after a rest", async () => {
    const clock = new WaitingClock();
    const dead = Array.from({ length: 5 }, (): ChatReply => ({ status: 500 }));
    const { chat, server } = await startChat([...dead, YES, YES], { clock, patienceMs: 0 });
    for (let time = 0; time < 5; time += 1)
      await expect(chat.invoke("Why?")).rejects.toMatchObject({ code: "chat/unreachable" });
    await expect(chat.invoke("Why?")).rejects.toMatchObject({
      code: "chat/resting",
      message: expect.stringMatching(/is left alone until 12:00:30 UTC, because it failed: .*refused with 500/),
    });
    expect(server.requests).toHaveLength(5);
    clock.pass(30_000);
    expect((await readAnswer(chat)).text).toBe("Yes.");
    expect((await readAnswer(chat)).text).toBe("Yes.");
  });

  it("forgets failed requests once one is answered", async () => {
    const fails = Array.from({ length: 4 }, (): ChatReply => ({ status: 500 }));
    const { chat, server } = await startChat([...fails, YES, ...fails, YES], { patienceMs: 0 });
    for (let round = 0; round < 2; round += 1) {
      for (let time = 0; time < 4; time += 1) await expect(chat.invoke("Why?")).rejects.toThrow("500");
      expect((await readAnswer(chat)).text).toBe("Yes.");
    }
    expect(server.requests).toHaveLength(10);
  });

  it("tries again with the next request when the reader of the first one after a rest leaves", async () => {
    const clock = new WaitingClock();
    const { chat, server } = await startChat([{ status: 401 }, "never", YES], { clock });
    await expect(chat.invoke("Why?")).rejects.toThrow("401");
    clock.pass(30_000);
    const stop = new AbortController();
    const answer = chat.invoke("Why?", { signal: stop.signal });
    await server.arrived(2);
    await expect(chat.invoke("Why?")).rejects.toThrow("is left alone while it is tried");
    stop.abort(new Error("stop"));
    await expect(answer).rejects.toThrow("stop");
    expect((await readAnswer(chat)).text).toBe("Yes.");
  });

  it.each<[string, ChatReply]>([
    ["a wrong key", { status: 401 }],
    ["no right", { status: 403 }],
    ["no quota", { status: 429, error: { code: "insufficient_quota" } }],
    ["a long retry-after", { status: 429, headers: { "retry-after": "40" } }],
  ])("asks it no more after %s", async (_title, reply) => {
    const clock = new WaitingClock();
    const { chat } = await startChat([reply, YES], { clock });
    await expect(chat.invoke("Why?")).rejects.not.toMatchObject({ code: "chat/resting" });
    clock.pass(29_999);
    await expect(chat.invoke("Why?")).rejects.toMatchObject({ code: "chat/resting" });
    clock.pass(10_001);
    expect((await readAnswer(chat)).text).toBe("Yes.");
  });

  it.each<[string, ChatReply, string]>([
    ["requests that it refuses", { status: 400 }, "chat/refused"],
    ["answers without a word", { text: "" }, "chat/malformed"],
  ])("goes on after %s, however many", async (_title, reply, code) => {
    const { chat, server } = await startChat(Array.from({ length: 7 }, () => reply));
    for (let time = 0; time < 7; time += 1) await expect(chat.invoke("Why?")).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(7);
  });

  it("does not hold it against the endpoint that readers leave", async () => {
    const { chat, server } = await startChat(() => "never");
    for (let time = 1; time <= 7; time += 1) {
      const stop = new AbortController();
      const answer = chat.invoke("Why?", { signal: stop.signal });
      await server.arrived(time);
      stop.abort(new Error("stop"));
      await expect(answer).rejects.toThrow("stop");
    }
  });
});

describe("OpenAiChat with a limit for the day", () => {
  const prices = { input: 1_000_000, output: 2_000_000 };
  const usage = { prompt_tokens: 3, completion_tokens: 2 };

  it("asks no more once the limit is reached", async () => {
    const spending = new Purse();
    const { chat } = await startChat([{ ...YES, usage }], { prices, dailyLimit: { dollars: 7, spending } });
    expect((await readAnswer(chat)).report).toMatchObject({ cost: 7 });
    expect(spending.added).toEqual([7]);
    await expect(chat.invoke("Why?")).rejects.toMatchObject({
      code: "chat/over-budget",
      retryable: false,
      message: expect.stringMatching(/^The chat model has cost 7 US dollars today .*FOOTNOTE_CHAT_DAILY_DOLLARS\.$/),
    });
  });

  it("counts what was guessed, and the tries that failed after they were taken", async () => {
    const spending = new Purse();
    const cut: ChatReply = { text: "", reasoning: "12345678", after: "cut" };
    const { chat } = await startChat([{ status: 500 }, cut, { ...YES, usage }], {
      prices,
      dailyLimit: { dollars: 100, spending },
    });
    await readAnswer(chat, {}, "12345678");
    expect(spending.added).toEqual([2 + 2 * 2, 7]);
  });

  it("counts what was written when the reader leaves", async () => {
    const spending = new Purse();
    const pace = new Pace();
    const { chat, server } = await startChat([{ text: ["1234", "5678"], pace }], {
      prices,
      dailyLimit: { dollars: 100, spending },
    });
    pace.release();
    for await (const { text } of await chat.stream("12345678")) if (text) break;
    await server.requests[0]?.ended;
    await expect.poll(() => spending.added).toEqual([2 + 2]);
  });
});
