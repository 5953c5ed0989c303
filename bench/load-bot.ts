import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { LoadedDiscord } from "./loaded-discord.ts";
import { projectPath } from "./node-process.ts";

/** The bot, in a process of its own. */
export interface LoadedBot {
  /** Its resident set, in MB, as its own metrics tell. */
  memoryMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `src/main.ts` on a Discord of ours, with the shipped corpus, and waits until it is ready. */
export async function startLoadedBot(folder: string, discord: LoadedDiscord): Promise<LoadedBot> {
  const metricsPort = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", projectPath("../src/main.ts")], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      FOOTNOTE_CORPUS: projectPath("../corpus"),
      FOOTNOTE_INDEX: join(folder, "index"),
      FOOTNOTE_METRICS_PORT: `${metricsPort}`,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ready = Promise.withResolvers<void>();
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    said.push(line);
    if (line.includes("is on Discord")) ready.resolve();
  });
  child.once("exit", (code) => ready.reject(new Error(`The bot ended with ${code}:\n${said.slice(-20).join("\n")}`)));
  await ready.promise;
  return {
    async memoryMb() {
      const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
      const [, bytes] = /^process_resident_memory_bytes (\S+)/m.exec(await response.text()) ?? [];
      return Number(bytes) / 2 ** 20;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
