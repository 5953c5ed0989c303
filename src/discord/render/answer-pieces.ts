import type { Answer } from "../../domain/answer.ts";
import { escapeLine, escapeMarkdown } from "./escape-markdown.ts";
import type { Piece } from "./message-page.ts";

const LIST_ITEM = /^- /;

/**
 * An answer's text as Markdown: its list stays a list, its footnote marks stay marks, a comparison's paragraphs stand
 * under their titles, and everything else is shown to the letter.
 */
export function answerPieces(answer: Answer): readonly Piece[] {
  const pieces: Piece[] = [];
  let gap: "\n" | "\n\n" = "\n";
  for (const line of answer.text.split("\n")) {
    if (line.trim() === "") {
      gap = "\n\n";
      continue;
    }
    pieces.push({ text: renderLine(line, answer), gap });
    gap = "\n";
  }
  return pieces;
}

function renderLine(line: string, answer: Answer): string {
  if (LIST_ITEM.test(line)) return `- ${renderMarks(line.replace(LIST_ITEM, ""), answer)}`;
  const title =
    answer.kind === "comparison"
      ? answer.citations.map(({ paper }) => paper.displayTitle).find((name) => line.startsWith(`${name}: `))
      : undefined;
  if (title === undefined) return renderMarks(line, answer);
  return `**${escapeLine(title)}**\n${renderMarks(line.slice(title.length + 2), answer)}`;
}

/** A mark is one of the answer's own, and never the label of a link that the text would like to be. */
function renderMarks(text: string, { citations }: Answer): string {
  const numbers = new Set(citations.map(({ number }) => String(number)));
  return escapeMarkdown(text).replaceAll(/\\\[(\d+)\\\](?!\()/g, (escaped, number: string) =>
    numbers.has(number) ? `[${number}]` : escaped,
  );
}
