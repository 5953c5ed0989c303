import { AIMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { writeChatBody } from "../../../src/adapters/openai-chat-request.ts";

const SETTINGS = { baseUrl: "http://127.0.0.1:11434/v1", model: "small", maxTokens: 100 };

describe("writeChatBody()", () => {
  it("says what a server needs, and nothing else", () => {
    const messages = [
      new SystemMessage("Be brief."),
      new HumanMessage("Hi"),
      new AIMessage("Hello"),
      new HumanMessage("?"),
    ];
    expect(writeChatBody(messages, SETTINGS)).toEqual({
      model: "small",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi" },
        { role: "assistant", content: "Hello" },
        { role: "user", content: "?" },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 100,
    });
  });

  it("sends a temperature where there is one, 0 too", () => {
    expect(writeChatBody([], { ...SETTINGS, temperature: 0 })).toMatchObject({ temperature: 0 });
  });

  it.each([
    ["https://api.openai.com/v1", "max_completion_tokens"],
    ["https://eu.api.openai.com/v1", "max_completion_tokens"],
    ["https://api.openai.com.example.org/v1", "max_tokens"],
    ["https://notapi.openai.com/v1", "max_tokens"],
    ["http://localhost:8000/v1", "max_tokens"],
  ])("limits the tokens of %s by %s", (baseUrl, key) => {
    const body = writeChatBody([], { ...SETTINGS, baseUrl });
    expect(Object.keys(body).filter((name) => name.startsWith("max"))).toEqual([key]);
    expect(body).toMatchObject({ [key]: 100 });
  });
});
