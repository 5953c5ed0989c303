import type { ModelUse } from "../../domain/answer.ts";
import type { ChatReport } from "../../domain/ports.ts";
import type { Prompt, PromptName, PromptValues } from "../prompts/prompts.ts";
import type { ChatModel } from "./chat-model.ts";

/** What a model is asked at once. */
export interface ModelCall<Name extends PromptName> {
  readonly prompt: Prompt<Name>;
  readonly values: PromptValues<Name>;
  /** Tokens that it may write. Defaults to what the owner allows an answer. */
  readonly maxTokens?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What was used by now. */
export type Use = Omit<ModelUse, "model" | "isCached" | "removed">;

/** All requests to a model for one answer, with what they cost together. */
export class ModelSession {
  readonly #model: ChatModel;
  readonly #id: string;
  readonly #prompts: Record<string, number> = {};
  #requests = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  #isEstimated = false;
  #cost: number | undefined;
  #finishReason = "";

  /** @param id Names the answer in recordings. */
  constructor(model: ChatModel, id: string) {
    this.#model = model;
    this.#id = id;
  }

  get use(): Use {
    return {
      requests: this.#requests,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      isEstimated: this.#isEstimated,
      ...(this.#cost !== undefined && { cost: this.#cost }),
      prompts: { ...this.#prompts },
    };
  }

  /** Why the last answer ended: `stop`, or `length` where the limit of tokens cut it off. */
  get finishReason(): string {
    return this.#finishReason;
  }

  /**
   * Asks, and gives what the model writes as it comes.
   *
   * @throws {ChatError} If the model gives no answer, or breaks off.
   */
  async *stream<Name extends PromptName>({
    prompt,
    values,
    maxTokens,
    signal,
  }: ModelCall<Name>): AsyncGenerator<string, void> {
    this.#requests += 1;
    this.#prompts[prompt.name] = prompt.version;
    const chunks = await this.#model.stream(await prompt.render(values), {
      requestId: `${this.#id}/${prompt.name}`,
      ...(maxTokens !== undefined && { maxTokens }),
      ...(signal && { signal }),
    });
    for await (const { text, usage_metadata: usage, response_metadata } of chunks) {
      if (usage) this.#count(usage, response_metadata);
      if (text !== "") yield text;
    }
  }

  /** Asks for a short text. See {@link stream}. */
  async complete<Name extends PromptName>(call: ModelCall<Name>): Promise<string> {
    return (await Array.fromAsync(this.stream(call))).join("");
  }

  #count(usage: { readonly input_tokens: number; readonly output_tokens: number }, report: Partial<ChatReport>): void {
    this.#promptTokens += usage.input_tokens;
    this.#completionTokens += usage.output_tokens;
    this.#isEstimated ||= report.is_estimated ?? false;
    this.#finishReason = report.finish_reason ?? "";
    if (report.cost !== undefined) this.#cost = (this.#cost ?? 0) + report.cost;
  }
}
