import { SqliteBuildLock } from "./adapters/build-lock.ts";
import { diskFiles } from "./adapters/files.ts";
import { OpenAiEmbeddings } from "./adapters/openai-embeddings.ts";
import { systemClock } from "./adapters/clock.ts";
import { VectraStore } from "./adapters/vectra-store.ts";
import { ExtractiveAnswerer } from "./answering/extractive-answerer.ts";
import type { AnswererFactory } from "./composition/chat.ts";
import { corpusModel, LexiconBuilder, lexiconArtifacts } from "./composition/corpus-model.ts";
import { answeringFields, createApp, createEngine } from "./composition/engine.ts";
import type { Engine } from "./composition/engine.ts";
import { findSources, readPapers } from "./composition/read-papers.ts";
import type { Sources } from "./composition/read-papers.ts";
import type { OpenedIndexApp } from "./composition/running-product.ts";
import type { Config } from "./config.ts";
import { count } from "./domain/count.ts";
import { IndexStaleError } from "./domain/errors.ts";
import { buildIndex } from "./indexing/build-index.ts";
import type { BuildReport } from "./indexing/build-index.ts";
import { checkFreshness } from "./indexing/check-freshness.ts";
import type { EmbeddingModel } from "./indexing/embedding-model.ts";
import { REBUILD } from "./indexing/manifest.ts";
import type { Manifest } from "./indexing/manifest.ts";
import { openIndex, readManifest } from "./indexing/open-index.ts";
import type { OpenedIndex } from "./indexing/open-index.ts";
import { pretrainedModel } from "./indexing/pretrained-model.ts";
import { paperText, RECIPE } from "./retrieval/paper-text.ts";
import type { CorpusReading } from "./corpus/read-corpus.ts";
import type {
  IndexOptions,
  IndexSummary,
  OpenOptions,
  RunningProduct,
  RunOptions,
  SourceOptions,
  Workbench,
} from "./workbench.ts";

/** How long a question waits for another process that is building the index already, in milliseconds. */
const BUILD_PATIENCE_MS = 120_000;

/** How long a build goes on trying an endpoint that fails, and how long a person waits for one, in milliseconds. */
const BUILD_RETRIES_MS = 120_000;
const QUESTION_PATIENCE_MS = 4000;

/** Puts the product together as configured: the only place that knows every concrete class. */
export function compose(config: Config): Workbench {
  const { folder } = config.index;
  const builder = new LexiconBuilder();
  const model = config.embedding.model === "corpus" ? corpusModel(builder) : endpointModel(config);

  async function build(sources: Sources, reading: CorpusReading, options: BuildOptions): Promise<BuildReport> {
    const { force = false, waitMs = 0, onProgress, signal } = options;
    return buildIndex(
      {
        folder,
        papers: reading.papers,
        paths: sources.paths,
        sources: sources.hashes,
        recipe: RECIPE,
        model,
        embeddedText: paperText,
        companions: (papers) => lexiconArtifacts(builder.build(papers.map(paperText))),
        force,
        waitMs,
        ...(onProgress && { onProgress }),
        ...(signal && { signal }),
      },
      {
        files: diskFiles,
        lock: new SqliteBuildLock(systemClock),
        clock: systemClock,
        openVectors: (vectorsFolder, embeddings) =>
          new VectraStore(embeddings, { folder: vectorsFolder, files: diskFiles }),
      },
    );
  }

  /** Opens a fresh index: builds it where there is none, mends it where that costs seconds and nothing else. */
  async function openFresh(options: OpenOptions): Promise<OpenedIndex> {
    const { onNotice } = options;
    const opened = await openIndex(folder, diskFiles);
    const sources = await findSources(options.paths, opened?.manifest.paths ?? null, config);
    const expected = { paths: sources.paths, sources: sources.hashes, model: model.name, recipe: RECIPE };
    const stale = opened && checkFreshness(opened.manifest, expected);
    if (opened !== undefined && stale === undefined) return opened;
    if (opened !== undefined && !(model.fitted && opened.manifest.embedding.model === model.name)) {
      throw new IndexStaleError(`The index in ${folder} cannot be used: ${stale}. ${REBUILD}`);
    }
    onNotice?.(
      opened === undefined
        ? `There is no index in ${folder} yet: building it, once.`
        : `The index in ${folder} is out of date (${stale}): building it anew.`,
    );
    const reading = readPapers(sources, config, false);
    const report = await build(sources, reading, { ...options, waitMs: BUILD_PATIENCE_MS });
    const problems = reading.files.reduce((sum, file) => sum + file.problems.length, 0);
    onNotice?.(
      `Indexed ${count(report.papers, "paper")} in ${report.seconds.toFixed(1)} s.` +
        (problems > 0 ? ` ${count(problems, "problem")} on the way: see \`npm run footnote -- index\`.` : ""),
    );
    const built = await openIndex(folder, diskFiles);
    if (built === undefined)
      throw new IndexStaleError(`The index in ${folder} is gone right after its build. ${REBUILD}`);
    return built;
  }

  function createEngineOf(opened: OpenedIndex): Promise<Engine> {
    return createEngine(opened, model.fitted ? undefined : endpointEmbeddings(config, QUESTION_PATIENCE_MS));
  }

  /** How answers are made, as the caller wants it. */
  async function createAnswering(options: OpenOptions): Promise<AnswererFactory> {
    const { model: wanted = "configured", onLog = () => {}, onTrouble = () => {} } = options;
    if (wanted === "none" || (wanted === "configured" && config.chat === undefined)) {
      return (fields) => new ExtractiveAnswerer(fields);
    }
    if (config.discord.keepDays === 0) {
      const { forgetKeptAnswers } = await import("./composition/forget-kept-answers.ts");
      await forgetKeptAnswers(config);
    }
    // Lazily: most runs ask no model, and its packages take their time to load.
    const { createModelAnswering } = await import("./composition/chat.ts");
    return createModelAnswering({
      config,
      recording: typeof wanted === "string" ? undefined : wanted,
      onLog,
      onTrouble,
      onRequest: options.onRequest,
    });
  }

  async function openApp(opened: OpenedIndex, create: AnswererFactory): Promise<OpenedIndexApp> {
    const engine = await createEngineOf(opened);
    const { builtAt, embedding } = opened.manifest;
    const indexName = nameOf(opened.manifest);
    const app = createApp(engine, create(answeringFields(engine), indexName));
    return { app, indexName, builtAt, embeddingModel: embedding.model };
  }

  async function run(options: RunOptions): Promise<RunningProduct> {
    const first = await openFresh(options);
    const create = await createAnswering(options);
    const { createRunningProduct } = await import("./composition/running-product.ts");
    return createRunningProduct({
      config,
      first: await openApp(first, create),
      async reopen() {
        const opened = await openIndex(folder, diskFiles);
        if (opened?.manifest.embedding.model !== model.name || opened.manifest.recipe !== RECIPE) {
          throw new IndexStaleError(`The new index in ${folder} was built for another model or version. ${REBUILD}`);
        }
        return openApp(opened, create);
      },
      async readIndexName() {
        const manifest = await readManifest(folder, diskFiles);
        return manifest && nameOf(manifest);
      },
      forgets: options.forgets,
    });
  }

  return {
    async index(options: IndexOptions): Promise<IndexSummary> {
      const { paths, strict, onProgress } = options;
      const sources = await findSources(paths, await rememberedPaths(folder), config);
      onProgress?.({ step: "reading", done: sources.files.length, total: sources.files.length });
      const reading = readPapers(sources, config, strict);
      const { embedded, unchanged, removed, seconds } = await build(sources, reading, options);
      return {
        files: reading.files,
        entries: reading.entries,
        papers: reading.papers.length,
        dated: reading.papers.filter(({ published }) => published !== undefined).length,
        withAuthorCount: reading.papers.filter(({ authorCount }) => authorCount !== undefined).length,
        embedded,
        unchanged,
        removed,
        model: model.name,
        seconds,
      };
    },
    modelName: config.chat?.model,
    async open(options) {
      const opened = await openFresh(options);
      return (await openApp(opened, await createAnswering(options))).app;
    },
    run,
    async feedback() {
      const { readFeedback } = await import("./composition/read-feedback.ts");
      return readFeedback(config, (await openIndex(folder, diskFiles).catch(() => undefined))?.papers ?? []);
    },
    async judge(name, signal) {
      const { createModelJudge } = await import("./composition/model-judge.ts");
      return createModelJudge(config, name, signal);
    },
    async ablations() {
      const { createAblations } = await import("./composition/ablations.ts");
      return createAblations(await createEngineOf(await openFresh({ paths: [] })));
    },
  };
}

/** Names an index: a folder that was deleted and built anew begins to count again, but not at the same instant. */
function nameOf({ generation, builtAt, recipe }: Manifest): string {
  return [generation, builtAt, recipe].join(" ");
}

interface BuildOptions extends Partial<SourceOptions> {
  readonly force?: boolean;
  readonly waitMs?: number;
}

function endpointModel(config: Config): EmbeddingModel {
  const { model, dimensions, batchSize } = config.embedding.endpoint;
  const name = `openai:${model}${dimensions === undefined ? "" : `@${dimensions}`}`;
  return pretrainedModel(name, endpointEmbeddings(config, BUILD_RETRIES_MS), batchSize);
}

function endpointEmbeddings({ embedding }: Config, patienceMs: number): OpenAiEmbeddings {
  const { baseUrl, key, model, dimensions, batchSize, timeoutMs } = embedding.endpoint;
  return new OpenAiEmbeddings({
    baseUrl,
    model,
    batchSize,
    timeoutMs,
    patienceMs,
    clock: systemClock,
    ...(key && { key: key.reveal() }),
    ...(dimensions !== undefined && { dimensions }),
  });
}

/** The paths that an index remembers; none when it is damaged, for it is about to be built anew. */
async function rememberedPaths(folder: string): Promise<readonly string[] | null> {
  const manifest = await readManifest(folder, diskFiles).catch(() => undefined);
  return manifest?.paths ?? null;
}
