import type { Answer, AnswerKind, PartialAnswer } from "../../domain/answer.ts";
import { aspectNames } from "../../domain/aspects.ts";
import type { Locale } from "../../domain/locale.ts";
import { titleHead } from "../../domain/paper.ts";
import { escapeLine, escapeMarkdown } from "./escape-markdown.ts";
import type { Piece } from "./message-page.ts";

/** What of an answer is read, whether it is whole or not. */
export interface Written extends PartialAnswer {
  /** Absent where it is not known yet. */
  readonly kind?: AnswerKind | undefined;
  readonly note?: Answer["note"];
}

const LIST_ITEM = /^- /;

/**
 * An answer's text as Markdown: its list stays a list, its footnote marks stay marks, a comparison's aspects become
 * headings and its papers' names stand out, and everything else is shown to the letter.
 *
 * @param locale The language that the answer was asked for in.
 */
export function answerPieces(answer: Written, locale: Locale): readonly Piece[] {
  const aspects = new Set(answer.kind === "comparison" ? aspectNames(locale) : []);
  const pieces: Piece[] = [];
  let gap: "\n" | "\n\n" = "\n";
  let headings = "";
  for (const line of answer.text.split("\n")) {
    if (line.trim() === "") {
      // A heading stands directly above what it is for.
      if (headings === "") gap = "\n\n";
      continue;
    }
    if (aspects.has(line)) {
      headings += `**${line}**\n`;
      continue;
    }
    pieces.push({ text: headings + renderLine(line, answer), gap });
    gap = "\n";
    headings = "";
  }
  return headings === "" ? pieces : [...pieces, { text: headings.trimEnd(), gap }];
}

function renderLine(line: string, answer: Written): string {
  const isItem = LIST_ITEM.test(line);
  const text = isItem ? line.replace(LIST_ITEM, "") : line;
  const name = comparedName(text, answer);
  if (name === undefined) return `${isItem ? "- " : ""}${renderMarks(text, answer)}`;
  const said = renderMarks(text.slice(name.length + 2), answer);
  return isItem ? `- **${escapeLine(name)}**: ${said}` : `**${escapeLine(name)}**\n${said}`;
}

/** The paper that a line of a comparison is about, as the line calls it: by its title or the name in it. */
function comparedName(text: string, { kind, citations }: Written): string | undefined {
  if (kind !== "comparison") return undefined;
  const titles = citations.map(({ paper }) => paper.displayTitle);
  const names = [...titles, ...titles.flatMap((title) => titleHead(title) ?? [])];
  return names.find((name) => text.startsWith(`${name}: `));
}

/** A mark is one of the answer's own, and never the label of a link that the text would like to be. */
function renderMarks(text: string, { citations }: Written): string {
  const numbers = new Set(citations.map(({ number }) => String(number)));
  return escapeMarkdown(text).replaceAll(/\\\[(\d+)\\\](?!\()/g, (escaped, number: string) =>
    numbers.has(number) ? `[${number}]` : escaped,
  );
}
