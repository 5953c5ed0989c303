import { closestName } from "./closest-name.ts";
import { ConfigError } from "./domain/errors.ts";
import { Secret } from "./secret.ts";

/** Everything that an owner may set. Deep-frozen. */
export interface Config {
  readonly corpus: CorpusConfig;
  readonly index: IndexConfig;
  readonly embedding: EmbeddingConfig;
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
  FOOTNOTE_PLAYGROUND_PORT: "8787",
  // Known here, read by cli.ts: a failure may come before there is a configuration.
  FOOTNOTE_DEBUG: "0",
  DISCORD_TOKEN: "",
  DISCORD_API: "https://discord.com/api",
} as const satisfies Record<`FOOTNOTE_${string}` | `DISCORD_${string}`, string>;

export type ConfigKey = keyof typeof DEFAULTS;

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
        ...(env["FOOTNOTE_EMBEDDING_DIMENSIONS"]?.trim() && {
          dimensions: readInteger("FOOTNOTE_EMBEDDING_DIMENSIONS", 1, 65_536),
        }),
        batchSize: readInteger("FOOTNOTE_EMBEDDING_BATCH_SIZE", 1, 2048),
        timeoutMs: readInteger("FOOTNOTE_EMBEDDING_TIMEOUT_SECONDS", 1, 600) * 1000,
      },
    },
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
}

function unknownKeys(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.keys(DEFAULTS);
  return Object.keys(env)
    .filter((key) => key.startsWith("FOOTNOTE_") && !known.includes(key))
    .map((key) => `${key} is no key of ours: did you mean ${closestName(key, known)}?`);
}

function parseInteger(text: string, lowest: number, highest: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= lowest && value <= highest ? value : undefined;
}

function parsePaths(text: string): readonly string[] | undefined {
  const paths = splitList(text);
  return paths.length > 0 ? paths : undefined;
}

function parseYears(text: string): Readonly<Record<string, number>> | undefined {
  const years: Record<string, number> = {};
  for (const pair of splitList(text)) {
    const [, file, year] = /^(.+?)\s*=\s*((?:19|20)\d{2})$/.exec(pair) ?? [];
    if (file === undefined) return undefined;
    years[file] = Number(year);
  }
  return years;
}

function parseBaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return text.replace(/\/+$/, "");
}

/** The bot's token goes there: in the clear only within this machine. */
function parseDiscordApi(text: string): string | undefined {
  const address = parseBaseUrl(text);
  const url = URL.parse(text);
  const isPrivate = url?.protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(url?.hostname ?? "");
  return isPrivate ? address : undefined;
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function deepFreeze(value: object): void {
  const parts: unknown[] = Object.values(value);
  for (const part of parts) if (part instanceof Object) deepFreeze(part);
  Object.freeze(value);
}
