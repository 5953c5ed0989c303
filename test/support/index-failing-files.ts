import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diskFiles } from "../../src/adapters/files.ts";
import type { FileEntry, Files } from "../../src/domain/ports.ts";

/** When and how storage fails. */
export interface FailurePlan {
  /** Which step fails, counted from 1. A write is several steps, so that it can fail half done. */
  readonly failAt: number;
  readonly failure: Error;
  /** Whether everything after the failure fails too, as after a kill. Else only that step does, as on a full disk. */
  readonly dies: boolean;
}

/** Files on disk that fail at one step, and leave behind what a process would that ended there. */
export class FailingFiles implements Files {
  #steps = 0;
  #dead = false;
  readonly #plan: FailurePlan;

  constructor(plan: FailurePlan) {
    this.#plan = plan;
  }

  /** Whether the planned step was reached. */
  get failed(): boolean {
    return this.#steps >= this.#plan.failAt;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const unfinished = `${path}.tmp`;
    await this.#step(() => writeFile(unfinished, bytes.subarray(0, bytes.length / 2)));
    await this.#step(() => writeFile(unfinished, bytes));
    await this.#step(() => diskFiles.write(path, bytes));
    await this.#step(async () => {});
  }

  async makeFolder(path: string): Promise<void> {
    await this.#step(() => diskFiles.makeFolder(path));
    await this.#step(async () => {});
  }

  async remove(path: string): Promise<void> {
    const [first] = await diskFiles.list(path).catch(() => []);
    await this.#step(async () => {
      if (first) await rm(join(path, first.name), { recursive: true, force: true });
    });
    await this.#step(() => diskFiles.remove(path));
    await this.#step(async () => {});
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return diskFiles.read(path);
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    return diskFiles.list(path);
  }

  async exists(path: string): Promise<boolean> {
    return diskFiles.exists(path);
  }

  async #step(action: () => Promise<void>): Promise<void> {
    this.#steps += 1;
    if (this.#steps === this.#plan.failAt) this.#dead = this.#plan.dies;
    if (this.#dead || this.#steps === this.#plan.failAt) throw this.#plan.failure;
    await action();
  }
}
