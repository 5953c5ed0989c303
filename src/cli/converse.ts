import { createInterface } from "node:readline";
import type { App } from "../app.ts";
import type { Answer } from "../domain/answer.ts";
import { continueHistory } from "../domain/conversation.ts";
import type { Turn } from "../domain/question.ts";
import { SOURCE_LABELS } from "../domain/source-labels.ts";
import type { Context } from "./context.ts";
import { describeFailure } from "./failure.ts";
import { createInk } from "./ink.ts";
import { MutedOutput } from "./muted-output.ts";
import { plainLine } from "../domain/plain-text.ts";
import { printAnswer } from "./print-answer.ts";
import { notify, print, textWidth, type Terminal } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

/** What people type to leave, besides Ctrl-D. */
const LEAVING: ReadonlySet<string> = new Set(["/quit", "/exit", "quit", "exit", "bye", ":q"]);

const GREETING = "Ask about the papers. /sources shows what the last answer rests on; /help, /quit.";

const HELP = `Ask in your own words; a follow-up ("and how much faster is it?") looks back to what was said.
/sources  the sentences behind each footnote of the last answer
/help     this help
/quit     leave (so does Ctrl-D)
Ctrl-C stops an answer under way, and leaves where there is none.`;

/** Talks with a person on a terminal until they leave. A question that fails ends only itself. */
export async function converse(context: Context, app: App): Promise<void> {
  const { terminal, signal } = context;
  await print(terminal, createInk(terminal.color).dim(GREETING));

  const { stdin: input, stdout } = terminal;
  // Readline draws its prompt at each key and each change of the terminal's size: not into an answer.
  const output = new MutedOutput(stdout);
  const lines = createInterface({ input, output, terminal: true, prompt: "› ", signal });
  let isOpen = true;
  lines.on("close", () => {
    isOpen = false;
    output.destroy();
    // The shell's prompt goes on a line of its own.
    stdout.write("\n");
  });
  let underWay: AbortController | undefined;
  // On a terminal that reads keys, Ctrl-C is a key that only readline sees.
  lines.on("SIGINT", () => {
    if (!underWay || underWay.signal.aborted) context.interrupt();
    underWay?.abort();
  });

  let history: readonly Turn[] = [];
  let last: Answer | undefined;
  lines.prompt();
  for await (const line of lines) {
    const said = line.trim();
    if (LEAVING.has(said.toLowerCase()) || signal.aborted) break;
    if (said === "/help") await print(terminal, HELP);
    else if (said === "/sources") await print(terminal, renderSources(last, terminal));
    else if (said.startsWith("/")) await print(terminal, `There is no ${plainLine(said)}.\n${HELP}`);
    else if (said !== "") {
      const stop = new AbortController();
      underWay = stop;
      output.isMuted = true;
      const stopped = AbortSignal.any([signal, stop.signal]);
      try {
        await print(terminal, "");
        last = await printAnswer(terminal, (onPartial) =>
          app.ask({ text: said, history }, { signal: stopped, onPartial }),
        );
        history = continueHistory(history, said, last);
        await print(terminal, "");
      } catch (error) {
        notify(terminal, stopped.aborted ? "Stopped." : describeFailure(error, context));
        // "And how fast is it?" goes on from what was asked, and not from the answer before.
        if (stopped.aborted) history = [...history, { role: "user", text: said }, { role: "assistant", text: "" }];
      }
      output.isMuted = false;
      underWay = undefined;
    }
    // Somebody may have left while the answer was under way, or have gone on typing.
    if (isOpen) lines.prompt(true);
  }
  lines.close();
}

/** The evidence of an answer, sentence by sentence under its footnotes. */
function renderSources(answer: Answer | undefined, terminal: Terminal): string {
  if (!answer || answer.citations.length === 0) return "The last answer has no footnotes.";
  const width = textWidth(terminal);
  const ink = createInk(terminal.color);
  return answer.citations
    .map(({ number, paper, evidence }) =>
      [
        ink.bold(`[${number}] ${plainLine(paper.displayTitle)}`),
        ...evidence.map(({ sentence, source }) =>
          wrapText(`- ${plainLine(sentence)} (${SOURCE_LABELS[source]})`, width, "    "),
        ),
      ].join("\n"),
    )
    .join("\n\n");
}
