import pino from "pino";
import { createMask } from "../domain/create-mask.ts";
import type { LogFields, Logger } from "../domain/ports.ts";
import { type CleaningOptions, LogFieldsCleaner } from "./log-fields.ts";

/** Standard error. */
const STDERR = 2;
/** What is kept, in bytes, while nothing can be written, as on a full disk. */
const BACKLOG = 1_000_000;

export interface LoggerOptions {
  /** Keys and tokens of the configuration: they are masked wherever they stand. */
  readonly secrets: readonly string[];
  /** Whether fields named `question` are told. */
  readonly logsQuestions: boolean;
  /** The least that is told. Defaults to `info`. */
  readonly level?: "info" | "warn" | "error";
  /** Takes each line, with its end. Defaults to standard error. */
  readonly write?: (line: string) => void;
}

/**
 * A logger of JSON lines: `level`, `time`, the fields, and `msg`. Each line is written before the call returns, so that
 * none is lost when the process ends. A log that cannot be written fails nobody.
 */
export function createLogger({ secrets, logsQuestions, level = "info", write }: LoggerOptions): Logger {
  const mask = createMask(secrets);
  const lines = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Errors come clean.
      serializers: { err: (error: unknown) => error },
    },
    write ? { write } : openStderr(),
  );
  const log = (severity: "info" | "warn" | "error", fields: LogFields, message: string): void => {
    lines[severity](tryCleaning(fields, { mask, logsQuestions }), mask(message));
  };
  return {
    info: (fields, message) => log("info", fields, message),
    warn: (fields, message) => log("warn", fields, message),
    error: (fields, message) => log("error", fields, message),
  };
}

function openStderr(): pino.DestinationStream {
  const stderr = pino.destination({ dest: STDERR, sync: true, maxLength: BACKLOG });
  // An event nobody hears would end the bot, for a log's sake.
  stderr.on("error", () => {});
  return stderr;
}

/** Somebody's getter or `toJSON` may throw. */
function tryCleaning(fields: LogFields, options: CleaningOptions): object {
  try {
    return new LogFieldsCleaner(options).clean(fields);
  } catch {
    return { unreadable: Object.keys(fields) };
  }
}
