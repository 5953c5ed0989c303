import type { BaseMessage } from "@langchain/core/messages";
import type { OpenAI } from "openai";
import { ChatError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import type { Visit } from "./circuit-breaker.ts";
import { classifyChatFailure, timedOut } from "./openai-chat-failure.ts";
import { writeChatBody, type ChatBody } from "./openai-chat-request.ts";
import { tryAnswer, type ChatEnd, type TrySettings } from "./openai-chat-try.ts";
import { createClient } from "./openai-client.ts";
import { startTimeLimit } from "./time-limit.ts";

/** Tries of one request, the first included. */
const MAX_TRIES = 3;

/** The first wait, where the server names none; each further one is twice as long. In milliseconds. */
const FIRST_WAIT_MS = 500;

/** What an endpoint may send in one response: many times what the longest answer takes. In bytes. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** See `OpenAiChatOptions`. */
interface RequestsOptions extends TrySettings {
  readonly temperature?: number;
  readonly timeoutMs: number;
  readonly patienceMs: number;
  readonly clock: Clock;
  readonly random?: () => number;
}

/** One request that was let through. */
interface AnswerOptions {
  readonly maxTokens: number;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** Told how the request ended, where that says something of the endpoint. */
  readonly visit: Visit;
}

/** Makes requests, each with its tries and time limits. What passes by itself is tried again here, and nowhere else. */
export class OpenAiChatRequests {
  readonly #options: RequestsOptions;
  #client: Promise<OpenAI> | undefined;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /**
   * @yields The pieces of the answer, none of them empty, then its end.
   * @throws {ChatError} If there is no answer, or no whole one. The caller's abort throws its reason.
   */
  async *answer(messages: readonly BaseMessage[], request: AnswerOptions): AsyncGenerator<string | ChatEnd> {
    const { clock, patienceMs, timeoutMs, random = Math.random } = this.#options;
    const body = writeChatBody(messages, { ...this.#options, maxTokens: request.maxTokens });
    const limit = startTimeLimit(timeoutMs, timedOut(this.#options, "did not finish its answer", timeoutMs, "TIMEOUT"));
    const signal = request.signal ? AbortSignal.any([request.signal, limit.signal]) : limit.signal;
    let patience = patienceMs;
    let wait = 0;
    let hasBegun = false;
    try {
      for (let tries = 1; ; tries += 1) {
        try {
          if (wait > 0) await clock.sleep(wait, signal);
          for await (const piece of this.#try(body, signal, request.maxTokens)) {
            hasBegun = true;
            // First: who has read the last piece may not come back.
            if (typeof piece !== "string") request.visit.succeed();
            yield piece;
          }
          return;
        } catch (error) {
          request.signal?.throwIfAborted();
          const failure = classifyChatFailure(limit.signal.aborted ? limit.signal.reason : error, this.#options, {
            sent: body.messages.map(({ content }) => content),
            hasBegun,
            now: clock.now(),
          });
          // Half of each wait is random, so that many clients do not come back all at once.
          wait = failure.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + random() / 2);
          const isTooLong = wait > patience;
          patience -= wait;
          if (failure.isPassing && !hasBegun && !isTooLong && tries < MAX_TRIES) continue;
          const final = tries > 1 ? afterTries(failure.error, tries) : failure.error;
          if (failure.isLasting) request.visit.fail(final, "at once");
          else if (final.retryable) request.visit.fail(final, isTooLong ? failure.retryAfterMs : undefined);
          throw final;
        }
      }
    } finally {
      limit.lift();
    }
  }

  async *#try(body: ChatBody, signal: AbortSignal, maxTokens: number): AsyncGenerator<string | ChatEnd> {
    this.#client ??= createClient(this.#options, MAX_BODY_BYTES);
    yield* tryAnswer(await this.#client, body, { ...this.#options, maxTokens, signal });
  }
}

function afterTries(error: ChatError, tries: number): ChatError {
  const { code, message, cause, retryable } = error;
  return new ChatError(code, `${message} Tried ${tries} times.`, { cause, retryable });
}
