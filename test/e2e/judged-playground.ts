import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { startBot } from "../../src/discord/start-bot.ts";
import { Explainer } from "../../src/playground/explainer.ts";
import { startPlayground } from "../../src/playground/start-playground.ts";
import { readJudge } from "../support/discord-judge.ts";

export interface JudgedPlayground {
  readonly url: string;
  /** What Discord's document, where it is there, and its further limits have against the bot's requests so far. */
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Starts the bot in a playground of this process, on the shipped corpus, with a judge of every request.
 *
 * @param env The owner's settings, such as a chat model's.
 */
export async function startJudgedPlayground(env: Readonly<Record<string, string>> = {}): Promise<JudgedPlayground> {
  const index = await mkdtemp(join(tmpdir(), "footnote-e2e-"));
  const config = readConfig({ FOOTNOTE_INDEX: index, ...env });
  const explainer = new Explainer();
  const product = await compose(config).run({
    paths: [],
    forgets: true,
    onRequest: (request) => explainer.noteRequest(request),
  });
  const { app, records, logger, metrics, clock } = product;
  const owner = { ...config.discord, about: () => product.about() };
  const judge = readJudge();
  const playground = await startPlayground({
    port: 0,
    log: () => undefined,
    explain: (messageId) => explainer.explain(messageId, records),
    startBot: (door) => startBot({ ...door, app, records, logger, metrics, clock, owner, log }),
    ...(judge && { discord: { judge } }),
  });
  return {
    url: playground.url,
    get complaints() {
      return playground.discord.complaints;
    },
    async stop() {
      await playground.stop();
      await product.stop();
      await rm(index, { recursive: true });
    },
  };
}
