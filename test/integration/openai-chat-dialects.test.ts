import { describe, expect, it } from "vitest";
import { readAnswer, startChat } from "../support/openai-chat-model.ts";
import type { ChatReply } from "../support/openai-chat-reply.ts";

/** A chunk with one choice. */
function chunk(choice: object, rest: object = {}): object {
  return { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "served", choices: [choice], ...rest };
}

/** How servers word an answer of "Yes, it does." that read 9 tokens and wrote 5 (6 with reasoning), after their documentation. */
const DIALECTS: Readonly<
  Record<string, { readonly reply: ChatReply; readonly isCounted?: false; readonly finish?: string }>
> = {
  /** @see https://platform.openai.com/docs/api-reference/chat-streaming */
  "OpenAI's": {
    reply: {
      events: [
        chunk(
          { index: 0, delta: { role: "assistant", content: "", refusal: null }, logprobs: null, finish_reason: null },
          { service_tier: "default", system_fingerprint: "fp_1", usage: null, obfuscation: "a8Qz" },
        ),
        chunk(
          { index: 0, delta: { content: "Yes," }, logprobs: null, finish_reason: null },
          { usage: null, obfuscation: "x" },
        ),
        chunk({ index: 0, delta: { content: " it does." }, logprobs: null, finish_reason: null }, { usage: null }),
        chunk({ index: 0, delta: {}, logprobs: null, finish_reason: "stop" }, { usage: null }),
        {
          ...chunk({}),
          choices: [],
          usage: {
            prompt_tokens: 9,
            completion_tokens: 5,
            total_tokens: 14,
            completion_tokens_details: { reasoning_tokens: 0 },
          },
        },
      ],
    },
  },
  /** @see https://docs.ollama.com/api/openai-compatibility */
  "Ollama's": {
    reply: {
      events: [
        chunk({ index: 0, delta: { role: "assistant", content: "", reasoning: "The user" }, finish_reason: null }),
        chunk({ index: 0, delta: { role: "assistant", content: "Yes," }, finish_reason: null }),
        chunk({ index: 0, delta: { role: "assistant", content: " it does." }, finish_reason: null }),
        chunk({ index: 0, delta: { role: "assistant", content: "" }, finish_reason: "stop" }),
        { ...chunk({}), choices: [], usage: { prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 } },
      ],
    },
  },
  /** @see https://docs.vllm.ai/en/latest/features/reasoning_outputs.html */
  "vLLM's": {
    reply: {
      events: [
        chunk({ index: 0, delta: { role: "assistant", content: "" }, logprobs: null, finish_reason: null }),
        chunk({ index: 0, delta: { reasoning: "The", reasoning_content: "The" }, logprobs: null, finish_reason: null }),
        chunk({ index: 0, delta: { content: "Yes," }, logprobs: null, finish_reason: null, token_ids: null }),
        chunk({ index: 0, delta: { content: " it does." }, logprobs: null, finish_reason: "stop", stop_reason: null }),
        { ...chunk({}), choices: [], usage: { prompt_tokens: 9, total_tokens: 14, completion_tokens: 5 } },
      ],
    },
  },
  "vLLM's, which counts as it goes": {
    reply: {
      events: [
        chunk(
          { index: 0, delta: { content: "Yes," } },
          { usage: { prompt_tokens: 9, total_tokens: 11, completion_tokens: 2 } },
        ),
        chunk(
          { index: 0, delta: { content: " it does." }, finish_reason: "stop" },
          { usage: { prompt_tokens: 9, total_tokens: 14, completion_tokens: 5 } },
        ),
        chunk({ index: 0, delta: {}, finish_reason: null }),
      ],
    },
  },
  /** @see https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md */
  "llama.cpp's": {
    reply: {
      events: [
        chunk({ finish_reason: null, index: 0, delta: { role: "assistant", content: null } }),
        chunk({ finish_reason: null, index: 0, delta: { reasoning_content: "The user" } }),
        chunk({ finish_reason: null, index: 0, delta: { content: "Yes," } }),
        chunk({ finish_reason: null, index: 0, delta: { content: " it does." } }),
        chunk({ finish_reason: "stop", index: 0, delta: {} }),
        {
          ...chunk({}),
          choices: [],
          usage: { completion_tokens: 5, prompt_tokens: 9, total_tokens: 14 },
          timings: { prompt_n: 9, prompt_ms: 30.1, predicted_n: 5, predicted_per_second: 51.2 },
        },
      ],
    },
  },
  /** @see https://lmstudio.ai/docs/developer/openai-compat */
  "LM Studio's": {
    isCounted: false,
    reply: {
      events: [
        chunk({ index: 0, delta: { role: "assistant", content: "Yes," }, logprobs: null, finish_reason: null }),
        chunk({ index: 0, delta: { role: "assistant", content: " it does." }, logprobs: null, finish_reason: null }),
        chunk({ index: 0, delta: {}, logprobs: null, finish_reason: "stop" }),
      ],
    },
  },
  "a gateway's, with pings, other line ends and no reason of the end": {
    isCounted: false,
    finish: "unknown",
    reply: {
      pings: true,
      lineEnd: "\r\n",
      events: [
        chunk({}, { choices: [], prompt_filter_results: [] }),
        chunk({ delta: null }),
        chunk({ delta: { content: "Yes, it does." }, content_filter_results: {} }),
      ],
    },
  },
  /** @see https://docs.mistral.ai/capabilities/reasoning/ */
  "Mistral's, with parts": {
    isCounted: false,
    reply: {
      events: [
        chunk({ delta: { content: [{ type: "thinking", thinking: [{ type: "text", text: "The user" }] }] } }),
        chunk({ delta: { content: [{ type: "text", text: "Yes," }, null, { type: "text", text: " it does." }] } }),
        chunk({ delta: { content: "" }, finish_reason: "stop" }),
      ],
    },
  },
};

describe("OpenAiChat", () => {
  it.each(Object.entries(DIALECTS))("understands %s dialect", async (_server, { reply, isCounted = true, finish }) => {
    const { chat } = await startChat([reply]);
    const { text, usage, report } = await readAnswer(chat);
    expect(text).toBe("Yes, it does.");
    expect(report).toEqual({ model_name: "served", finish_reason: finish ?? "stop", is_estimated: !isCounted });
    if (isCounted) expect(usage).toEqual({ input_tokens: 9, output_tokens: 5, total_tokens: 14 });
    else expect(usage).toEqual({ input_tokens: 1, output_tokens: 4, total_tokens: 5 });
  });

  it.each<[string, ChatReply, string]>([
    [
      "Ollama without the model",
      { status: 404, error: { message: "model 'small' not found", type: "not_found_error" } },
      "chat/refused",
    ],
    [
      "Ollama without /v1",
      { status: 404, body: "404 page not found", headers: { "content-type": "text/plain" } },
      "chat/refused",
    ],
    [
      "vLLM with a prompt that is too long",
      { status: 400, body: JSON.stringify({ object: "error", message: "maximum context length", code: 400 }) },
      "chat/refused",
    ],
    [
      "vLLM that fails in the stream",
      { events: [{ error: { message: "Too long", type: "BadRequestError", param: null, code: 400 } }] },
      "chat/refused",
    ],
    [
      "LM Studio without a model",
      { raw: 'event: error\ndata: {"error":{"message":"No models loaded","type":"invalid_request_error"}}\n\n' },
      "chat/refused",
    ],
    [
      "a gateway that refuses with 200",
      { raw: '{"error":{"message":"no","code":401}}', contentType: "application/json" },
      "chat/refused",
    ],
  ])("understands the refusal of %s", async (_server, reply, code) => {
    const { chat } = await startChat([reply]);
    await expect(chat.invoke("Why?")).rejects.toMatchObject({ code });
  });

  it("waits for llama.cpp to load its model", async () => {
    const loading: ChatReply = { status: 503, error: { message: "Loading model", type: "unavailable_error" } };
    const { chat } = await startChat([loading, { text: "Yes." }]);
    expect((await readAnswer(chat)).text).toBe("Yes.");
  });
});
