import type { Paper } from "../domain/paper.ts";
import type { Expectation } from "./check-freshness.ts";
import type { Artifact, EmbeddingModel } from "./embedding-model.ts";

/** What to build, from what, and how. */
export interface BuildRequest extends Omit<Expectation, "model"> {
  /** The folder of the index. Made if it is not there. */
  readonly folder: string;
  /** In corpus order, each id once. May be empty. */
  readonly papers: readonly Paper[];
  readonly model: EmbeddingModel;
  /** The text whose vector stands for a paper. */
  readonly embeddedText: (paper: Paper) => string;
  /** Makes the artifacts that do not belong to the embedding, such as the postings of a word search. */
  readonly companions?: (papers: readonly Paper[]) => readonly Artifact[];
  /** Embed every paper anew, also where nothing changed. Defaults to false. */
  readonly force?: boolean;
  /** Once aborted, the build rejects with the signal's reason and the old index stays as it is. */
  readonly signal?: AbortSignal;
  /** How long to wait for another build to end, in milliseconds. Defaults to 0: not at all. */
  readonly waitMs?: number;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** How far a build has come. */
export interface BuildProgress {
  readonly step: "embedding" | "writing";
  /** Papers done, from 0 to `total`. */
  readonly done: number;
  readonly total: number;
}
