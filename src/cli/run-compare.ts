import { UsageError } from "../domain/errors.ts";
import { answerOnce } from "./answer-once.ts";
import type { AnsweringOptions, Context, ExitCode } from "./context.ts";

/**
 * Puts papers side by side.
 *
 * @throws {UsageError} Unless there are two to four titles.
 */
export async function runCompare(
  context: Context,
  titles: readonly string[],
  options: AnsweringOptions,
): Promise<ExitCode> {
  if (titles.length < 2 || titles.length > 4) {
    throw new UsageError(
      `Cannot compare ${titles.length === 1 ? "one paper" : `${titles.length} papers`}: name two to four, each title ` +
        'in quotes (footnote compare "…" "…"), before --corpus or after --.',
    );
  }
  return answerOnce(context, options, (app, answerOptions) => app.compare(titles, answerOptions));
}
