import { closestName } from "./closest-name.ts";
import { readChatConfig } from "./config-chat.ts";
import type { ChatConfig } from "./config-chat.ts";
import { DEFAULTS } from "./config-defaults.ts";
import { parseBaseUrl, parseDiscordApi, parseIds, parsePaths, parseYears } from "./config-parsers.ts";
import { ConfigReader } from "./config-reader.ts";
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

export interface DataConfig {
  /** The folder of what people made, and of what is remembered. */
  readonly folder: string;
}

export interface DiscordConfig {
  /** The bot's token. Absent: there is no bot to run. */
  readonly token?: Secret;
  /** The address of Discord's REST interface, without the version and without a slash at its end. */
  readonly api: string;
  /** The only servers that are served; empty: all. */
  readonly servers: readonly string[];
  /** Answers a day (UTC), for everybody together and for one person; 0: no limit. */
  readonly dailyAnswers: number;
  readonly dailyAnswersPerPerson: number;
  /** How long what people said is kept, in days, 0 to 365; 0: not beyond the process. */
  readonly keepDays: number;
  /** Answers that are worked on at once, 1 to 256, and that may wait, 1 to 10,000. */
  readonly answersAtOnce: number;
  readonly queue: number;
  /** Whether the log may hold what people ask. */
  readonly logsQuestions: boolean;
  /** Where health and metrics are served on 127.0.0.1; absent: nowhere. */
  readonly metricsPort?: number;
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
  const reader = new ConfigReader(env, unknownKeys(env));

  const model = reader.read("FOOTNOTE_EMBEDDING", "corpus or openai", (text) =>
    EMBEDDING_MODELS.find((name) => name === text),
  );
  const baseUrl = reader.read(
    "FOOTNOTE_EMBEDDING_BASE_URL",
    "an http or https address without a password",
    parseBaseUrl,
  );
  const key = reader.text("FOOTNOTE_EMBEDDING_KEY");
  if (model === "openai" && !key && baseUrl === DEFAULTS.FOOTNOTE_EMBEDDING_BASE_URL) {
    reader.problems.push(
      "FOOTNOTE_EMBEDDING_KEY is missing: give OpenAI's API key, or the address of a server that needs none " +
        "in FOOTNOTE_EMBEDDING_BASE_URL.",
    );
  }

  const chat = readChatConfig(reader);

  const token = reader.text("DISCORD_TOKEN");
  if (token && !/^[\w.-]+$/.test(token)) {
    reader.problems.push("DISCORD_TOKEN is no bot token: copy it from Discord's Developer Portal, Bot, Reset Token.");
  }

  const config: Config = {
    corpus: {
      paths: reader.read("FOOTNOTE_CORPUS", "files or folders with commas between", parsePaths),
      pageYears: reader.read(
        "FOOTNOTE_PAGE_YEARS",
        "file names and years, such as page.txt=2025,other.txt=2024",
        parseYears,
      ),
    },
    index: { folder: reader.read("FOOTNOTE_INDEX", "a folder", (text) => text) },
    embedding: {
      model,
      endpoint: {
        baseUrl,
        ...(key && { key: new Secret(key) }),
        model: reader.read("FOOTNOTE_EMBEDDING_MODEL", "the model's name", (text) => text),
        ...(reader.text("FOOTNOTE_EMBEDDING_DIMENSIONS") !== undefined && {
          dimensions: reader.integer("FOOTNOTE_EMBEDDING_DIMENSIONS", 1, 65_536),
        }),
        batchSize: reader.integer("FOOTNOTE_EMBEDDING_BATCH_SIZE", 1, 2048),
        timeoutMs: reader.integer("FOOTNOTE_EMBEDDING_TIMEOUT_SECONDS", 1, 600) * 1000,
      },
    },
    ...(chat && { chat }),
    data: { folder: reader.read("FOOTNOTE_DATA", "a folder", (text) => text) },
    discord: {
      ...(token && { token: new Secret(token) }),
      api: reader.read("DISCORD_API", "an https address, or an http address of this machine", parseDiscordApi),
      servers: reader.read("FOOTNOTE_SERVERS", "the ids of servers with commas between", parseIds),
      dailyAnswers: reader.integer("FOOTNOTE_DAILY_ANSWERS", 0, 1_000_000),
      dailyAnswersPerPerson: reader.integer("FOOTNOTE_DAILY_ANSWERS_PER_PERSON", 0, 1_000_000),
      keepDays: reader.integer("FOOTNOTE_KEEP_DAYS", 0, 365),
      answersAtOnce: reader.integer("FOOTNOTE_ANSWERS_AT_ONCE", 1, 256),
      queue: reader.integer("FOOTNOTE_QUEUE", 1, 10_000),
      logsQuestions: reader.integer("FOOTNOTE_LOG_QUESTIONS", 0, 1) === 1,
      ...(reader.text("FOOTNOTE_METRICS_PORT") !== undefined && {
        metricsPort: reader.integer("FOOTNOTE_METRICS_PORT", 1, 65_535),
      }),
    },
    playground: { port: reader.integer("FOOTNOTE_PLAYGROUND_PORT", 1, 65_535) },
  };

  if (reader.problems.length > 0) {
    throw new ConfigError(
      `The configuration cannot be used:\n${reader.problems.map((problem) => `- ${problem}`).join("\n")}`,
    );
  }
  deepFreeze(config);
  return config;
}

/** The keys and tokens of a configuration, for what keeps them out of a log. */
export function secretsOf({ discord, chat, embedding }: Config): readonly string[] {
  return [discord.token, chat?.key, embedding.endpoint.key].flatMap((secret) => secret?.reveal() ?? []);
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
