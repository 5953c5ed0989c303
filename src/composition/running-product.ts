import { systemClock } from "../adapters/clock.ts";
import { lockData } from "../adapters/data-lock.ts";
import { forgetAnswers } from "../adapters/database-answer-cache.ts";
import { openDatabase } from "../adapters/database.ts";
import { DatabaseRecords } from "../adapters/database-records.ts";
import { keepWordsInMemory } from "../adapters/database-records-in-memory.ts";
import { createLogger } from "../adapters/logger.ts";
import { PrometheusMetrics } from "../adapters/metrics.ts";
import { MetricsServer } from "../adapters/metrics-server.ts";
import type { App } from "../app.ts";
import { secretsOf } from "../config.ts";
import type { Config } from "../config.ts";
import { describeCorpus } from "../domain/about.ts";
import type { Paper } from "../domain/paper.ts";
import type { BotStatus } from "../domain/ports.ts";
import type { RunningProduct } from "../workbench.ts";
import { ReloadingApp } from "./reloading-app.ts";
import type { OpenedApp } from "./reloading-app.ts";

/** How often to look for a new index, in milliseconds. */
const POLL_MS = 5000;

/** An App with what its index says of itself. */
export interface OpenedIndexApp extends OpenedApp {
  readonly builtAt: string;
  readonly embeddingModel: string;
}

export interface RunningParts {
  readonly config: Config;
  readonly first: OpenedIndexApp;
  readonly reopen: () => Promise<OpenedIndexApp>;
  readonly readIndexName: () => Promise<string | undefined>;
  /** Whether all that people make is kept in memory alone. */
  readonly forgets: boolean;
}

/**
 * Puts together what a bot needs beside an App.
 *
 * @throws {DataUnusableError} If what people said cannot be kept, or another bot keeps it there.
 */
export async function createRunningProduct(parts: RunningParts): Promise<RunningProduct> {
  const { config, first, reopen, readIndexName, forgets } = parts;
  const { data, discord } = config;
  const lock = forgets ? undefined : await lockData(data.folder, systemClock);
  // Whoever plays at a terminal wants no line for each answer.
  const level = forgets ? "warn" : "info";
  const logger = createLogger({ secrets: secretsOf(config), logsQuestions: discord.logsQuestions, level });
  let current = first;
  const open = async (): Promise<OpenedApp> => (current = await reopen());
  const app = new ReloadingApp(first, { readIndexName, open, pollMs: POLL_MS, clock: systemClock, logger });
  const database = openDatabase(forgets ? undefined : data.folder);
  if (discord.keepDays === 0) {
    keepWordsInMemory(database);
    forgetAnswers(database);
  }
  const paperOf = createPaperLookup(app);
  const records = new DatabaseRecords(database, systemClock, { keepDays: discord.keepDays, paperOf });
  let bot: () => Pick<BotStatus, "isReady" | "queued" | "answersUnderWay"> = () => ({
    isReady: false,
    queued: 0,
    answersUnderWay: 0,
  });
  const status = (): BotStatus => ({ ...bot(), papers: app.papers.length, indexBuiltAt: current.builtAt });
  const metrics = new PrometheusMetrics(status);
  const server = new MetricsServer({
    renderMetrics: () => metrics.render(),
    status,
    uptime: () => process.uptime(),
  });
  return {
    app,
    records,
    logger,
    metrics,
    clock: systemClock,
    about: () =>
      describeCorpus(app.papers, {
        indexBuiltAt: current.builtAt,
        embeddingModel: current.embeddingModel,
        ...(config.chat && { chatModel: config.chat.model }),
      }),
    async serveMetrics(running) {
      bot = running;
      if (discord.metricsPort !== undefined) await server.start(discord.metricsPort);
    },
    async stop() {
      app.stop();
      if (discord.metricsPort !== undefined) await server.stop();
      database.close();
      lock?.[Symbol.dispose]();
    },
  };
}

/** Finds papers by id, in whatever index is current. */
function createPaperLookup(app: App): (id: string) => Paper | undefined {
  let known: { readonly papers: readonly Paper[]; readonly byId: ReadonlyMap<string, Paper> } | undefined;
  return (id) => {
    const { papers } = app;
    if (known?.papers !== papers) known = { papers, byId: new Map(papers.map((paper) => [paper.id, paper])) };
    return known.byId.get(id);
  };
}
