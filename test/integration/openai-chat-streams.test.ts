import { describe, expect, it, vi } from "vitest";
import { readAnswer, startChat } from "../support/openai-chat-model.ts";
import { Pace } from "../support/openai-chat-reply.ts";

const TEXT = "Attention is all you need — 注意力. 🧵 It says so [1].";

describe("OpenAiChat that reads a stream", () => {
  it.each([1, 2, 3, 7, 64])("puts bytes together again that come %i at a time", async (bytesAWrite) => {
    const { chat } = await startChat([{ text: TEXT, bytesAWrite }]);
    expect((await readAnswer(chat)).text).toBe(TEXT);
  });

  it("gets along with other line ends, comments, and no end mark", async () => {
    const { chat } = await startChat([
      { text: TEXT, lineEnd: "\r\n" },
      { text: TEXT, lineEnd: "\r\n", bytesAWrite: 1 },
      { text: TEXT, pings: true },
      { text: TEXT, done: false },
    ]);
    for (let time = 0; time < 4; time += 1) expect((await readAnswer(chat)).text).toBe(TEXT);
  });

  it("shows each chunk as soon as it comes", async () => {
    const pace = new Pace();
    const { chat } = await startChat([{ text: ["One", "two"], pace }]);
    pace.release();
    const stream = await chat.stream("Why?");
    expect(await stream.next()).toMatchObject({ value: { text: "One" } });
    pace.open();
    expect(await stream.next()).toMatchObject({ value: { text: "two" } });
    await stream.return();
  });

  it("hangs up when its reader stops, while the next chunk is still to come", async () => {
    const pace = new Pace();
    const { chat, server } = await startChat([{ text: ["One", "two"], pace }]);
    pace.release();
    for await (const { text } of await chat.stream("Why?")) {
      expect(text).toBe("One");
      break;
    }
    await server.requests[0]?.ended;
    expect(server.requests[0]?.state).toBe("abandoned");
  });

  it("hangs up when it is aborted between two chunks, and ends with the reason", async () => {
    const pace = new Pace();
    const { chat, server } = await startChat([{ text: ["One", "two"], pace }]);
    pace.release();
    const stop = new AbortController();
    const stream = await chat.stream("Why?", { signal: stop.signal });
    expect(await stream.next()).toMatchObject({ value: { text: "One" } });
    stop.abort(new Error("stop"));
    await expect(stream.next()).rejects.toThrow("stop");
    await server.requests[0]?.ended;
    expect(server.requests[0]?.state).toBe("abandoned");
  });

  it.each(["never", "stall"] as const)("hangs up when it is aborted before the first chunk (%s)", async (reply) => {
    const { chat, server } = await startChat([reply]);
    const stop = new AbortController();
    const answer = chat.invoke("Why?", { signal: stop.signal });
    await server.arrived(1);
    stop.abort(new Error("stop"));
    await expect(answer).rejects.toThrow("stop");
    await server.requests[0]?.ended;
    expect(server.requests).toHaveLength(1);
  });

  it("asks nothing when it is aborted before", async () => {
    const { chat, server } = await startChat([]);
    await expect(chat.invoke("Why?", { signal: AbortSignal.abort(new Error("stop")) })).rejects.toThrow("stop");
    expect(server.requests).toEqual([]);
  });

  it("hangs up on an answer that never ends", async () => {
    const { chat, server } = await startChat([{ text: "word ", endless: true }], { maxTokens: 100 });
    const { text, report, usage } = await readAnswer(chat);
    expect(text.length).toBeGreaterThan(800);
    expect(text.length).toBeLessThan(2000);
    expect(report).toMatchObject({ finish_reason: "length", is_estimated: true });
    expect(usage).toMatchObject({ output_tokens: Math.ceil(text.length / 4) });
    await server.requests[0]?.ended;
    expect(server.requests[0]?.state).toBe("abandoned");
  });

  it("hangs up on a line that never ends", async () => {
    const { chat, server } = await startChat([{ raw: `data: {"choices": [${" ".repeat(65 * 1024 * 1024)}` }]);
    await expect(chat.invoke("Why?")).rejects.toThrow("sent more than 67108864 bytes");
    await server.requests[0]?.ended;
  });

  it("reads an answer that is not streamed", async () => {
    const whole = {
      model: "small-2",
      choices: [{ message: { role: "assistant", content: "<think>Hm.</think>Yes." }, finish_reason: "stop" }],
      usage: { prompt_tokens: 5, completion_tokens: 4 },
    };
    const { chat } = await startChat([{ raw: JSON.stringify(whole), contentType: "application/json; charset=utf-8" }]);
    expect(await readAnswer(chat)).toEqual({
      text: "Yes.",
      pieces: ["Yes."],
      usage: { input_tokens: 5, output_tokens: 4, total_tokens: 9 },
      report: { model_name: "small-2", finish_reason: "stop", is_estimated: false },
    });
  });

  it("spends little time on a long answer", async () => {
    const words = Array.from({ length: 2000 }, (_, index) => ` word${index}`);
    const { chat } = await startChat(() => ({ text: words }), { maxTokens: 4000 });
    await readAnswer(chat);
    await vi.waitFor(async () => {
      const before = process.cpuUsage();
      const { pieces } = await readAnswer(chat);
      const { user, system } = process.cpuUsage(before);
      expect(pieces).toHaveLength(2000);
      // The server runs in this process, and is counted.
      expect((user + system) / 1000).toBeLessThan(300);
    });
  });
});
