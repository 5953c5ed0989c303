import { PassThrough } from "node:stream";
import type { App } from "../../src/app.ts";
import type { Context } from "../../src/cli/context.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import type { Workbench } from "../../src/workbench.ts";
import { scriptApp } from "./cli-app.ts";

export interface CliWorld {
  readonly app?: App;
  /** Replaces methods of the workbench, whose `open` gives {@link CliWorld.app}. */
  readonly workbench?: Partial<Workbench>;
  /** What is piped in; undefined where nothing is, and stdin is a terminal when `isTTY`. */
  readonly stdin?: string;
  /** Whether all three streams are a terminal. Defaults to false. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly color?: boolean;
  readonly debug?: boolean;
  readonly signal?: AbortSignal;
}

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The index folders that workbenches were opened on. */
  readonly indexFolders: readonly (string | undefined)[];
}

/** Runs a command line in memory. */
export async function runInMemory(args: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  const { context, stdout, stderr, indexFolders } = makeContext(world);
  const code = await runCli(args, context);
  return { code, stdout: stdout(), stderr: stderr(), indexFolders };
}

/** A context whose streams are in memory. */
export function makeContext(world: CliWorld = {}): {
  readonly context: Context;
  readonly stdin: PassThrough;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly indexFolders: readonly (string | undefined)[];
} {
  const { isTTY = false, columns = 80, color = false, debug = false, signal } = world;
  const interruption = new AbortController();
  const screen = { isTTY, columns };
  const stdin = Object.assign(new PassThrough(), screen);
  const stdout = Object.assign(new PassThrough(), screen);
  const stderr = Object.assign(new PassThrough(), screen);
  if (!isTTY) stdin.end(world.stdin ?? "");
  const indexFolders: (string | undefined)[] = [];
  const unscripted = (name: string) => (): never => {
    throw new Error(`Unscripted call: Workbench.${name}`);
  };
  return {
    stdin,
    stdout: drain(stdout),
    stderr: drain(stderr),
    indexFolders,
    context: {
      terminal: { stdin, stdout, stderr, color },
      signal: signal ?? interruption.signal,
      interrupt: () => interruption.abort(),
      debug,
      openWorkbench: (folder) => {
        indexFolders.push(folder);
        return Promise.resolve({
          modelName: undefined,
          index: unscripted("index"),
          ablations: unscripted("ablations"),
          judge: unscripted("judge"),
          feedback: unscripted("feedback"),
          run: unscripted("run"),
          open: () => Promise.resolve(world.app ?? scriptApp()),
          ...world.workbench,
        });
      },
    },
  };
}

/** Takes what a stream is given, so that it never fills up. */
function drain(stream: PassThrough): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return () => text + (stream.read() ?? "");
}
