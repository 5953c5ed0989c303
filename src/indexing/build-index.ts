import { join } from "node:path";
import { Document } from "@langchain/core/documents";
import { CorpusUnreadableError, IndexCorruptError, IndexStaleError } from "../domain/errors.ts";
import type { Paper } from "../domain/paper.ts";
import type { BuildLock, Clock, Files } from "../domain/ports.ts";
import type { BuildRequest } from "./build-request.ts";
import { checkFreshness } from "./check-freshness.ts";
import { embedPapers } from "./embed-papers.ts";
import { formatPapers, openIndex, type OpenedIndex, PAPERS_FILE, VECTORS_FOLDER } from "./open-index.ts";
import type { OpenVectorArchive } from "./vector-archive.ts";
import { checkFolder, writeGeneration } from "./write-generation.ts";

/** What a build needs of the outside. */
export interface BuildTools {
  readonly files: Files;
  readonly lock: BuildLock;
  readonly clock: Clock;
  readonly openVectors: OpenVectorArchive;
}

/** What a build did. */
export interface BuildReport {
  readonly papers: number;
  /** Papers embedded in this build. */
  readonly embedded: number;
  /** Papers whose vectors were taken over from the index before. */
  readonly unchanged: number;
  /** Papers that the index before had and this one has not. */
  readonly removed: number;
  readonly model: string;
  /** The length of a vector; 0 for an empty corpus. */
  readonly dimensions: number;
  readonly seconds: number;
}

type Counts = Pick<BuildReport, "embedded" | "unchanged" | "removed" | "dimensions">;

/**
 * Builds an index, or leaves it alone where it is intact and up to date. Whatever ends a build early (an error, the
 * signal, the death of the process), the folder holds the old index or the new one, whole.
 *
 * @throws {CorpusUnreadableError} If two papers share an id.
 * @throws {EmbeddingError} If the model fails or its vectors are unusable.
 * @throws {IndexLockedError} If another process is building the index.
 * @throws {IndexUnwritableError} If storage refuses.
 */
export async function buildIndex(request: BuildRequest, tools: BuildTools): Promise<BuildReport> {
  const { folder, papers, model, waitMs = 0, signal } = request;
  const started = tools.clock.now();
  checkIds(papers);

  const buildAlone = async () => {
    await checkFolder(folder, current !== undefined, tools.files);
    await tools.files.makeFolder(folder);
    return tools.lock.hold(folder, () => renew(request, tools), { waitMs, ...(signal && { signal }) });
  };
  const current = await openCurrent(folder, tools.files);
  const counts = unchangedCounts(request, current) ?? (await buildAlone());
  return { papers: papers.length, ...counts, model: model.name, seconds: (tools.clock.now() - started) / 1000 };
}

/** The build itself, under the lock: whoever held it until now may already have done this very work. */
async function renew(request: BuildRequest, { files, clock, openVectors }: BuildTools): Promise<Counts> {
  const { folder, papers, paths, sources, recipe, model, signal, onProgress } = request;
  const current = await openCurrent(folder, files);
  const done = unchangedCounts(request, current);
  if (done) return done;

  const { embeddings, artifacts, texts, hashes, vectors, unchanged } = await embedPapers(request, openVectors, current);
  const companions = request.companions?.(papers) ?? [];
  const dimensions = vectors[0]?.length ?? 0;
  onProgress?.({ step: "writing", done: 0, total: papers.length });
  await writeGeneration(
    folder,
    {
      previous: current?.manifest.generation,
      content: {
        builtAt: new Date(clock.now()).toISOString(),
        paths,
        sources,
        embedding: { model: model.name, dimensions },
        recipe,
        papers: hashes,
      },
      async write(home) {
        await files.write(join(home, PAPERS_FILE), formatPapers(papers));
        for (const { name, bytes } of [...artifacts, ...companions]) await files.write(join(home, name), bytes);
        const documents = papers.map((paper, at) => toDocument(paper, texts[at] ?? ""));
        await openVectors(join(home, VECTORS_FOLDER), embeddings).addVectors([...vectors], documents);
      },
      signal,
    },
    files,
  );
  onProgress?.({ step: "writing", done: papers.length, total: papers.length });
  const removed = Object.keys(current?.manifest.papers ?? {}).filter((id) => !Object.hasOwn(hashes, id)).length;
  return { embedded: papers.length - unchanged, unchanged, removed, dimensions };
}

/** @returns The current index, or undefined if there is none to go on from. */
async function openCurrent(folder: string, files: Files): Promise<OpenedIndex | undefined> {
  try {
    return await openIndex(folder, files);
  } catch (error) {
    // A build is the mend for both.
    if (error instanceof IndexCorruptError || error instanceof IndexStaleError) return undefined;
    throw error;
  }
}

/** @returns What to report when there is nothing to do; undefined if there is. */
function unchangedCounts(request: BuildRequest, current: OpenedIndex | undefined): Counts | undefined {
  if (!current || request.force) return undefined;
  if (checkFreshness(current.manifest, { ...request, model: request.model.name })) return undefined;
  const { dimensions } = current.manifest.embedding;
  return { embedded: 0, unchanged: current.papers.length, removed: 0, dimensions };
}

function checkIds(papers: readonly Paper[]): void {
  const seen = new Map<string, Paper>();
  for (const paper of papers) {
    const other = seen.get(paper.id);
    if (other)
      throw new CorpusUnreadableError(
        `“${other.title}” and “${paper.title}” share the id ${paper.id}. Remove one of them from the corpus.`,
      );
    seen.set(paper.id, paper);
  }
}

/** Title and date are enough to tell people what a LangChain retriever over the store found, and to filter by. */
function toDocument({ id, title, published }: Paper, pageContent: string): Document {
  return new Document({ id, pageContent, metadata: { title, ...(published && { published }) } });
}
