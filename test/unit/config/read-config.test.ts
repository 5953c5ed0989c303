import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { DEFAULTS } from "../../../src/config-defaults.ts";
import { readConfig } from "../../../src/config.ts";
import { ConfigError } from "../../../src/domain/errors.ts";

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return String(error);
  }
  return "";
}

describe("readConfig()", () => {
  test("gives the defaults for an empty environment", () => {
    expect(readConfig({})).toEqual({
      corpus: { paths: ["corpus"], pageYears: {} },
      index: { folder: "index" },
      embedding: {
        model: "corpus",
        endpoint: {
          baseUrl: "https://api.openai.com/v1",
          model: "text-embedding-3-small",
          batchSize: 64,
          timeoutMs: 30_000,
        },
      },
      data: { folder: "data" },
      discord: {
        api: "https://discord.com/api",
        servers: [],
        dailyAnswers: 0,
        dailyAnswersPerPerson: 0,
        keepDays: 30,
        answersAtOnce: 8,
        queue: 200,
        logsQuestions: false,
      },
      playground: { port: 8787 },
    });
  });

  test("has a chat model if and only if one is named, with the defaults of .env.example", () => {
    expect(readConfig({ FOOTNOTE_CHAT_KEY: "sesame", FOOTNOTE_CHAT_CONCURRENCY: "9" }).chat).toBeUndefined();
    const { key, ...chat } = readConfig({ FOOTNOTE_CHAT_MODEL: "gpt", FOOTNOTE_CHAT_KEY: "sesame" }).chat ?? {};
    expect(key?.reveal()).toBe("sesame");
    expect(chat).toEqual({
      model: "gpt",
      baseUrl: "https://api.openai.com/v1",
      maxTokens: 2000,
      evidenceTokens: 3000,
      firstTokenMs: 20_000,
      timeoutMs: 90_000,
      concurrency: 4,
      cache: { entries: 1000, maxAgeMs: 604_800_000 },
    });
  });

  test("reads every key of a chat model, which needs no key of its own on a server that asks for none", () => {
    const { chat, data } = readConfig({
      FOOTNOTE_CHAT_MODEL: "llama3.1:8b",
      FOOTNOTE_CHAT_BASE_URL: "http://127.0.0.1:11434/v1/",
      FOOTNOTE_CHAT_TEMPERATURE: "0.2",
      FOOTNOTE_CHAT_MAX_TOKENS: "500",
      FOOTNOTE_CHAT_EVIDENCE_TOKENS: "1000",
      FOOTNOTE_CHAT_FIRST_TOKEN_SECONDS: "3",
      FOOTNOTE_CHAT_TIMEOUT_SECONDS: "30",
      FOOTNOTE_CHAT_CONCURRENCY: "1",
      FOOTNOTE_CHAT_PRICES: "0.15 / 0.60",
      FOOTNOTE_CHAT_DAILY_DOLLARS: "2.5",
      FOOTNOTE_CHAT_CACHE_ANSWERS: "0",
      FOOTNOTE_CHAT_CACHE_DAYS: "1",
      FOOTNOTE_DATA: "elsewhere",
    });
    expect(data.folder).toBe("elsewhere");
    expect(chat).toEqual({
      model: "llama3.1:8b",
      baseUrl: "http://127.0.0.1:11434/v1",
      temperature: 0.2,
      maxTokens: 500,
      evidenceTokens: 1000,
      firstTokenMs: 3000,
      timeoutMs: 30_000,
      concurrency: 1,
      prices: { input: 0.15, output: 0.6 },
      dailyDollars: 2.5,
      cache: { entries: 0, maxAgeMs: 86_400_000 },
    });
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["OpenAI's address without a key", { FOOTNOTE_CHAT_MODEL: "gpt" }, /FOOTNOTE_CHAT_KEY is missing/],
    ["a limit without prices", { FOOTNOTE_CHAT_DAILY_DOLLARS: "1" }, /FOOTNOTE_CHAT_PRICES is missing/],
    ["half of the prices", { FOOTNOTE_CHAT_PRICES: "1" }, /FOOTNOTE_CHAT_PRICES is "1": give two prices/],
    [
      "no temperature",
      { FOOTNOTE_CHAT_TEMPERATURE: "hot" },
      /FOOTNOTE_CHAT_TEMPERATURE is "hot": give a number from 0 to 2/,
    ],
  ])("refuses a chat model with %s", (_, env, message) => {
    expect(() => readConfig({ FOOTNOTE_CHAT_MODEL: "gpt", ...env })).toThrow(message);
  });

  test("counts an empty or blank value as unset", () => {
    const blank = Object.fromEntries(Object.keys(DEFAULTS).map((key) => [key, " "]));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  test("reads every key", () => {
    const { corpus, index, embedding, discord, playground } = readConfig({
      FOOTNOTE_CORPUS: "pages, more/catalogue.jsonl ,",
      FOOTNOTE_PAGE_YEARS: "page.txt=2025, a=b.txt = 2024",
      FOOTNOTE_INDEX: "elsewhere",
      FOOTNOTE_EMBEDDING: "openai",
      FOOTNOTE_EMBEDDING_BASE_URL: "http://127.0.0.1:11434/v1/",
      FOOTNOTE_EMBEDDING_KEY: "sesame",
      FOOTNOTE_EMBEDDING_MODEL: "other",
      FOOTNOTE_EMBEDDING_DIMENSIONS: "256",
      FOOTNOTE_EMBEDDING_BATCH_SIZE: "8",
      FOOTNOTE_EMBEDDING_TIMEOUT_SECONDS: "5",
      FOOTNOTE_PLAYGROUND_PORT: "9000",
      DISCORD_TOKEN: " made.up-token ",
      DISCORD_API: "http://127.0.0.1:1234/api/",
      UNRELATED: "left alone",
    });
    expect(corpus).toEqual({
      paths: ["pages", "more/catalogue.jsonl"],
      pageYears: { "page.txt": 2025, "a=b.txt": 2024 },
    });
    expect(index.folder).toBe("elsewhere");
    expect(embedding).toMatchObject({
      model: "openai",
      endpoint: {
        baseUrl: "http://127.0.0.1:11434/v1",
        model: "other",
        dimensions: 256,
        batchSize: 8,
        timeoutMs: 5000,
      },
    });
    expect(embedding.endpoint.key?.reveal()).toBe("sesame");
    expect(discord.token?.reveal()).toBe("made.up-token");
    expect(discord.api).toBe("http://127.0.0.1:1234/api");
    expect(playground.port).toBe(9000);
  });

  test("is frozen to its depths", () => {
    const config = readConfig({ FOOTNOTE_PAGE_YEARS: "page.txt=2025" });
    for (const part of [
      config,
      config.corpus,
      config.corpus.paths,
      config.corpus.pageYears,
      config.embedding.endpoint,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  test("tells every problem at once, each with its mend", () => {
    const problems = problemsOf({
      FOOTNOTE_INDX: "typo",
      FOOTNOTE_CORPUS: ",",
      FOOTNOTE_PAGE_YEARS: "page.txt=25",
      FOOTNOTE_EMBEDDING: "word2vec",
      FOOTNOTE_EMBEDDING_BASE_URL: "ftp://example.org",
      FOOTNOTE_EMBEDDING_DIMENSIONS: "many",
      FOOTNOTE_EMBEDDING_BATCH_SIZE: "0",
      FOOTNOTE_EMBEDDING_TIMEOUT_SECONDS: "1e9",
    });
    expect(problems.match(/^- FOOTNOTE_\w+/gm)).toHaveLength(8);
    expect(problems).toContain("FOOTNOTE_INDX is no key of ours: did you mean FOOTNOTE_INDEX?");
    expect(problems).toContain('FOOTNOTE_EMBEDDING is "word2vec": give corpus or openai.');
    expect(problems).toContain('FOOTNOTE_EMBEDDING_BATCH_SIZE is "0": give a whole number from 1 to 2048.');
  });

  test("never repeats a password that stands in an address", () => {
    const problems = problemsOf({ FOOTNOTE_EMBEDDING_BASE_URL: "https://me:sesame@example.org" });
    expect(problems).toContain("FOOTNOTE_EMBEDDING_BASE_URL");
    expect(problems).not.toContain("sesame");
  });

  test("never sends the bot's token in the clear beyond this machine, and never repeats it", () => {
    for (const DISCORD_API of ["http://example.org/api", "discord.com", "https://me:sesame@example.org"]) {
      expect(problemsOf({ DISCORD_API })).toContain("DISCORD_API");
    }
    for (const DISCORD_API of ["http://localhost:1/api", "http://[::1]:1/api", "https://example.org"]) {
      expect(readConfig({ DISCORD_API }).discord.api).toBe(DISCORD_API);
    }
    const problems = problemsOf({ DISCORD_TOKEN: "Bot sesame" });
    expect(problems).toContain("DISCORD_TOKEN is no bot token");
    expect(problems).not.toContain("sesame");
  });

  test("wants a key for OpenAI's own endpoint, and none for another server", () => {
    expect(problemsOf({ FOOTNOTE_EMBEDDING: "openai" })).toContain("FOOTNOTE_EMBEDDING_KEY is missing");
    const local = { FOOTNOTE_EMBEDDING: "openai", FOOTNOTE_EMBEDDING_BASE_URL: "http://127.0.0.1:1234/v1" };
    expect(readConfig(local).embedding.endpoint).not.toHaveProperty("key");
  });
});

test(".env.example documents every key with its default", () => {
  const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");
  const documented = parseEnv(example.replaceAll(/^# (?=(?:FOOTNOTE|DISCORD)_\w+=)/gm, ""));
  expect(documented).toEqual(DEFAULTS);
});
