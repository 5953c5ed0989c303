import type { App } from "../app.ts";
import type { Workbench } from "../workbench.ts";
import type { Context, SharedOptions } from "./context.ts";
import { plainText } from "./plain-text.ts";
import { createProgress, type Progress } from "./progress.ts";
import { notify } from "./terminal.ts";

/** Opens the App on the index and the sources that were asked for. What is built on the way is told on stderr. */
export async function openApp(context: Context, options: SharedOptions): Promise<App> {
  return openAppOn(await context.openWorkbench(options.index), context, options);
}

/** {@link openApp} on a workbench that the verb also needs for itself. */
export function openAppOn(workbench: Workbench, context: Context, options: SharedOptions): Promise<App> {
  return withProgress(context, (progress) =>
    workbench.open({
      paths: options.corpus ?? [],
      onNotice: (text) => {
        progress.stop();
        notify(context.terminal, plainText(text));
      },
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
