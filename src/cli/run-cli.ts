import { CommanderError } from "commander";
import { UsageError } from "../domain/errors.ts";
import type { Context } from "./context.ts";
import { describeFailure } from "./failure.ts";
import { createProgram } from "./program.ts";
import { notify } from "./terminal.ts";

const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/**
 * Runs one command. The one place of the terminal surface that catches: whatever fails is told in words on stderr.
 *
 * @param args What follows `footnote` on the command line.
 * @returns The exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
 */
export async function runCli(args: readonly string[], context: Context): Promise<number> {
  let code: number = EXIT.done;
  try {
    const program = createProgram(context, (verbCode) => (code = verbCode));
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return endParsing(error, context);
    if (!context.signal.aborted) {
      notify(context.terminal, `footnote: ${describeFailure(error, context)}`);
      code = error instanceof UsageError ? EXIT.usage : EXIT.failed;
    }
  }
  return context.signal.aborted ? EXIT.interrupted : code;
}

/** Commander throws for what it has printed (help) and for what it leaves to us to print (wrong usage). */
function endParsing(error: CommanderError, { terminal }: Context): number {
  if (error.exitCode === 0) return EXIT.done;
  if (error.code !== "commander.help") {
    notify(terminal, `footnote: ${error.message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ")}`);
  }
  return EXIT.usage;
}
