import type { Paper } from "../../domain/paper.ts";
import { customId } from "../custom-id.ts";
import type { Words } from "../words/words.ts";
import { button, linkButton, paperMenu } from "./controls.ts";
import { escapeLine, escapeMarkdown } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage, Piece } from "./message-page.ts";
import { formatDay, titleLine } from "./paper-lines.ts";

export interface CardFrame {
  readonly words: Words;
  /** Other papers that the person may have meant. */
  readonly others?: readonly Paper[];
  /** What was typed, when the paper is only the closest to it. */
  readonly typed?: string;
}

/** Everything that the corpus says about a paper. */
export function renderCard(paper: Paper, { words, others = [], typed }: CardFrame): readonly MessagePage[] {
  const { buttons, placeholders } = words;
  return layOut({
    sections: [[{ text: `### ${titleLine(paper)}` }, ...facts(paper, words)], body(paper, words)],
    ...(typed !== undefined && { smallPrint: words.card.closest(escapeLine(typed.slice(0, 100))) }),
    rows: [
      [
        button(buttons.summary, customId("summary", paper.id)),
        button(buttons.related, customId("related", paper.id)),
        ...linkButton(paper, words),
      ],
      paperMenu(placeholders.otherTitles, others, words),
    ],
  });
}

function facts({ published, authorCount, organization }: Paper, words: Words): readonly Piece[] {
  const parts = [
    ...(published ? [formatDay(published, words)] : []),
    ...(authorCount === undefined ? [] : [words.card.authors(authorCount)]),
    ...(organization ? [organization] : []),
  ];
  return parts.length > 0 ? [{ text: `-# ${parts.map(escapeLine).join(" · ")}`, gap: "\n" }] : [];
}

/** The authors' abstract where it is indexed, else our digest; and always whose words they are. */
function body({ tldr, abstract, digest }: Paper, words: Words): readonly Piece[] {
  const text = abstract ?? digest;
  const pieces: Piece[] = [
    ...(tldr && abstract === undefined ? [{ text: `**${escapeLine(tldr)}**` }] : []),
    ...(text ? [{ text: escapeMarkdown(text) }] : []),
  ];
  if (pieces.length === 0) return [{ text: words.card.onlyTitle }];
  const source = abstract === undefined ? "digest" : "abstract";
  return [...pieces, { text: `-# ${words.from[source]}`, gap: "\n" }];
}
