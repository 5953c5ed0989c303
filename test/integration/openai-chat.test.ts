import { AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { describe, expect, it, vi } from "vitest";
import { OpenAiChat } from "../../src/adapters/openai-chat.ts";
import { KEY, readAnswer, startChat } from "../support/openai-chat-model.ts";

const TEXT = "Attention is all you need — 注意力. 🧵 It says so [1].";

describe("OpenAiChat", () => {
  it("streams an answer chunk by chunk, and reports on it last", async () => {
    const { chat } = await startChat([
      { text: ["One", " two", " three."], usage: { prompt_tokens: 20, completion_tokens: 3 } },
    ]);
    expect(await readAnswer(chat)).toEqual({
      text: "One two three.",
      pieces: ["One", " two", " three."],
      usage: { input_tokens: 20, output_tokens: 3, total_tokens: 23 },
      report: { model_name: "small", finish_reason: "stop", is_estimated: false },
    });
  });

  it("asks for the messages, the model and the fewer tokens", async () => {
    const { chat, server } = await startChat([{ text: "Yes." }, { text: "Yes." }], { temperature: 0.2 });
    const messages = [new SystemMessage("Be brief."), new HumanMessage("Why?")];
    await chat.invoke(messages, { maxTokens: 50, requestId: "a/answer" });
    await chat.invoke(messages, { maxTokens: 5000 });
    expect(server.requests.map(({ url, body }) => ({ url, ...body }))).toEqual(
      [50, 500].map((max_tokens) => ({
        url: "/v1/chat/completions",
        model: "small",
        messages: [
          { role: "system", content: "Be brief." },
          { role: "user", content: "Why?" },
        ],
        stream: true,
        stream_options: { include_usage: true },
        max_tokens,
        temperature: 0.2,
      })),
    );
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it("gives the whole answer to who does not stream", async () => {
    const { chat } = await startChat([{ text: TEXT }]);
    const message = await chat.invoke("Why?");
    expect(message).toBeInstanceOf(AIMessage);
    expect(message.text).toBe(TEXT);
    expect(message.response_metadata).toMatchObject({
      model_name: "small",
      finish_reason: "stop",
      is_estimated: false,
    });
    expect(message.usage_metadata).toMatchObject({ input_tokens: 1, output_tokens: 13 });
  });

  it("counts dollars where prices are known", async () => {
    const usage = { prompt_tokens: 2_000_000, completion_tokens: 500_000 };
    const { chat } = await startChat([{ text: "Yes.", usage }], { prices: { input: 0.15, output: 0.6 } });
    expect((await readAnswer(chat)).report).toMatchObject({ cost: 0.6 });
  });

  it("guesses the tokens where the endpoint does not count them, reasoning included", async () => {
    const { chat } = await startChat([{ text: "Four fit", reasoning: "Why not? ", usage: false }]);
    const { usage, report } = await readAnswer(chat, {}, "12345678");
    expect(usage).toEqual({ input_tokens: 2, output_tokens: 5, total_tokens: 7 });
    expect(report).toMatchObject({ is_estimated: true });
  });

  it("says when the limit of tokens cut the answer off", async () => {
    const { chat } = await startChat([{ text: "And so", finishReason: "length" }]);
    expect((await readAnswer(chat)).report).toMatchObject({ finish_reason: "length" });
  });

  it.each(["reasoning_content", "reasoning"] as const)(
    "shows no reasoning that comes as %s",
    async (reasoningField) => {
      const { chat } = await startChat([{ text: "Yes.", reasoning: "The user wants…", reasoningField }]);
      expect((await readAnswer(chat)).text).toBe("Yes.");
    },
  );

  it.each([1, 2, 3, 5, 50])("shows no reasoning within the text, in chunks of %i characters", async (chunkSize) => {
    const { chat } = await startChat([{ text: `<think>Let me see: 1 < 2.</think>${TEXT}`, chunkSize }]);
    expect((await readAnswer(chat)).text).toBe(TEXT);
  });

  it("counts tokens without asking anybody", async () => {
    const { chat } = await startChat([]);
    expect(await chat.getNumTokens("12345678")).toBe(2);
  });

  it("takes nothing from the environment", async () => {
    const poison = {
      OPENAI_API_KEY: "sk-poison",
      OPENAI_ADMIN_KEY: "sk-poison",
      OPENAI_ORG_ID: "poison",
      OPENAI_PROJECT_ID: "poison",
      OPENAI_BASE_URL: "http://127.0.0.1:1/poison",
      OPENAI_WEBHOOK_SECRET: "poison",
      OPENAI_CUSTOM_HEADERS: "x-poison: poison\nauthorization: Bearer sk-poison",
      OPENAI_LOG: "debug",
      LC_OUTPUT_VERSION: "v1",
    };
    for (const [name, value] of Object.entries(poison)) vi.stubEnv(name, value);
    try {
      const { chat, server } = await startChat([{ text: "Yes." }]);
      const { content } = await chat.invoke("Why?");
      expect(content).toBe("Yes.");
      expect(JSON.stringify(server.requests)).not.toMatch(/poison/);
      expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
      expect(Object.keys(server.requests[0]?.headers ?? {}).toSorted()).toEqual([
        "accept",
        "accept-encoding",
        "accept-language",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "sec-fetch-mode",
        "user-agent",
      ]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("keeps the key out of what LangChain serializes", async () => {
    const { chat } = await startChat([]);
    expect(JSON.stringify(chat)).not.toContain(KEY);
    expect(chat).toBeInstanceOf(OpenAiChat);
  });
});
