import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseChatModelCallOptions } from "@langchain/core/language_models/chat_models";
import { AIMessageChunk } from "@langchain/core/messages";
import type { BaseMessage, StandardMessageStructure, UsageMetadata } from "@langchain/core/messages";
import { ChatGenerationChunk } from "@langchain/core/outputs";
import type { ChatResult } from "@langchain/core/outputs";
import type { ChatModel } from "../answering/model/chat-model.ts";
import { estimateTokens } from "../domain/estimate-tokens.ts";
import { ChatError } from "../domain/errors.ts";
import type { ChatReport, ChatRequest } from "../domain/ports.ts";
import type { ModelRecording, ModelRequest } from "../workbench.ts";
import { modelRequest } from "./model-request.ts";

/** A chat model that tells what it is asked, and answers from what was kept of an earlier run. */
export class RecordedChat extends BaseChatModel<BaseChatModelCallOptions & ChatRequest> {
  readonly #recording: ModelRecording;
  readonly #endpoint: ChatModel | undefined;
  readonly #name: string;

  /** @param endpoint Asked where nothing was kept. Absent: such a request fails. */
  constructor(recording: ModelRecording, endpoint: ChatModel | undefined, name: string) {
    super({});
    this.#recording = recording;
    this.#endpoint = endpoint;
    this.#name = name;
  }

  override _llmType(): string {
    return "recorded";
  }

  override _generate(): Promise<ChatResult> {
    throw new Error("A recorded model only streams");
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): AsyncGenerator<ChatGenerationChunk> {
    const request = modelRequest(messages, options.requestId ?? "");
    const kept = this.#recording.replay?.(request);
    if (kept !== undefined) {
      yield toGeneration(new AIMessageChunk(kept));
      yield toGeneration(this.#reportOn(request, kept));
      this.#recording.onRequest?.(request, kept);
      return;
    }
    if (this.#endpoint === undefined) {
      this.#recording.onRequest?.(request, null);
      throw new ChatError("chat/unreachable", `The recording has no completion for ${request.id}.`);
    }
    let completion = "";
    for await (const chunk of await this.#endpoint.stream(messages, options)) {
      completion += chunk.text;
      yield toGeneration(chunk);
    }
    this.#recording.onRequest?.(request, completion);
  }

  #reportOn({ messages }: ModelRequest, completion: string): AIMessageChunk {
    const input = estimateTokens(messages.map(({ content }) => content).join("\n"));
    const output = estimateTokens(completion);
    const report: ChatReport = { model_name: this.#name, finish_reason: "stop", is_estimated: true };
    const usage: UsageMetadata = { input_tokens: input, output_tokens: output, total_tokens: input + output };
    return new AIMessageChunk<StandardMessageStructure>({
      content: "",
      usage_metadata: usage,
      response_metadata: { ...report },
    });
  }
}

function toGeneration(message: AIMessageChunk): ChatGenerationChunk {
  return new ChatGenerationChunk({ message, text: message.text });
}
