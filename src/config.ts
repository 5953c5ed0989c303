import { closestName } from "./closest-name.ts";
import { DEFAULTS } from "./config-defaults.ts";
import type { ConfigKey } from "./config-defaults.ts";
import {
  parseBaseUrl,
  parseDiscordApi,
  parseInteger,
  parseNumber,
  parsePaths,
  parsePrices,
  parseYears,
} from "./config-parsers.ts";
import { ConfigError } from "./domain/errors.ts";
import { Secret } from "./secret.ts";

/** Everything that an owner may set. Deep-frozen. */
export interface Config {
  readonly corpus: CorpusConfig;
  readonly index: IndexConfig;
  readonly embedding: EmbeddingConfig;
  /** Absent: no language model takes part. */
  readonly chat?: ChatConfig;
  readonly data: DataConfig;
  readonly discord: DiscordConfig;
  readonly playground: PlaygroundConfig;
}

export interface CorpusConfig {
  /** Files and folders to read. Never empty. */
  readonly paths: readonly string[];
  /** The year of the dates in a saved page that names none, by the page's file name. Empty by default. */
  readonly pageYears: Readonly<Record<string, number>>;
}

export interface IndexConfig {
  /** The folder of the built index. */
  readonly folder: string;
}

export interface EmbeddingConfig {
  /** `corpus` is fitted on the corpus itself and needs no network; `openai` asks {@link EmbeddingConfig.endpoint}. */
  readonly model: EmbeddingModel;
  readonly endpoint: EndpointConfig;
}

export type EmbeddingModel = (typeof EMBEDDING_MODELS)[number];

/** An endpoint that speaks OpenAI's embeddings protocol. */
export interface EndpointConfig {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Absent where the endpoint asks for none, such as a local server. */
  readonly key?: Secret;
  /** The model, as the endpoint calls it. */
  readonly model: string;
  /** 1 and up. Absent: the model's own. */
  readonly dimensions?: number;
  /** Texts in one request, 1 to 2,048. */
  readonly batchSize: number;
  /** Time limit of one request in milliseconds, 1 second to 10 minutes. */
  readonly timeoutMs: number;
}

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

export interface DataConfig {
  /** The folder of what people made, and of what is remembered. */
  readonly folder: string;
}

export interface DiscordConfig {
  /** The bot's token. Absent: there is no bot to run. */
  readonly token?: Secret;
  /** The address of Discord's REST interface, without the version and without a slash at its end. */
  readonly api: string;
}

export interface PlaygroundConfig {
  /** Where the playground's page is served, 1 to 65535; a free port when it is taken. */
  readonly port: number;
}

const EMBEDDING_MODELS = ["corpus", "openai"] as const;

/**
 * Reads the configuration. Pure: it looks at nothing but `env`.
 *
 * @param env Variables by name. Keys of other programs are ignored; an empty value counts as unset.
 * @returns A deep-frozen configuration.
 * @throws {ConfigError} If anything is wrong, with every problem and its mend.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems = unknownKeys(env);
  const isSet = (name: ConfigKey): boolean => Boolean(env[name]?.trim());

  /** Parses a key's text; a parser returns undefined for what it cannot take, and `wanted` then says what it takes. */
  function read<Value>(key: ConfigKey, wanted: string, parse: (text: string) => Value | undefined): Value {
    const text = env[key]?.trim() || DEFAULTS[key];
    const value = parse(text);
    if (value !== undefined) return value;
    problems.push(`${key} is ${JSON.stringify(text.replace(/\/\/[^/]*@/, "//***@"))}: give ${wanted}.`);
    // Stands in until every problem is gathered, and is then thrown away.
    return parse(DEFAULTS[key]) as Value;
  }

  const readInteger = (key: ConfigKey, lowest: number, highest: number): number =>
    read(key, `a whole number from ${lowest} to ${highest}`, (text) => parseInteger(text, lowest, highest));

  const readNumber = (key: ConfigKey, lowest: number, highest: number): number =>
    read(key, `a number from ${lowest} to ${highest}`, (text) => parseNumber(text, lowest, highest));

  const model = read("FOOTNOTE_EMBEDDING", "corpus or openai", (text) =>
    EMBEDDING_MODELS.find((name) => name === text),
  );
  const baseUrl = read("FOOTNOTE_EMBEDDING_BASE_URL", "an http or https address without a password", parseBaseUrl);
  const key = env["FOOTNOTE_EMBEDDING_KEY"]?.trim();
  if (model === "openai" && !key && baseUrl === DEFAULTS.FOOTNOTE_EMBEDDING_BASE_URL) {
    problems.push(
      "FOOTNOTE_EMBEDDING_KEY is missing: give OpenAI's API key, or the address of a server that needs none " +
        "in FOOTNOTE_EMBEDDING_BASE_URL.",
    );
  }

  const chat = isSet("FOOTNOTE_CHAT_MODEL") ? readChat() : undefined;

  const token = env["DISCORD_TOKEN"]?.trim();
  if (token && !/^[\w.-]+$/.test(token)) {
    problems.push("DISCORD_TOKEN is no bot token: copy it from Discord's Developer Portal, Bot, Reset Token.");
  }

  const config: Config = {
    corpus: {
      paths: read("FOOTNOTE_CORPUS", "files or folders with commas between", parsePaths),
      pageYears: read("FOOTNOTE_PAGE_YEARS", "file names and years, such as page.txt=2025,other.txt=2024", parseYears),
    },
    index: { folder: read("FOOTNOTE_INDEX", "a folder", (text) => text) },
    embedding: {
      model,
      endpoint: {
        baseUrl,
        ...(key && { key: new Secret(key) }),
        model: read("FOOTNOTE_EMBEDDING_MODEL", "the model's name", (text) => text),
        ...(isSet("FOOTNOTE_EMBEDDING_DIMENSIONS") && {
          dimensions: readInteger("FOOTNOTE_EMBEDDING_DIMENSIONS", 1, 65_536),
        }),
        batchSize: readInteger("FOOTNOTE_EMBEDDING_BATCH_SIZE", 1, 2048),
        timeoutMs: readInteger("FOOTNOTE_EMBEDDING_TIMEOUT_SECONDS", 1, 600) * 1000,
      },
    },
    ...(chat && { chat }),
    data: { folder: read("FOOTNOTE_DATA", "a folder", (text) => text) },
    discord: {
      ...(token && { token: new Secret(token) }),
      api: read("DISCORD_API", "an https address, or an http address of this machine", parseDiscordApi),
    },
    playground: { port: readInteger("FOOTNOTE_PLAYGROUND_PORT", 1, 65_535) },
  };

  if (problems.length > 0) {
    throw new ConfigError(`The configuration cannot be used:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
  deepFreeze(config);
  return config;

  function readChat(): ChatConfig {
    const chatUrl = read("FOOTNOTE_CHAT_BASE_URL", "an http or https address without a password", parseBaseUrl);
    const chatKey = env["FOOTNOTE_CHAT_KEY"]?.trim();
    if (!chatKey && chatUrl === DEFAULTS.FOOTNOTE_CHAT_BASE_URL) {
      problems.push(
        "FOOTNOTE_CHAT_KEY is missing: give OpenAI's API key, or the address of a server that needs none in " +
          "FOOTNOTE_CHAT_BASE_URL.",
      );
    }
    if (isSet("FOOTNOTE_CHAT_DAILY_DOLLARS") && !isSet("FOOTNOTE_CHAT_PRICES")) {
      problems.push(
        "FOOTNOTE_CHAT_PRICES is missing: without it nobody knows when FOOTNOTE_CHAT_DAILY_DOLLARS are spent.",
      );
    }
    return {
      model: read("FOOTNOTE_CHAT_MODEL", "the model's name", (text) => text),
      baseUrl: chatUrl,
      ...(chatKey && { key: new Secret(chatKey) }),
      ...(isSet("FOOTNOTE_CHAT_TEMPERATURE") && { temperature: readNumber("FOOTNOTE_CHAT_TEMPERATURE", 0, 2) }),
      maxTokens: readInteger("FOOTNOTE_CHAT_MAX_TOKENS", 64, 100_000),
      evidenceTokens: readInteger("FOOTNOTE_CHAT_EVIDENCE_TOKENS", 500, 100_000),
      firstTokenMs: readInteger("FOOTNOTE_CHAT_FIRST_TOKEN_SECONDS", 1, 600) * 1000,
      timeoutMs: readInteger("FOOTNOTE_CHAT_TIMEOUT_SECONDS", 1, 600) * 1000,
      concurrency: readInteger("FOOTNOTE_CHAT_CONCURRENCY", 1, 256),
      ...(isSet("FOOTNOTE_CHAT_PRICES") && {
        prices: read("FOOTNOTE_CHAT_PRICES", "two prices with a slash between, such as 0.15/0.60", parsePrices),
      }),
      ...(isSet("FOOTNOTE_CHAT_DAILY_DOLLARS") && {
        dailyDollars: readNumber("FOOTNOTE_CHAT_DAILY_DOLLARS", 0, 1_000_000),
      }),
      cache: {
        entries: readInteger("FOOTNOTE_CHAT_CACHE_ANSWERS", 0, 100_000),
        maxAgeMs: readInteger("FOOTNOTE_CHAT_CACHE_DAYS", 1, 365) * 86_400_000,
      },
    };
  }
}

function unknownKeys(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.keys(DEFAULTS);
  return Object.keys(env)
    .filter((key) => key.startsWith("FOOTNOTE_") && !known.includes(key))
    .map((key) => `${key} is no key of ours: did you mean ${closestName(key, known)}?`);
}

function deepFreeze(value: object): void {
  const parts: unknown[] = Object.values(value);
  for (const part of parts) if (part instanceof Object) deepFreeze(part);
  Object.freeze(value);
}
