import type { Answer } from "../../domain/answer.ts";
import type { EvidenceSource } from "../../domain/paper.ts";
import { SOURCE_LABELS } from "../../domain/source-labels.ts";
import { escapeLine } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage, Piece } from "./message-page.ts";
import { titleLine } from "./paper-lines.ts";

const ORIGINS = {
  abstract: `${SOURCE_LABELS.abstract}: the authors’ own words`,
  digest: `${SOURCE_LABELS.digest}: our words, not the authors’`,
} as const satisfies Record<EvidenceSource, string>;

/** The sentences behind each footnote, and whose words they are. */
export function renderSources({ citations }: Answer): readonly MessagePage[] {
  const pieces = citations.flatMap(({ number, paper, evidence }): readonly Piece[] =>
    evidence.map(({ sentence, source }, index) => {
      const lines = `> ${escapeLine(sentence)}\n-# ${ORIGINS[source]}`;
      return index === 0 ? { text: `**[${number}]** ${titleLine(paper)}\n${lines}` } : { text: lines, gap: "\n" };
    }),
  );
  const [first, ...rest] = pieces;
  return layOut({
    sections: [[{ text: "### Sources" }, ...(first ? [{ ...first, gap: "\n" as const }] : []), ...rest]],
  });
}
