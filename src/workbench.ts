import type { App } from "./app.ts";

/** What the command line may ask of the product beyond a running App: building the index, and evaluation. */
export interface Workbench {
  /**
   * Builds or renews the index.
   *
   * @throws {FootnoteError} If a source, the embedding model or the index folder fails; the old index then stands.
   */
  index(options: IndexOptions): Promise<IndexSummary>;
  /** Opens the App, and first builds the index where there is none or where a stale one is mended in seconds. */
  open(options: OpenOptions): Promise<App>;
  /** The rankers whose scores show what each signal of the search is worth. */
  ablations(): Promise<readonly Ablation[]>;
}

/** What every verb that touches the index may say. */
export interface SourceOptions {
  /** Files and folders named by the caller. Empty: those that the index remembers, else the configured corpus. */
  readonly paths: readonly string[];
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly signal?: AbortSignal;
}

export interface IndexOptions extends SourceOptions {
  /** Fail at the first entry that has a problem, instead of leaving it out and telling. */
  readonly strict: boolean;
  /** Embed every paper anew, also where nothing changed. */
  readonly force: boolean;
}

export interface OpenOptions extends SourceOptions {
  /** Told in one line of plain text what was done unasked, such as building the index. */
  readonly onNotice?: (text: string) => void;
}

/** How far a build has come. */
export interface IndexProgress {
  readonly step: "reading" | "embedding" | "writing";
  /** Units done, from 0 to `total`: files when reading, papers else. */
  readonly done: number;
  readonly total: number;
}

/** An entry of a source that could not be taken in. */
export interface SourceProblem {
  /** Where in the file, for people: `line 12`. */
  readonly place: string;
  readonly reason: string;
}

/** What one file of the corpus gave. */
export interface SourceSummary {
  readonly file: string;
  readonly entries: number;
  readonly problems: readonly SourceProblem[];
}

/** What a build of the index did. */
export interface IndexSummary {
  readonly files: readonly SourceSummary[];
  /** Every entry of every file. */
  readonly entries: number;
  /** The different papers among the entries. */
  readonly papers: number;
  /** Papers with a known date. */
  readonly dated: number;
  /** Papers with a known number of authors. */
  readonly withAuthorCount: number;
  /** Papers embedded in this build. */
  readonly embedded: number;
  /** Papers taken over from the index before. */
  readonly unchanged: number;
  /** Papers that the index before had and this one has not. */
  readonly removed: number;
  /** The embedding model. */
  readonly model: string;
  readonly seconds: number;
}

/** One way to rank, for comparison. */
export interface Ablation {
  readonly name: string;
  /** @returns Corpus titles, best first. */
  rank(question: string): Promise<readonly string[]>;
}
