import type { App } from "./app.ts";
import type { About } from "./domain/about.ts";
import type { BotStatus, Clock, Logger, Metrics } from "./domain/ports.ts";
import type { FeedbackRecord, Records } from "./domain/records.ts";

/** What the command line may ask of the product beyond a running App: building the index, and evaluation. */
export interface Workbench {
  /** The configured chat model; undefined where none is. */
  readonly modelName: string | undefined;
  /**
   * Builds or renews the index.
   *
   * @throws {FootnoteError} If a source, the embedding model or the index folder fails; the old index then stands.
   */
  index(options: IndexOptions): Promise<IndexSummary>;
  /** Opens the App, and first builds the index where there is none or where a stale one is mended in seconds. */
  open(options: OpenOptions): Promise<App>;
  /** {@link open}, and with it all that a bot needs beside an App. It goes over to each new index by itself. */
  run(options: RunOptions): Promise<RunningProduct>;
  /** The rankers whose scores show what each signal of the search is worth. */
  ablations(): Promise<readonly Ablation[]>;
  /**
   * A judge that asks a language model of the configured chat endpoint. It rejects when the endpoint gives no judgement.
   *
   * @param model By the endpoint's name for it.
   * @throws {FootnoteError} If no endpoint is configured, or the prompt cannot be used.
   */
  judge(model: string, signal?: AbortSignal): Promise<Judge>;
  /**
   * What people thought of answers that the bot gave and still keeps. Papers come back as they are in the index.
   *
   * @returns Oldest first; empty where there is no data folder, which this does not make.
   * @throws {DataUnusableError} If what is kept cannot be read.
   */
  feedback(): Promise<readonly FeedbackRecord[]>;
}

export interface RunOptions extends OpenOptions {
  /** Whether all that people make is to be forgotten when the process ends, whatever the owner lets be kept. */
  readonly forgets: boolean;
}

/** The product as a bot runs it. */
export interface RunningProduct {
  readonly app: App;
  readonly records: Records;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  about(): About;
  /**
   * Serves health and metrics where the owner wants them; does nothing else.
   *
   * @throws {ConfigError} If the port cannot be had.
   */
  serveMetrics(bot: () => Pick<BotStatus, "isReady" | "queued" | "answersUnderWay">): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Tells whether passages prove a statement.
 *
 * @param passages A title with sentences of its paper for each passage, blank lines between passages.
 */
export type Judge = (passages: string, statement: string) => Promise<boolean>;

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
  /** Told in one line of plain text what a model was used for, and what that cost. */
  readonly onLog?: (text: string) => void;
  /** Told in one line of plain text what whoever runs the product must mend: why a model failed. */
  readonly onTrouble?: (text: string) => void;
  /** Told of each request to a model before it is sent. */
  readonly onRequest?: (request: ModelRequest) => void;
  /** How a language model takes part. Defaults to `configured`: if and only if the owner names one. */
  readonly model?: "configured" | "none" | ModelRecording;
}

/** Keeps what a model is asked and answers, or lets it answer from what was kept. */
export interface ModelRecording {
  /**
   * Answers a request instead of the endpoint.
   *
   * @returns Undefined where nothing was kept for the request: the endpoint is asked then, if there is one.
   */
  readonly replay?: (request: ModelRequest) => string | undefined;
  /** Told of each request with its completion, replayed or not; null where nobody gave one. */
  readonly onRequest?: (request: ModelRequest, completion: string | null) => void;
}

/** What a model is asked. The same question on the same index gives the same request in a recording. */
export interface ModelRequest {
  /** Names the request: the question's id, a slash, the prompt's name. */
  readonly id: string;
  readonly messages: readonly { readonly role: "system" | "user" | "assistant"; readonly content: string }[];
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
