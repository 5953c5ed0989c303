import { errorDetails } from "../domain/describe-error.ts";
import { isQuestionName, isSecretName } from "./log-names.ts";

const MASK = "***";
const ELLIPSIS = "…";

/** A line is for reading: what is deeper, longer or more than this is cut. */
const DEPTH = 6;
const TEXT_LENGTH = 8000;
const VALUES = 500;

export interface CleaningOptions {
  /** Masks secrets in text. */
  readonly mask: (text: string) => string;
  readonly logsQuestions: boolean;
}

/** Makes of one line's fields what may stand in a log: plain, finite, and without secrets or questions. */
export class LogFieldsCleaner {
  readonly #options: CleaningOptions;
  #values = 0;

  constructor(options: CleaningOptions) {
    this.#options = options;
  }

  /** @throws {Error} What a getter or `toJSON` of the fields throws. */
  clean(fields: object): object {
    return this.#cleanEntries(Object.entries(fields), 0);
  }

  #clean(value: unknown, depth: number): unknown {
    this.#values += 1;
    switch (typeof value) {
      case "string":
        return this.#cleanText(value);
      case "bigint":
      case "symbol":
        return this.#cleanText(String(value));
      case "object":
        if (value === null) return null;
        return this.#isFull(depth) ? ELLIPSIS : this.#cleanObject(value, depth + 1);
      case "number":
      case "boolean":
        return value;
      case "function":
      case "undefined":
        return undefined;
    }
  }

  #cleanObject(value: object, depth: number): unknown {
    if (value instanceof Error) return this.#cleanError(value, depth);
    if (hasToJson(value)) return this.#clean(value.toJSON(), depth);
    if (Array.isArray(value) || value instanceof Set) {
      return [...value].slice(0, VALUES).map((item: unknown) => this.#clean(item, depth));
    }
    return this.#cleanEntries(value instanceof Map ? [...value] : Object.entries(value), depth);
  }

  #cleanEntries(entries: readonly (readonly [unknown, unknown])[], depth: number): object {
    const { mask, logsQuestions } = this.#options;
    const cleaned = entries.slice(0, VALUES).map(([key, value]) => {
      const name = String(key);
      const isHidden = isSecretName(name) || (isQuestionName(name) && !logsQuestions);
      return [mask(name), isHidden && value !== undefined ? MASK : this.#clean(value, depth)] as const;
    });
    return Object.fromEntries(cleaned);
  }

  #cleanError(error: Error, depth: number): object {
    return {
      type: error.name,
      message: this.#cleanText(error.message),
      ...this.#cleanEntries(Object.entries(errorDetails(error)), depth),
      ...(error.stack !== undefined && { stack: this.#cleanText(error.stack) }),
      ...(error.cause !== undefined && { cause: this.#clean(error.cause, depth) }),
      ...(error instanceof AggregateError && { errors: this.#clean(error.errors, depth) }),
    };
  }

  #cleanText(text: string): string {
    const masked = this.#options.mask(text);
    return masked.length > TEXT_LENGTH ? `${masked.slice(0, TEXT_LENGTH)}${ELLIPSIS}` : masked;
  }

  #isFull(depth: number): boolean {
    return depth >= DEPTH || this.#values > VALUES;
  }
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}
