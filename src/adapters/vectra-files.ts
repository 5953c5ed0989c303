import { dirname, join } from "node:path";
import type { FileDetails, FileStorage, ListFilesFilter } from "vectra/browser";
import type { Files } from "../domain/ports.ts";

/** Vectra's storage over ours: a save that Vectra's own storage does in place, and loses when killed, is atomic here. */
export class VectraFiles implements FileStorage {
  readonly #files: Files;
  /** Vectra tells of a failed step by its text alone, or not at all; the error itself stays here for the caller. */
  failure: unknown;

  constructor(files: Files) {
    this.#files = files;
  }

  upsertFile(path: string, content: Buffer | string): Promise<void> {
    return this.#keepFailure(this.#files.write(path, Buffer.from(content)));
  }

  async createFile(path: string, content: Buffer | string): Promise<void> {
    if (await this.#files.exists(path)) throw new Error(`${path} already exists`);
    await this.upsertFile(path, content);
  }

  createFolder(path: string): Promise<void> {
    return this.#keepFailure(this.#files.makeFolder(path));
  }

  deleteFile(path: string): Promise<void> {
    return this.#keepFailure(this.#files.remove(path));
  }

  deleteFolder(path: string): Promise<void> {
    return this.#keepFailure(this.#files.remove(path));
  }

  async getDetails(path: string): Promise<FileDetails> {
    const details = (await this.listFiles(dirname(path))).find((entry) => entry.path === join(path));
    if (!details) throw new Error(`${path} does not exist`);
    return details;
  }

  async listFiles(folder: string, filter: ListFilesFilter = "all"): Promise<FileDetails[]> {
    const entries = await this.#files.list(folder);
    return entries
      .filter(({ isFolder }) => filter === "all" || isFolder === (filter === "folders"))
      .map(({ name, isFolder }) => ({ name, path: join(folder, name), isFolder }));
  }

  pathExists(path: string): Promise<boolean> {
    return this.#files.exists(path);
  }

  async readFile(path: string): Promise<Buffer> {
    const bytes = await this.#files.read(path);
    if (!bytes) throw new Error(`${path} does not exist`);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  async #keepFailure(step: Promise<void>): Promise<void> {
    try {
      await step;
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }
}
