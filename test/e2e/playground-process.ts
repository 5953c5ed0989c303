import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export interface PlaygroundProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts what `npm run playground` starts, on the shipped corpus with an index of its own. */
export async function spawnPlayground(): Promise<PlaygroundProcess> {
  const index = await mkdtemp(join(tmpdir(), "footnote-e2e-"));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/main.ts", "--playground"], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], FOOTNOTE_INDEX: index },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "close");
  const url = await Promise.race([addressIn(child.stdout), ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`The playground did not start.\n${errors}`);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await rm(index, { recursive: true });
    },
  };
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  return undefined;
}
