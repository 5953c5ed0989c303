import { diskFiles } from "../../src/adapters/files.ts";
import { SqliteBuildLock } from "../../src/adapters/build-lock.ts";
import { VectraStore } from "../../src/adapters/vectra-store.ts";
import type { Files } from "../../src/domain/ports.ts";
import { type BuildTools } from "../../src/indexing/build-index.ts";
import type { BuildRequest } from "../../src/indexing/build-request.ts";
import { openIndex } from "../../src/indexing/open-index.ts";
import { SleeplessClock } from "./index-clock.ts";
import { HashingEmbeddings, hashingModel } from "./index-embeddings.ts";
import { embeddedText } from "./index-papers.ts";

/** @returns Real tools over a disk, or over the files given. */
export function makeTools(files: Files = diskFiles): BuildTools {
  const clock = new SleeplessClock();
  return {
    files,
    lock: new SqliteBuildLock(clock),
    clock,
    openVectors: (folder, embeddings) => new VectraStore(embeddings, { folder, files }),
  };
}

/** @returns A request whose only source is as its papers are. */
export function makeRequest(request: Pick<BuildRequest, "folder" | "papers"> & Partial<BuildRequest>): BuildRequest {
  return {
    paths: null,
    sources: [{ path: "corpus.jsonl", sha256: JSON.stringify(request.papers), bytes: 1 }],
    recipe: "test",
    model: hashingModel().model,
    embeddedText,
    ...request,
  };
}

/** @returns What a fresh reader finds: titles by the index, ids by the vectors, how many vectors compare to a question. */
export async function readBack(folder: string) {
  const index = await openIndex(folder, diskFiles);
  if (!index) return undefined;
  const { dimensions } = index.manifest.embedding;
  const store = new VectraStore(new HashingEmbeddings(), { folder: index.vectorsFolder, files: diskFiles });
  const scores = await store.scores(Array.from({ length: dimensions }, () => 1));
  return {
    titles: index.papers.map(({ title }) => title),
    ids: await store.ids(),
    comparable: scores.filter(Number.isFinite).length,
    index,
  };
}
