import type { UsageMetadata } from "@langchain/core/messages";
import type { OpenAI } from "openai";
import type { ChatError } from "../domain/errors.ts";
import type { ChatReport, Spending } from "../domain/ports.ts";
import { malformedAnswer, timedOut, type ChatEndpoint } from "./openai-chat-failure.ts";
import type { ChatBody } from "./openai-chat-request.ts";
import { streamChunks } from "./openai-chat-stream.ts";
import { ChatTally, type ChatPrices } from "./openai-chat-tally.ts";
import { ReasoningFilter } from "./reasoning-filter.ts";
import { startTimeLimit } from "./time-limit.ts";

/** No text has more characters a token than this, plus some; what is longer comes from a server without a limit. */
const MAX_CHARACTERS_PER_TOKEN = 8;
const CHARACTERS_TO_SPARE = 1000;

/** How every try of every request is made. */
export interface TrySettings extends ChatEndpoint {
  readonly firstTokenMs: number;
  readonly prices?: ChatPrices;
  readonly dailyLimit?: { readonly spending: Spending };
}

/** How this one is made. */
interface TryOptions extends TrySettings {
  readonly maxTokens: number;
  /** Ends the try; what it ends with is the signal's reason. */
  readonly signal: AbortSignal;
}

/** What comes last. */
export interface ChatEnd {
  readonly usage_metadata: UsageMetadata;
  readonly response_metadata: ChatReport;
}

/**
 * Makes one try at a request. Whatever its end, what it used is added to the day's spending.
 *
 * @yields The pieces of the answer without reasoning, none of them empty, then its end.
 * @throws {ChatError} If the answer is none, or does not begin in time. What the SDK throws is passed on.
 */
export async function* tryAnswer(
  client: OpenAI,
  body: ChatBody,
  options: TryOptions,
): AsyncGenerator<string | ChatEnd> {
  const { model, prices, dailyLimit, firstTokenMs, maxTokens } = options;
  const tally = new ChatTally({ model, prices, prompt: body.messages.map(({ content }) => content).join("\n") });
  const filter = new ReasoningFilter();
  const limit = startTimeLimit(firstTokenMs, timedOut(options, "wrote no word", firstTokenMs, "FIRST_TOKEN"));
  let isAccepted = false;
  let hasText = false;
  try {
    const chunks = streamChunks(client, body, {
      endpoint: options,
      signal: AbortSignal.any([options.signal, limit.signal]),
      onAccepted: () => {
        isAccepted = true;
      },
    });
    for await (const chunk of chunks) {
      tally.add(chunk);
      if (chunk.content || chunk.reasoning || chunk.hasToolCalls) limit.lift();
      const text = filter.push(chunk.content);
      if (filter.isMisplaced)
        throw malformedAnswer(
          options,
          "wrote reasoning without a mark where it begins",
          "Let the server take the reasoning out (vLLM and SGLang: --reasoning-parser, llama.cpp: --reasoning-format).",
        );
      hasText ||= text.trim() !== "";
      if (text) yield text;
      if (tally.contentLength <= maxTokens * MAX_CHARACTERS_PER_TOKEN + CHARACTERS_TO_SPARE) continue;
      tally.cutOff();
      break;
    }
    const rest = filter.end();
    if (rest) yield rest;
    if (!hasText && rest.trim() === "") throw emptyAnswer(options, tally);
    yield { usage_metadata: tally.usage, response_metadata: tally.report };
  } finally {
    limit.lift();
    if (isAccepted && tally.cost !== undefined) dailyLimit?.spending.add(tally.cost);
  }
}

function emptyAnswer(endpoint: ChatEndpoint, { hasToolCalls, report }: ChatTally): ChatError {
  if (hasToolCalls) return malformedAnswer(endpoint, "called tools instead of answering");
  // Some endpoints keep the reasoning to themselves, and still count it.
  if (report.finish_reason === "length")
    return malformedAnswer(
      endpoint,
      "used up its limit of tokens with reasoning, before its answer",
      "Raise FOOTNOTE_CHAT_MAX_TOKENS, let the model think less, or choose one that does not think.",
    );
  return malformedAnswer(endpoint, `answered without a word (it ended with ${report.finish_reason})`);
}
