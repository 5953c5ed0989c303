import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { DEFAULTS, readConfig } from "../../../src/config.ts";
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
      discord: { api: "https://discord.com/api" },
      playground: { port: 8787 },
    });
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
