/** Every key with the text that stands for it where it is unset or empty. `.env.example` documents the same keys. */
export const DEFAULTS = {
  FOOTNOTE_CORPUS: "corpus",
  FOOTNOTE_PAGE_YEARS: "",
  FOOTNOTE_INDEX: "index",
  FOOTNOTE_EMBEDDING: "corpus",
  FOOTNOTE_EMBEDDING_BASE_URL: "https://api.openai.com/v1",
  FOOTNOTE_EMBEDDING_KEY: "",
  FOOTNOTE_EMBEDDING_MODEL: "text-embedding-3-small",
  FOOTNOTE_EMBEDDING_DIMENSIONS: "",
  FOOTNOTE_EMBEDDING_BATCH_SIZE: "64",
  FOOTNOTE_EMBEDDING_TIMEOUT_SECONDS: "30",
  FOOTNOTE_CHAT_MODEL: "",
  FOOTNOTE_CHAT_BASE_URL: "https://api.openai.com/v1",
  FOOTNOTE_CHAT_KEY: "",
  FOOTNOTE_CHAT_TEMPERATURE: "",
  FOOTNOTE_CHAT_MAX_TOKENS: "2000",
  FOOTNOTE_CHAT_EVIDENCE_TOKENS: "3000",
  FOOTNOTE_CHAT_FIRST_TOKEN_SECONDS: "20",
  FOOTNOTE_CHAT_TIMEOUT_SECONDS: "90",
  FOOTNOTE_CHAT_CONCURRENCY: "4",
  FOOTNOTE_CHAT_PRICES: "",
  FOOTNOTE_CHAT_DAILY_DOLLARS: "",
  FOOTNOTE_CHAT_CACHE_ANSWERS: "1000",
  FOOTNOTE_CHAT_CACHE_DAYS: "7",
  FOOTNOTE_DATA: "data",
  FOOTNOTE_PLAYGROUND_PORT: "8787",
  // Known here, read by cli.ts: a failure may come before there is a configuration.
  FOOTNOTE_DEBUG: "0",
  DISCORD_TOKEN: "",
  DISCORD_API: "https://discord.com/api",
} as const satisfies Record<`FOOTNOTE_${string}` | `DISCORD_${string}`, string>;

export type ConfigKey = keyof typeof DEFAULTS;
