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
  | ChatErrorCode
  | "prompt/invalid"
  | "data/unusable"
  | "discord/lost";

/**
 * Why a chat model gave no answer.
 * - `chat/unreachable`: no connection, or it was cut.
 * - `chat/timed-out`: no first token, or no end, in time.
 * - `chat/rate-limited`: too many requests, also for the patience of a person.
 * - `chat/refused`: the endpoint does not take the key, the model or the request.
 * - `chat/out-of-quota`: the key's account is used up.
 * - `chat/malformed`: an answer that is none: broken JSON, nothing, or tool calls.
 * - `chat/busy`: as many requests under way as the owner allows, and none of them ended in time.
 * - `chat/resting`: it failed too often just now, and is left alone for a while.
 * - `chat/over-budget`: the owner's limit for the day is reached.
 */
export type ChatErrorCode =
  | "chat/unreachable"
  | "chat/timed-out"
  | "chat/rate-limited"
  | "chat/refused"
  | "chat/out-of-quota"
  | "chat/malformed"
  | "chat/busy"
  | "chat/resting"
  | "chat/over-budget";

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

/** The chat model gave no answer. The message is the owner's: it names the endpoint and the mend, and never the key. */
export class ChatError extends FootnoteError {
  override readonly code: ChatErrorCode;
  override readonly retryable: boolean;

  constructor(code: ChatErrorCode, message: string, options?: ErrorOptions & { readonly retryable?: boolean }) {
    super(message, options);
    this.code = code;
    this.retryable = options?.retryable ?? false;
  }
}

/** A prompt file is missing, or is not what its renderer needs. */
export class PromptError extends FootnoteError {
  override readonly code = "prompt/invalid";
}

/** The folder or file of what people made cannot be used. */
export class DataUnusableError extends FootnoteError {
  override readonly code = "data/unusable";
}

/** Discord cannot be reached, does not let the bot in, or has ended its connection for good. */
export class DiscordLostError extends FootnoteError {
  override readonly code = "discord/lost";
}
