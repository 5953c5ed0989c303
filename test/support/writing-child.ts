import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { expect } from "vitest";

export type WritingChild = ChildProcessByStdio<null, Readable, null>;

/** Starts a process that writes into a folder for so many rounds, and a dot to its output after each. */
export function startWritingChild(script: string, folder: string, rounds: number): WritingChild {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, folder, String(rounds)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/**
 * Kills one process after the other in the middle of its writing, each somewhat later than the one before.
 *
 * @returns How many rounds they told to be kept, together.
 */
export async function killWhileWriting(start: () => WritingChild, kills: number): Promise<number> {
  let told = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = start();
    let dots = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      dots += chunk.length;
      if (dots > 10 * kill) child.kill("SIGKILL");
    });
    await once(child, "close");
    expect(child.signalCode).toBe("SIGKILL");
    told += dots;
  }
  return told;
}
