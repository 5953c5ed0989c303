import { UsageError } from "../domain/errors.ts";
import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { withProgress } from "./open-app.ts";
import { jsonLine } from "./json-line.ts";
import { renderIndexSummary } from "./render-index-summary.ts";
import { print } from "./terminal.ts";

export interface IndexVerbOptions extends SharedOptions {
  readonly strict?: boolean;
  readonly force?: boolean;
}

/** Builds or renews the index, and tells what every file gave. */
export async function runIndex(
  context: Context,
  paths: readonly string[],
  { strict = false, force = false, json, ...options }: IndexVerbOptions,
): Promise<ExitCode> {
  if (paths.length > 0 && options.corpus) throw new UsageError("Name the sources once: as arguments or with --corpus.");

  const workbench = await context.openWorkbench(options.index);
  const summary = await withProgress(context, (progress) =>
    workbench.index({
      paths: options.corpus ?? paths,
      strict,
      force,
      onProgress: ({ step, done, total }) => progress.update(step, done, total),
      signal: context.signal,
    }),
  );
  await print(context.terminal, json ? jsonLine(summary) : renderIndexSummary(summary));
  return 0;
}
