import { text } from "node:stream/consumers";
import { UsageError } from "../domain/errors.ts";
import { answerOnce } from "./answer-once.ts";
import type { AnsweringOptions, Context, ExitCode } from "./context.ts";
import { openApp } from "./open-app.ts";

/**
 * Answers one question: the argument, else what is piped in. With neither, on a terminal, opens a conversation.
 *
 * @throws {UsageError} If there is no question and nobody to talk to.
 */
export async function runAsk(
  context: Context,
  question: string | undefined,
  options: AnsweringOptions,
): Promise<ExitCode> {
  const { terminal } = context;
  if (question === undefined && terminal.stdin.isTTY && terminal.stdout.isTTY && !options.json) {
    const { converse } = await import("./converse.ts");
    await converse(context, await openApp(context, options));
    return 0;
  }

  const asked = question ?? (await readPipedQuestion(context));
  return answerOnce(context, options, (app, answerOptions) => app.ask({ text: asked, history: [] }, answerOptions));
}

async function readPipedQuestion({ terminal: { stdin } }: Context): Promise<string> {
  const piped = stdin.isTTY ? "" : (await text(stdin)).trim();
  if (piped === "") {
    throw new UsageError(
      'There is no question. Give one (footnote ask "…"), before --corpus or after --, or pipe one in; ' +
        "on a terminal, footnote ask alone opens a conversation.",
    );
  }
  return piped;
}
