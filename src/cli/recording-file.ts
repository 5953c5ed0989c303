import { closeSync, fstatSync, openSync, writeSync } from "node:fs";
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
   * @param file A new one, or one that is empty.
   * @throws {InputError} If something is in it already, or it cannot be written.
   */
  constructor(file: string) {
    try {
      this.#descriptor = openSync(file, "a");
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
      throw new InputError(`Cannot write ${file}: ${REASONS[code] ?? String(cause)}.`, { cause });
    }
    if (fstatSync(this.#descriptor).size === 0) return;
    closeSync(this.#descriptor);
    throw new InputError(`Cannot record to ${file}: something is in it already. Name a new file, or move it away.`);
  }

  add(request: Required<RecordedRequest>): void {
    writeSync(this.#descriptor, `${JSON.stringify(request)}\n`);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}
