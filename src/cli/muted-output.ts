import { Writable } from "node:stream";
import type { Terminal } from "./terminal.ts";

/** A terminal's output that can be muted: what is written meanwhile is dropped. It is always as wide as the terminal. */
export class MutedOutput extends Writable {
  isMuted = false;
  readonly #output: Terminal["stdout"];

  constructor(output: Terminal["stdout"]) {
    super({ decodeStrings: false });
    this.#output = output;
    output.on("resize", this.#resize);
  }

  get columns(): number | undefined {
    return this.#output.columns;
  }

  override _write(chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    if (!this.isMuted) this.#output.write(chunk);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#output.off("resize", this.#resize);
    done(error);
  }

  readonly #resize = (): void => {
    this.emit("resize");
  };
}
