import type { App } from "../app.ts";
import type { OpenOptions, Workbench } from "../workbench.ts";
import type { AnsweringOptions, Context } from "./context.ts";
import { plainText } from "../domain/plain-text.ts";
import { createProgress, type Progress } from "./progress.ts";
import { notify } from "./terminal.ts";

/**
 * Opens the App on the index and the sources that were asked for. What is built on the way is told on stderr, and later
 * what whoever runs the product must mend.
 */
export async function openApp(context: Context, options: AnsweringOptions): Promise<App> {
  const model = options.model ? "configured" : "none";
  return openAppOn(await context.openWorkbench(options.index), context, { paths: options.corpus ?? [], model });
}

/** {@link openApp} on a workbench that the verb also needs for itself. */
export function openAppOn(
  workbench: Workbench,
  context: Context,
  options: Pick<OpenOptions, "paths" | "model">,
): Promise<App> {
  const { terminal } = context;
  const told = new Set<string>();
  return withProgress(context, (progress) =>
    workbench.open({
      ...options,
      onNotice: (text) => {
        progress.stop();
        notify(terminal, plainText(text));
      },
      onTrouble: (text) => {
        // What fails once fails with every question of a batch.
        if (told.has(text)) return;
        told.add(text);
        // An answer or a progress bar may stand on the line.
        notify(terminal, `${terminal.stderr.isTTY ? "\n" : ""}${plainText(text)}`);
      },
      ...(context.debug && { onLog: (text: string) => notify(terminal, plainText(text)) }),
      onProgress: ({ step, done, total }) => progress.update(step, done, total),
      signal: context.signal,
    }),
  );
}

/** Runs work under a progress bar, which is gone when the work ends, however it ends. */
export async function withProgress<Value>(
  { terminal }: Context,
  work: (progress: Progress) => Promise<Value>,
): Promise<Value> {
  const progress = createProgress(terminal.stderr);
  try {
    return await work(progress);
  } finally {
    progress.stop();
  }
}
