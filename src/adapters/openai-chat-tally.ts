import type { UsageMetadata } from "@langchain/core/messages";
import type { ChatReport } from "../domain/ports.ts";
import { estimateTokens } from "../domain/estimate-tokens.ts";
import type { ChatChunk, ChatUsage } from "./openai-chat-chunk.ts";

/** US dollars per million tokens. */
export interface ChatPrices {
  readonly input: number;
  readonly output: number;
}

/** What is known before the answer begins. */
interface TallyOptions {
  /** The model, as configured. */
  readonly model: string;
  readonly prompt: string;
  readonly prices?: ChatPrices | undefined;
}

/** Adds up what one try used, whatever its end. */
export class ChatTally {
  readonly #options: TallyOptions;
  readonly #written: string[] = [];
  #usage: ChatUsage | undefined;
  #model: string | undefined;
  #finishReason: string | undefined;
  #contentLength = 0;
  #hasToolCalls = false;

  constructor(options: TallyOptions) {
    this.#options = options;
  }

  add(chunk: ChatChunk): void {
    this.#written.push(chunk.reasoning, chunk.content);
    this.#contentLength += chunk.content.length;
    this.#hasToolCalls ||= chunk.hasToolCalls;
    this.#usage = chunk.usage ?? this.#usage;
    this.#model = chunk.model ?? this.#model;
    this.#finishReason = chunk.finishReason ?? this.#finishReason;
  }

  /** Ends the answer as one that the limit of tokens cut off. */
  cutOff(): void {
    this.#finishReason = "length";
  }

  /** Characters of the answer so far, without reasoning that came apart from it. */
  get contentLength(): number {
    return this.#contentLength;
  }

  get hasToolCalls(): boolean {
    return this.#hasToolCalls;
  }

  /** Tokens, as counted by the endpoint, else as {@link estimateTokens} guesses. */
  get usage(): UsageMetadata {
    const { input, output } = this.#usage ?? {
      input: estimateTokens(this.#options.prompt),
      output: estimateTokens(this.#written.join("")),
    };
    return { input_tokens: input, output_tokens: output, total_tokens: input + output };
  }

  /** US dollars; undefined without prices. */
  get cost(): number | undefined {
    const { prices } = this.#options;
    if (!prices) return undefined;
    const { input_tokens, output_tokens } = this.usage;
    return (input_tokens * prices.input + output_tokens * prices.output) / 1_000_000;
  }

  /** `finish_reason` is `unknown` where the endpoint gives none. */
  get report(): ChatReport {
    const { cost } = this;
    return {
      model_name: this.#model ?? this.#options.model,
      finish_reason: this.#finishReason ?? "unknown",
      is_estimated: this.#usage === undefined,
      ...(cost !== undefined && { cost }),
    };
  }
}
