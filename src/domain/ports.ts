import type { AnswerEvent } from "./answer-event.ts";

/** One entry of a folder. */
export interface FileEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Storage as the index sees it: few steps, each of which either happens whole or not at all, so that a test can put a
 * failure or a kill between any two. Paths are absolute or relative to the working directory.
 */
export interface Files {
  /**
   * @returns The bytes of a file, or undefined if there is no such file.
   * @throws {IndexCorruptError} If the file is there and cannot be read.
   */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * Creates or replaces a file in one step that outlives a power cut: whoever reads finds the old bytes or the new ones.
   * The folder must exist.
   *
   * @throws {IndexUnwritableError} If storage refuses. The old bytes are then still there.
   */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Creates a folder and its parents, durably. Nothing happens if it is there.
   *
   * @throws {IndexUnwritableError} If storage refuses.
   */
  makeFolder(path: string): Promise<void>;
  /** @returns The entries of a folder, sorted by name; empty if there is no such folder. */
  list(path: string): Promise<readonly FileEntry[]>;
  /** Whether a file or folder is there. */
  exists(path: string): Promise<boolean>;
  /**
   * Removes a file or a folder with everything in it. Nothing happens if it is not there.
   *
   * @throws {IndexUnwritableError} If storage refuses.
   */
  remove(path: string): Promise<void>;
}

/** How a caller waits for a lock that another holds. */
export interface LockPatience {
  /** How long to wait for the holder, in milliseconds. Defaults to 0: not at all. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
}

/** Lets one process at a time write an index. Readers need no lock. */
export interface BuildLock {
  /**
   * Runs `work` as the only writer of a folder. The system gives the lock back when its holder dies.
   *
   * @param folder The folder of the index. It must exist.
   * @returns What `work` returns.
   * @throws {IndexLockedError} If another holds the lock, and still does after `waitMs`.
   * @throws {IndexUnwritableError} If the lock file cannot be made.
   */
  hold<Result>(folder: string, work: () => Promise<Result>, patience?: LockPatience): Promise<Result>;
}

/** Time, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Waits. Rejects with the signal's reason once it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What a chat model is told beside the messages, as LangChain call options. */
export interface ChatRequest {
  /** Tokens that it may write. */
  readonly maxTokens?: number;
  /** Names the request in recordings: the answer's id, a slash, the prompt's name. */
  readonly requestId?: string;
}

/** What a chat model tells of itself in the `response_metadata` of its last chunk, beside `usage_metadata`. */
export interface ChatReport {
  /** The model, as the endpoint calls it. */
  readonly model_name: string;
  /** `stop`, `length` where the limit of tokens cut it off, or what else the endpoint says. */
  readonly finish_reason: string;
  /** Whether the tokens of `usage_metadata` are guessed from the length of the text. */
  readonly is_estimated: boolean;
  /** US dollars, where prices are known. */
  readonly cost?: number;
}

/** Money spent on a model, by day (UTC). */
export interface Spending {
  /** US dollars spent today. */
  today(): number;
  add(dollars: number): void;
}

/** Answers by a key that says all that they depend on. Forgets the oldest where it is full. */
export interface AnswerCache {
  /** @returns The text that was kept under the key; undefined if there is none, or it is too old. */
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** What a line of the log says beside its message. Values may be of any kind; an error is told with its stack. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where whoever runs the product learns what goes on: one call, one line. Secrets are masked wherever they stand. */
export interface Logger {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  /** @param fields `err` holds what failed. */
  error(fields: LogFields, message: string): void;
}

/** What is counted for whoever runs the bot. Never throws. */
export interface Metrics {
  /** Counts an answer, and one that failed as well. */
  countAnswer(event: AnswerEvent): void;
  /** Counts what somebody thought of an answer. */
  countFeedback(isGood: boolean): void;
  /** @param ms From hearing of somebody's wish to telling Discord that it was heard, in milliseconds. */
  timeAcknowledgement(ms: number): void;
}

/** How the bot is at this moment. */
export interface BotStatus {
  /** Whether it hears what people say. */
  readonly isReady: boolean;
  /** Questions that wait for their turn. */
  readonly queued: number;
  readonly answersUnderWay: number;
  readonly papers: number;
  /** ISO instant, UTC. */
  readonly indexBuiltAt: string;
}
