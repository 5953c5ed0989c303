import { DEFAULTS } from "./config-defaults.ts";
import { parseBaseUrl, parsePrices } from "./config-parsers.ts";
import type { ConfigReader } from "./config-reader.ts";
import { Secret } from "./secret.ts";

/** An endpoint that speaks OpenAI's chat completions protocol, and how it is used. */
export interface ChatConfig {
  /** The model, as the endpoint calls it. */
  readonly model: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Absent where the endpoint asks for none, such as a local server. */
  readonly key?: Secret;
  /** 0 to 2. Absent: the model's own. */
  readonly temperature?: number;
  /** Tokens of one answer, reasoning included, 64 to 100,000. */
  readonly maxTokens: number;
  /** Tokens of papers in one prompt, 500 to 100,000. */
  readonly evidenceTokens: number;
  /** Time limits in milliseconds, 1 second to 10 minutes: until the first token, and of the whole answer. */
  readonly firstTokenMs: number;
  readonly timeoutMs: number;
  /** Requests under way at once, 1 to 256. */
  readonly concurrency: number;
  /** US dollars for a million tokens. Absent: unknown. */
  readonly prices?: { readonly input: number; readonly output: number };
  /** US dollars a day (UTC) after which answers are extractive. Absent: no limit. */
  readonly dailyDollars?: number;
  /** Answers that are remembered, 0 to 100,000, and for how long, in milliseconds. */
  readonly cache: { readonly entries: number; readonly maxAgeMs: number };
}

/** @returns Undefined where no model is named. */
export function readChatConfig(reader: ConfigReader): ChatConfig | undefined {
  if (reader.text("FOOTNOTE_CHAT_MODEL") === undefined) return undefined;
  const baseUrl = reader.read("FOOTNOTE_CHAT_BASE_URL", "an http or https address without a password", parseBaseUrl);
  const key = reader.text("FOOTNOTE_CHAT_KEY");
  if (!key && baseUrl === DEFAULTS.FOOTNOTE_CHAT_BASE_URL) {
    reader.problems.push(
      "FOOTNOTE_CHAT_KEY is missing: give OpenAI's API key, or the address of a server that needs none in " +
        "FOOTNOTE_CHAT_BASE_URL.",
    );
  }
  if (reader.text("FOOTNOTE_CHAT_DAILY_DOLLARS") !== undefined && reader.text("FOOTNOTE_CHAT_PRICES") === undefined) {
    reader.problems.push(
      "FOOTNOTE_CHAT_PRICES is missing: without it nobody knows when FOOTNOTE_CHAT_DAILY_DOLLARS are spent.",
    );
  }
  return {
    model: reader.read("FOOTNOTE_CHAT_MODEL", "the model's name", (text) => text),
    baseUrl,
    ...(key && { key: new Secret(key) }),
    ...(reader.text("FOOTNOTE_CHAT_TEMPERATURE") !== undefined && {
      temperature: reader.number("FOOTNOTE_CHAT_TEMPERATURE", 0, 2),
    }),
    maxTokens: reader.integer("FOOTNOTE_CHAT_MAX_TOKENS", 64, 100_000),
    evidenceTokens: reader.integer("FOOTNOTE_CHAT_EVIDENCE_TOKENS", 500, 100_000),
    firstTokenMs: reader.integer("FOOTNOTE_CHAT_FIRST_TOKEN_SECONDS", 1, 600) * 1000,
    timeoutMs: reader.integer("FOOTNOTE_CHAT_TIMEOUT_SECONDS", 1, 600) * 1000,
    concurrency: reader.integer("FOOTNOTE_CHAT_CONCURRENCY", 1, 256),
    ...(reader.text("FOOTNOTE_CHAT_PRICES") !== undefined && {
      prices: reader.read("FOOTNOTE_CHAT_PRICES", "two prices with a slash between, such as 0.15/0.60", parsePrices),
    }),
    ...(reader.text("FOOTNOTE_CHAT_DAILY_DOLLARS") !== undefined && {
      dailyDollars: reader.number("FOOTNOTE_CHAT_DAILY_DOLLARS", 0, 1_000_000),
    }),
    cache: {
      entries: reader.integer("FOOTNOTE_CHAT_CACHE_ANSWERS", 0, 100_000),
      maxAgeMs: reader.integer("FOOTNOTE_CHAT_CACHE_DAYS", 1, 365) * 86_400_000,
    },
  };
}
