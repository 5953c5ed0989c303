import { text } from "node:stream/consumers";
import { UsageError } from "../domain/errors.ts";
import { tracedAnswerRow } from "./answer-row.ts";
import type { Context, ExitCode, SharedOptions } from "./context.ts";
import { openApp } from "./open-app.ts";
import { jsonLine } from "./plain-text.ts";
import { renderAnswer } from "./render-answer.ts";
import { print } from "./terminal.ts";

/**
 * Answers one question: the argument, else what is piped in. With neither, on a terminal, opens a conversation.
 *
 * @throws {UsageError} If there is no question and nobody to talk to.
 */
export async function runAsk(
  context: Context,
  question: string | undefined,
  options: SharedOptions,
): Promise<ExitCode> {
  const { terminal } = context;
  if (question === undefined && terminal.stdin.isTTY && terminal.stdout.isTTY && !options.json) {
    const { converse } = await import("./converse.ts");
    await converse(context, await openApp(context, options));
    return 0;
  }

  const asked = question ?? (await readPipedQuestion(context));
  const app = await openApp(context, options);
  const start = performance.now();
  const answer = await app.ask({ text: asked, history: [] });
  const ms = performance.now() - start;
  await print(terminal, options.json ? jsonLine(tracedAnswerRow(answer, ms)) : renderAnswer(answer, terminal));
  return 0;
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
