import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { World } from "./compose-world.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** The bot's process, on the invented papers, in a folder of its own unless told another. */
export class BotProcess {
  readonly #child: ChildProcess;
  #said = "";
  readonly #ended: Promise<unknown[]>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}, world = new World()) {
    const { corpus, index, folder } = world;
    this.#child = spawn(process.execPath, [MAIN, ...args], {
      cwd: folder,
      env: { FOOTNOTE_CORPUS: corpus, FOOTNOTE_INDEX: index, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#ended = once(this.#child, "close");
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#said += text;
        this.#child.emit("said");
      });
    }
    onTestFinished(async () => {
      this.#child.kill("SIGKILL");
      await this.#ended;
    });
  }

  get said(): string {
    return this.#said;
  }

  /** Waits until the process has said something. */
  async says(text: string): Promise<void> {
    while (!this.#said.includes(text)) {
      const ended = await Promise.race([once(this.#child, "said").then(() => false), this.#ended.then(() => true)]);
      if (ended && !this.#said.includes(text)) throw new Error(`It ended without saying "${text}": ${this.#said}`);
    }
  }

  /** Ends it without a moment for anything. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }

  terminate(): void {
    this.#child.kill("SIGTERM");
  }

  /** @returns The exit code. */
  async ends(): Promise<unknown> {
    const [code] = await this.#ended;
    return code;
  }
}
