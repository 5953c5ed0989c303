import { spawn } from "node:child_process";
import { Readable, type Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Where the processes of a benchmark run, and what ends them early. */
export interface Workplace {
  /** A temporary folder without an `.env`, so that nobody's settings distort a figure. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface ProcessOptions {
  /** Beside the environment of this process, of which no setting of Footnote or Node is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Also measure the memory, which costs a little time. @default false */
  readonly memory?: boolean;
}

/** One process, from its start to the end of its output. */
export interface ProcessRun {
  readonly ms: number;
  readonly stdout: string;
  /** The most memory that it ever held, in MB; NaN where that was not asked. */
  readonly peakMb: number;
}

/**
 * Runs Node to its end.
 *
 * @throws {Error} If it fails, with what it wrote to stderr; or when the workplace closes.
 */
export async function runNode(
  args: readonly string[],
  { folder, signal }: Workplace,
  { env = {}, memory = false }: ProcessOptions = {},
): Promise<ProcessRun> {
  signal.throwIfAborted();
  const preload = memory ? ["--import", new URL("report-memory.ts", import.meta.url).href] : [];
  const start = performance.now();
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd: folder,
    env: { ...neutralEnvironment(), ...env },
    signal,
    stdio: ["ignore", "pipe", "pipe", memory ? "pipe" : "ignore"],
  });
  let failure: Error | undefined;
  child.once("error", (error) => (failure = error));
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, peak] = await Promise.all([child.stdout, child.stderr, child.stdio[3]].map(readAll));
  const code = await closed;
  const ms = performance.now() - start;
  if (failure !== undefined) throw failure;
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${String(code)}:\n${stderr}`);
  return { ms, stdout: stdout ?? "", peakMb: memory ? Number(peak) : Number.NaN };
}

async function readAll(stream: Readable | Writable | null | undefined): Promise<string> {
  return stream instanceof Readable ? text(stream) : "";
}

/** The path of a file of the project, from its place relative to this folder. */
export function projectPath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function neutralEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(?:FOOTNOTE|NODE)_/.test(key)));
}
