import { join } from "node:path";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { LocalIndex } from "vectra/browser";
import { SqliteBuildLock } from "../src/adapters/build-lock.ts";
import { diskFiles } from "../src/adapters/files.ts";
import { VectraStore } from "../src/adapters/vectra-store.ts";
import type { Paper } from "../src/domain/paper.ts";
import { buildIndex, type BuildTools } from "../src/indexing/build-index.ts";
import { openIndex } from "../src/indexing/open-index.ts";

/** A way to save a corpus on disk, over and over, and to read it back. */
export interface Saver {
  /** Saves every paper of a round. Each round differs a little from the one before. */
  save(folder: string, round: number): Promise<void>;
  /** @returns How many papers a fresh reader finds with their vectors. */
  count(folder: string): Promise<number>;
}

/** Papers in the corpus: enough that a save takes a while, few enough for hundreds of saves. */
export const PAPERS = 300;
const DIMENSIONS = 128;

/** Any vectors do, as long as they differ from round to round. */
const vectorsOf = (round: number) =>
  Array.from({ length: PAPERS }, (_, at) =>
    Array.from({ length: DIMENSIONS }, (__, axis) => Math.cos(at + axis * round)),
  );

const papersOf = (round: number): Paper[] =>
  Array.from({ length: PAPERS }, (_, at) => {
    const title = `Paper ${at}`;
    return { id: `${at}`, title, displayTitle: title, digest: `${round}`, questions: [], terms: [], links: [] };
  });

const embeddingsOf = (round: number): EmbeddingsInterface => ({
  embedDocuments: async () => vectorsOf(round),
  embedQuery: async () => vectorsOf(round)[0] ?? [],
});

const clock = { now: Date.now, sleep: () => Promise.reject(new Error("Nobody else holds the lock.")) };
const tools: BuildTools = {
  files: diskFiles,
  lock: new SqliteBuildLock(clock),
  clock,
  openVectors: (folder, embeddings) => new VectraStore(embeddings, { folder, files: diskFiles }),
};

const footnote: Saver = {
  async save(folder, round) {
    await buildIndex(
      {
        folder,
        papers: papersOf(round),
        paths: null,
        sources: [],
        recipe: "crash",
        embeddedText: ({ title, digest }) => `${title} ${digest}`,
        model: {
          name: "crash",
          fitted: true,
          batchSize: PAPERS,
          prepare: async () => ({ embeddings: embeddingsOf(round), artifacts: [] }),
        },
        force: true,
      },
      tools,
    );
  },
  async count(folder) {
    const index = await openIndex(folder, diskFiles);
    if (!index) return 0;
    const store = new VectraStore(embeddingsOf(0), { folder: index.vectorsFolder, files: diskFiles });
    const scores = await store.scores(vectorsOf(0)[0] ?? []);
    return Math.min(index.papers.length, scores.filter(Number.isFinite).length);
  },
};

const vectraAlone: Saver = {
  async save(folder, round) {
    const index = new LocalIndex(join(folder, "vectors"));
    if (!(await index.isIndexCreated())) await index.createIndex();
    await index.beginUpdate();
    for (const [at, vector] of vectorsOf(round).entries()) await index.upsertItem({ id: `${at}`, vector });
    await index.endUpdate();
  },
  async count(folder) {
    return (await new LocalIndex(join(folder, "vectors")).listItems()).length;
  },
};

export const SAVERS = {
  "Footnote's index": footnote,
  "Vectra with its own storage": vectraAlone,
} as const satisfies Record<string, Saver>;

export type SaverName = keyof typeof SAVERS;

export function isSaverName(name: string | undefined): name is SaverName {
  return name !== undefined && Object.hasOwn(SAVERS, name);
}
