import "./require-node.js";
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import type { Context } from "./cli/context.ts";
import { describeFailure } from "./cli/failure.ts";
import { runCli } from "./cli/run-cli.ts";
import { notify } from "./cli/terminal.ts";

/** How long a command may tidy up after Ctrl-C, in milliseconds. */
const GRACE_MS = 1000;

// Most of a question's wait is the compilation of modules, the same ones each time.
enableCompileCache();
loadEnvFile();
const { env, stderr, stdin, stdout } = process;
const interruption = new AbortController();
const context: Context = {
  terminal: { stdin, stdout, stderr, color: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb" },
  signal: interruption.signal,
  interrupt,
  debug: env["FOOTNOTE_DEBUG"] === "1",
  async openWorkbench(indexFolder) {
    const { readConfig } = await import("./config.ts");
    const config = readConfig(indexFolder === undefined ? env : { ...env, FOOTNOTE_INDEX: indexFolder });
    const { compose } = await import("./compose.ts");
    return compose(config);
  },
};

process.on("SIGINT", interrupt);
// Whoever reads the results has seen enough: `footnote search … | head`.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  notify(context.terminal, `footnote: Cannot write the results: ${error.code ?? error.message}.`);
  process.exit(1);
});
process.on("uncaughtException", (error) => {
  notify(context.terminal, `footnote: ${describeFailure(error, context)}`);
  process.exit(1);
});

process.exitCode = await runCli(process.argv.slice(2), context);

/** Lets the command tidy up, and ends it for certain soon after; at once, when the person insists. */
function interrupt(): void {
  if (interruption.signal.aborted) process.exit(130);
  interruption.abort();
  setTimeout(() => process.exit(130), GRACE_MS).unref();
}

/** Takes in the `.env` of the folder that the command runs in, if there is one. The environment goes before it. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!existsSync(".env")) return;
    process.stderr.write(`footnote: Cannot read .env: ${String(error)}\n`);
    process.exit(1);
  }
}
