import { once } from "node:events";
import { createServer } from "node:http";
import { HumanMessage } from "@langchain/core/messages";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { disableRemoteTracing } from "../../src/adapters/langchain-tracing.ts";
import { startChat } from "../support/openai-chat-model.ts";

/** Sets what people set who trace another program of theirs. @returns The addresses that the tracer was asked for. */
async function poisonEnvironment(): Promise<readonly (string | undefined)[]> {
  const told: (string | undefined)[] = [];
  const tracer = createServer((request, response) => {
    told.push(request.url);
    response.writeHead(202).end("{}");
  });
  tracer.listen(0, "127.0.0.1");
  await once(tracer, "listening");
  onTestFinished(() => {
    tracer.closeAllConnections();
    tracer.close();
  });
  const address = tracer.address();
  const endpoint = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const names = ["TRACING", "TRACING_V2", "ENDPOINT", "API_KEY", "PROJECT"];
  for (const prefix of ["LANGSMITH", "LANGCHAIN"]) {
    const values = ["true", "true", endpoint, "lsv2_poison", "poison"];
    for (const [at, name] of names.entries()) vi.stubEnv(`${prefix}_${name}`, values[at]);
  }
  vi.stubEnv("LANGCHAIN_VERBOSE", "true");
  vi.stubEnv("LANGCHAIN_CALLBACKS_BACKGROUND", "false");
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return told;
}

describe("disableRemoteTracing()", () => {
  it("keeps questions and answers in the house, whatever the environment says", async () => {
    const told = await poisonEnvironment();
    const printed = vi.spyOn(console, "log").mockReturnValue();
    onTestFinished(() => printed.mockRestore());
    disableRemoteTracing();
    const { chat } = await startChat(() => ({ text: "Yes." }));
    await chat.invoke([new HumanMessage("Why?")]);
    await ChatPromptTemplate.fromTemplate("{question}").pipe(chat).invoke({ question: "Why?" });
    for await (const chunk of await chat.stream("Why?")) void chunk;
    expect(told).toEqual([]);
    expect(printed).not.toHaveBeenCalled();
    expect(Object.keys(process.env).filter((name) => /^LANG(CHAIN|SMITH)_/.test(name))).toEqual([]);
  });

  it("is needed: without it the tracer is told", async () => {
    const told = await poisonEnvironment();
    vi.stubEnv("LANGCHAIN_VERBOSE", "false");
    const { chat } = await startChat([{ text: "Yes." }]);
    await chat.invoke("Why?");
    await expect.poll(() => told.length).toBeGreaterThan(0);
  });
});
