import type { Answer, PartialAnswer } from "../domain/answer.ts";
import { renderAnswer, renderUnderWay } from "./render-answer.ts";
import { print, textWidth, type Terminal } from "./terminal.ts";

/**
 * Prints an answer for people while it comes: what is proved at once, then the rest with note and footnotes.
 *
 * @param answering Makes the answer, and tells each time when more of it is proved.
 */
export async function printAnswer(
  terminal: Terminal,
  answering: (onPartial: (partial: PartialAnswer) => void) => Promise<Answer>,
): Promise<Answer> {
  // What is on the screen stays as it was wrapped, though somebody resizes the terminal.
  const width = textWidth(terminal);
  let shown = "";
  const answer = await answering(({ text }) => {
    const settled = renderUnderWay(text, terminal, width);
    terminal.stdout.write(settled.slice(shown.length));
    shown = settled;
  });
  const whole = renderAnswer(answer, terminal, width);
  // What was taken back stays on the screen, and the answer stands below it.
  await print(terminal, whole.startsWith(shown) ? whole.slice(shown.length) : `\n\n${whole}`);
  return answer;
}
