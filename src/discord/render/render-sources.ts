import type { Answer } from "../../domain/answer.ts";
import type { Words } from "../words/words.ts";
import { escapeLine } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage, Piece } from "./message-page.ts";
import { titleLine } from "./paper-lines.ts";

/** The sentences behind each footnote, and whose words they are. */
export function renderSources({ citations }: Answer, { headings, origins }: Words): readonly MessagePage[] {
  const pieces = citations.flatMap(({ number, paper, evidence }): readonly Piece[] =>
    evidence.map(({ sentence, source }, index) => {
      const lines = `> ${escapeLine(sentence)}\n-# ${origins[source]}`;
      return index === 0 ? { text: `**[${number}]** ${titleLine(paper)}\n${lines}` } : { text: lines, gap: "\n" };
    }),
  );
  const [first, ...rest] = pieces;
  return layOut({
    sections: [[{ text: `### ${headings.sources}` }, ...(first ? [{ ...first, gap: "\n" as const }] : []), ...rest]],
  });
}
