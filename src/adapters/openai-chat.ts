import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { BaseChatModel, type BaseChatModelCallOptions } from "@langchain/core/language_models/chat_models";
import {
  AIMessage,
  AIMessageChunk,
  type BaseMessage,
  type MessageContent,
  type StandardMessageStructure,
} from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import { ChatError } from "../domain/errors.ts";
import type { ChatRequest, Clock, Spending } from "../domain/ports.ts";
import { CircuitBreaker } from "./circuit-breaker.ts";
import { estimateTokens } from "../domain/estimate-tokens.ts";
import { OpenAiChatRequests } from "./openai-chat-requests.ts";
import type { ChatEnd } from "./openai-chat-try.ts";
import type { ChatPrices } from "./openai-chat-tally.ts";
import { RequestSlots } from "./request-slots.ts";

/** An endpoint that speaks OpenAI's `/chat/completions` protocol, and how to treat it. */
export interface OpenAiChatOptions {
  /** Such as `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** Sent as a bearer token. Local servers often want none. */
  readonly key?: string;
  readonly model: string;
  /** 0 to 2. Not sent when absent: some models refuse any. */
  readonly temperature?: number;
  /** Tokens that the model may write. A request may ask for fewer. */
  readonly maxTokens: number;
  /** Until the first word of reasoning or answer, in milliseconds, in each try. */
  readonly firstTokenMs: number;
  /** Until the end of the answer, in milliseconds, with all tries and the waits between them. */
  readonly timeoutMs: number;
  /** Time spent waiting between tries of one request, in milliseconds, before giving up. */
  readonly patienceMs: number;
  /** Requests under way at once, 1 and up, over all callers of this object. */
  readonly concurrency: number;
  /** How long a request waits for its turn, in milliseconds. */
  readonly queueMs: number;
  readonly prices?: ChatPrices;
  /** Needs `prices`. */
  readonly dailyLimit?: { readonly dollars: number; readonly spending: Spending };
  readonly clock: Clock;
  /** A number from 0 to 1 that spreads retries. Defaults to `Math.random`. */
  readonly random?: () => number;
}

/** What a single call may say. */
export interface OpenAiChatCallOptions extends BaseChatModelCallOptions, ChatRequest {}

/**
 * A LangChain chat model over any OpenAI-compatible endpoint. Takes nothing from the environment. Shows no reasoning. The
 * last chunk has no text: it holds the `usage_metadata`, and a {@link ChatReport} as `response_metadata`.
 *
 * Whatever goes wrong ends in a {@link ChatError}; the caller's own abort, in the signal's reason.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export class OpenAiChat extends BaseChatModel<OpenAiChatCallOptions> {
  readonly #options: OpenAiChatOptions;
  readonly #requests: OpenAiChatRequests;
  readonly #slots: RequestSlots;
  readonly #breaker: CircuitBreaker;

  constructor(options: OpenAiChatOptions) {
    // Without `outputVersion`, LC_OUTPUT_VERSION in the environment would change what messages look like.
    super({ maxRetries: 0, outputVersion: "v0" });
    this.#options = options;
    this.#requests = new OpenAiChatRequests(options);
    this.#slots = new RequestSlots({ size: options.concurrency, queueMs: options.queueMs, clock: options.clock });
    this.#breaker = new CircuitBreaker({ endpoint: options.baseUrl, clock: options.clock });
  }

  override _llmType(): string {
    return "openai-compatible";
  }

  /** An estimate: LangChain's own would download a vocabulary. */
  override async getNumTokens(content: MessageContent): Promise<number> {
    return estimateTokens(new AIMessage({ content }).text);
  }

  /** See {@link _streamResponseChunks}. */
  override async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    let text = "";
    let end: ChatEnd | undefined;
    for await (const piece of this.#answer(messages, options)) {
      if (typeof piece === "string") text += piece;
      else end = piece;
    }
    const message = new AIMessage<StandardMessageStructure>({ content: text, ...(end && metadataOf(end)) });
    return { generations: [{ text, message }] };
  }

  /**
   * @yields The answer as it comes in, then one chunk without text that reports on it.
   * @throws {ChatError} If there is no answer, or no whole one.
   */
  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    for await (const piece of this.#answer(messages, options)) {
      const text = typeof piece === "string" ? piece : "";
      const message = new AIMessageChunk<StandardMessageStructure>({
        content: text,
        ...(typeof piece !== "string" && metadataOf(piece)),
      });
      const chunk = new ChatGenerationChunk({ text, message });
      yield chunk;
      if (text) await runManager?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
    }
  }

  /**
   * LangChain reads one chunk ahead, so that a consumer who stops does so while a chunk is being waited for. A generator
   * ends only once that has come, which may take as long as the time limit: it is not waited for.
   */
  override _streamIterator(
    input: BaseLanguageModelInput,
    options?: Partial<OpenAiChatCallOptions>,
  ): AsyncGenerator<AIMessageChunk> {
    const stopped = new AbortController();
    const signal = options?.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal;
    const chunks = super._streamIterator(input, { ...options, signal });
    const end = chunks.return.bind(chunks);
    chunks.return = (value) => {
      stopped.abort();
      return end(value);
    };
    return chunks;
  }

  async *#answer(messages: BaseMessage[], options: this["ParsedCallOptions"]): AsyncGenerator<string | ChatEnd> {
    const { signal, maxTokens = Number.POSITIVE_INFINITY } = options;
    signal?.throwIfAborted();
    this.#checkBudget();
    this.#breaker.check();
    const giveSlotBack = await this.#slots.take(signal);
    try {
      signal?.throwIfAborted();
      // Much may have happened in the queue.
      this.#checkBudget();
      const visit = this.#breaker.enter();
      try {
        const limit = Math.min(maxTokens, this.#options.maxTokens);
        yield* this.#requests.answer(messages, { maxTokens: limit, signal, visit });
      } finally {
        visit.leave();
      }
    } finally {
      giveSlotBack();
    }
  }

  #checkBudget(): void {
    const { dailyLimit } = this.#options;
    if (!dailyLimit || dailyLimit.spending.today() < dailyLimit.dollars) return;
    throw new ChatError(
      "chat/over-budget",
      `The chat model has cost ${dailyLimit.dollars} US dollars today (UTC), which is the limit for a day. Wait for ` +
        "tomorrow, or raise FOOTNOTE_CHAT_DAILY_DOLLARS.",
    );
  }
}

/** LangChain wants an object of any keys, which no interface is. */
function metadataOf({ usage_metadata, response_metadata }: ChatEnd) {
  return { usage_metadata, response_metadata: { ...response_metadata } };
}
