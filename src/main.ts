import "./require-node.js";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { Config } from "./config.ts";
import type { Bot } from "./discord/start-bot.ts";
import { createMask } from "./domain/create-mask.ts";
import { describeError } from "./domain/describe-error.ts";
import { ConfigError, FootnoteError, UsageError } from "./domain/errors.ts";
import { plainText } from "./domain/plain-text.ts";
import type { RunningProduct, RunOptions } from "./workbench.ts";

/** How long the process may take to end, in milliseconds. */
const END_MS = 10_000;

/** How often to look whether whoever started us is still there, in milliseconds. */
const PARENT_MS = 1000;

const DAY_MS = 86_400_000;

const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Something that runs until it is stopped or lost. */
interface Running {
  readonly lost: Promise<FootnoteError>;
  stop(): Promise<void>;
}

const { env, stderr, stdin, stdout } = process;
const isDebug = (): boolean => env["FOOTNOTE_DEBUG"] === "1";
let mask = createMask([]);
/** Everything that the process says to its owner goes through here, but for lines of JSON. */
const say = (text: string): void => {
  stderr.write(`${mask(plainText(text))}\n`);
};
const log = {
  info: (text: string) => (isDebug() ? say(text) : undefined),
  warn: say,
  // Whoever runs a bot needs the details of what its people were only given a number for.
  error: (text: string, error: unknown) => say(`${text}: ${describeError(error)}`),
};

process.on("uncaughtException", (error) => {
  tell(error);
  process.exit(EXIT.failed);
});
const ending = new Promise<void>((resolve) => {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(EXIT.failed);
    isEnding = true;
    say("Finishing the answers under way; once more ends at once.");
    setTimeout(() => process.exit(EXIT.failed), END_MS).unref();
    resolve();
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  if (env["npm_lifecycle_event"] !== undefined) watchParent(end);
});

process.exit(await run(process.argv.slice(2)));

async function run(args: readonly string[]): Promise<number> {
  try {
    loadEnvFile();
    const { readConfig, secretsOf } = await import("./config.ts");
    const config = readConfig(env);
    mask = createMask(secretsOf(config));
    const start = chooseSurface(args, config);
    const running = await Promise.race([start(config), ending]);
    if (running === undefined) return EXIT.done;
    const reason = await Promise.race([running.lost, ending]);
    if (reason !== undefined) tell(reason);
    await running.stop();
    return reason === undefined ? EXIT.done : EXIT.failed;
  } catch (error) {
    tell(error);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

/** npm does not pass a SIGTERM on: it ends, and so does its shell, and we would stay behind without anybody's knowledge. */
function watchParent(end: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, PARENT_MS);
  watch.unref();
}

/**
 * The bot on Discord where there is a token. Without one the playground, but only for a person who sees it start: a
 * server that lost its token must not serve a page instead.
 */
function chooseSurface(args: readonly string[], config: Config): (config: Config) => Promise<Running> {
  const isPlayground = args.includes("--playground");
  if (args.length > (isPlayground ? 1 : 0)) throw new UsageError("The bot takes no argument but --playground.");
  if (isPlayground) return runPlayground;
  if (config.discord.token) return runBot;
  if (stdin.isTTY && stdout.isTTY) return runPlayground;
  throw new ConfigError(
    "DISCORD_TOKEN is missing: set it to the bot's token, or run `npm run playground` for a Discord on this machine.",
  );
}

async function openProduct(
  config: Config,
  options: Pick<RunOptions, "forgets" | "onRequest">,
): Promise<RunningProduct> {
  const { compose } = await import("./compose.ts");
  return compose(config).run({ paths: [], onNotice: say, onTrouble: say, ...options });
}

/** What a bot is started with, wherever its Discord is. */
function botOptions({ discord, chat }: Config, product: RunningProduct) {
  const { app, records, logger, metrics, clock } = product;
  const modelHost = chat && URL.parse(chat.baseUrl)?.host;
  const remembersAnswers = discord.keepDays > 0 && chat !== undefined && chat.cache.entries > 0;
  return {
    app,
    records,
    logger,
    metrics,
    clock,
    log,
    owner: {
      ...discord,
      ...(modelHost && { modelHost }),
      ...(remembersAnswers && { modelAnswerDays: chat.cache.maxAgeMs / DAY_MS }),
      about: () => product.about(),
    },
  };
}

async function runBot(config: Config): Promise<Running> {
  const { startBot } = await import("./discord/start-bot.ts");
  const { discord } = config;
  const product = await openProduct(config, { forgets: false });
  const running: { bot?: Bot } = {};
  await product.serveMetrics(() => ({
    isReady: running.bot?.isReady() ?? false,
    queued: running.bot?.queued ?? 0,
    answersUnderWay: running.bot?.underWay ?? 0,
  }));
  const started = await startBot({
    ...botOptions(config, product),
    api: discord.api,
    token: discord.token?.reveal() ?? "",
  });
  running.bot = started;
  say(`${started.name} is on Discord, with ${product.app.papers.length} papers.`);
  return {
    lost: started.lost,
    async stop() {
      await started.stop();
      await product.stop();
    },
  };
}

async function runPlayground(config: Config): Promise<Running> {
  const { startPlayground } = await import("./playground/start-playground.ts");
  const { Explainer } = await import("./playground/explainer.ts");
  const explainer = new Explainer();
  const lost = Promise.withResolvers<FootnoteError>();
  let product: RunningProduct | undefined;
  const served = await startPlayground({
    port: config.playground.port,
    log: (line) => stdout.write(`${line}\n`),
    explain: (messageId) => product && explainer.explain(messageId, product.records),
    async startBot(door) {
      const onRequest = explainer.noteRequest.bind(explainer);
      product = await openProduct(config, { forgets: true, onRequest });
      const { startBot } = await import("./discord/start-bot.ts");
      const bot = await startBot({ ...botOptions(config, product), ...door });
      bot.lost.then(lost.resolve, lost.reject);
      return bot;
    },
  });
  return {
    lost: lost.promise,
    async stop() {
      await served.stop();
      await product?.stop();
    },
  };
}

/** The one place of the process that tells why it ends. */
function tell(error: unknown): void {
  if (error instanceof FootnoteError) say(`footnote: ${error.userMessage}`);
  else log.error(`footnote: Something went wrong that should not have (${randomUUID().slice(0, 8)})`, error);
}

/** Takes in the `.env` of the folder that the bot runs in, if there is one. The environment goes before it. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (existsSync(".env")) throw new ConfigError(`Cannot read .env: ${String(error)}`);
  }
}
