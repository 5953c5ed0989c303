import { closeSync, openSync, writeSync } from "node:fs";
import type { RecordedRequest } from "../evaluation/recording.ts";
import { InputError } from "./failure.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EISDIR: "it is a folder",
  ENOENT: "there is no such folder",
};

/** A file that takes one line of JSON a request, each of them at once: a run that is cut off has cost no request twice. */
export class RecordingFile implements Disposable {
  readonly #descriptor: number;

  /**
   * Begins the file anew.
   *
   * @throws {InputError} If it cannot be written.
   */
  constructor(file: string) {
    try {
      this.#descriptor = openSync(file, "w");
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
      throw new InputError(`Cannot write ${file}: ${REASONS[code] ?? String(cause)}.`, { cause });
    }
  }

  add(request: Required<RecordedRequest>): void {
    writeSync(this.#descriptor, `${JSON.stringify(request)}\n`);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}
