import type { Answer, PartialAnswer } from "../domain/answer.ts";
import { renderAnswer, renderUnderWay } from "./render-answer.ts";
import { print, type Terminal } from "./terminal.ts";

/**
 * Prints an answer for people while it comes: what is proved at once, then the rest with note and footnotes.
 *
 * @param answering Makes the answer, and tells each time when more of it is proved.
 */
export async function printAnswer(
  terminal: Terminal,
  answering: (onPartial: (partial: PartialAnswer) => void) => Promise<Answer>,
): Promise<Answer> {
  let shown = "";
  const answer = await answering(({ text }) => {
    const settled = renderUnderWay(text, terminal);
    terminal.stdout.write(settled.slice(shown.length));
    shown = settled;
  });
  await print(terminal, renderAnswer(answer, terminal).slice(shown.length));
  return answer;
}
