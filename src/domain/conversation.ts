import type { Answer } from "./answer.ts";
import type { Turn } from "./question.ts";

/** Turns that a follow-up can look back to: five questions with their answers. */
const HISTORY_LENGTH = 10;
/** Characters of a turn that are kept: an answer's first sentences say what "it" is. */
const TURN_LENGTH = 2000;

/**
 * What a conversation is after one more question and its answer. What was declined (too long, no question) leaves no
 * trace: the next question goes on from what was said before.
 *
 * @param history Oldest turn first.
 * @returns The last ten turns, oldest first.
 */
export function continueHistory(history: readonly Turn[], question: string, answer: Answer): readonly Turn[] {
  if (answer.outcome === "declined") return history;
  return [...history, ...turnsOf(question, answer)].slice(-HISTORY_LENGTH);
}

/** What was said, with titles in the place of footnote marks: the next turn has other numbers. */
function turnsOf(question: string, { text, citations }: Answer): readonly Turn[] {
  const titles = new Map(citations.map(({ number, paper }) => [String(number), paper.title]));
  const answered = text.slice(0, TURN_LENGTH).replaceAll(/\[(\d+)\]/g, (mark, number: string) => {
    const title = titles.get(number);
    return title === undefined ? mark : `[${title}]`;
  });
  return [
    { role: "user", text: question.slice(0, TURN_LENGTH) },
    { role: "assistant", text: answered },
  ];
}
