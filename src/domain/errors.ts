/** Every code that a {@link FootnoteError} may carry: `<room>/<condition>`. */
export type ErrorCode =
  | "usage/invalid"
  | "config/invalid"
  | "corpus/unreadable"
  | "index/stale"
  | "index/corrupt"
  | "index/locked"
  | "index/unwritable"
  | "embedding/failed"
  | "discord/lost";

/**
 * A failure that the product knows. Its message is fit for people: what could not be done, on what, why, and the mend.
 * Anything that is not a FootnoteError is a bug, and its text is never shown.
 */
export abstract class FootnoteError extends Error {
  abstract readonly code: ErrorCode;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean = false;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }

  /** The sentence that a person is shown. */
  get userMessage(): string {
    return this.message;
  }
}

/** A command was called in a way that it does not understand. */
export class UsageError extends FootnoteError {
  override readonly code = "usage/invalid";
}

/** The configuration is wrong; the message lists every problem with its mend. */
export class ConfigError extends FootnoteError {
  override readonly code = "config/invalid";
}

/** A source of the corpus cannot be read, or `--strict` met a problem. */
export class CorpusUnreadableError extends FootnoteError {
  override readonly code = "corpus/unreadable";
}

/** The index was built from other sources, with another model or another recipe. */
export class IndexStaleError extends FootnoteError {
  override readonly code = "index/stale";
}

/** A file of the index is missing, truncated or edited. */
export class IndexCorruptError extends FootnoteError {
  override readonly code = "index/corrupt";
}

/** Another process is writing the index. */
export class IndexLockedError extends FootnoteError {
  override readonly code = "index/locked";
  override readonly retryable = true;
}

/** Storage refused to take the index (read-only, full). The old index is untouched. */
export class IndexUnwritableError extends FootnoteError {
  override readonly code = "index/unwritable";
}

/** The embedding endpoint failed or answered with something that is no embedding. */
export class EmbeddingError extends FootnoteError {
  override readonly code = "embedding/failed";
}

/** Discord cannot be reached, does not let the bot in, or has ended its connection for good. */
export class DiscordLostError extends FootnoteError {
  override readonly code = "discord/lost";
}
