import { createRequire } from "node:module";
import type * as CliProgress from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** Shows how far a long work has come. */
export interface Progress {
  /** @param done From 0 to `total`. */
  update(step: string, done: number, total: number): void;
  /** Takes the bar away; the next update brings it back. */
  stop(): void;
}

/** @returns A bar on a terminal, silence elsewhere. */
export function createProgress(stream: Terminal["stderr"]): Progress {
  if (!stream.isTTY) return { update() {}, stop() {} };
  let bar: CliProgress.SingleBar | undefined;
  return {
    update(step, done, total) {
      if (!bar) {
        bar = createBar(stream);
        bar.start(total, done, { step });
      }
      bar.setTotal(total);
      bar.update(done, { step });
    },
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}

function createBar(stream: Terminal["stderr"]): CliProgress.SingleBar {
  // Loaded with the first step of a long work, not with every command: that would cost each of them 8 ms.
  const progress = createRequire(import.meta.url)("cli-progress") as typeof CliProgress;
  return new progress.SingleBar({
    stream,
    format: "{step} {bar} {value}/{total}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 32,
    clearOnComplete: true,
    // It would answer SIGTERM by stopping the bar, and nothing else.
    gracefulExit: false,
  });
}
