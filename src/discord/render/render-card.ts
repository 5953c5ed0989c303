import type { Paper } from "../../domain/paper.ts";
import { SOURCE_LABELS } from "../../domain/source-labels.ts";
import { customId } from "../custom-id.ts";
import { button, linkButton, paperMenu } from "./controls.ts";
import { escapeLine, escapeMarkdown } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage, Piece } from "./message-page.ts";
import { formatDay, titleLine } from "./paper-lines.ts";

export interface CardFrame {
  /** Other papers that the person may have meant. */
  readonly others?: readonly Paper[];
  /** What was typed, when the paper is only the closest to it. */
  readonly typed?: string;
}

/** Everything that the corpus says about a paper. */
export function renderCard(paper: Paper, { others = [], typed }: CardFrame = {}): readonly MessagePage[] {
  return layOut({
    sections: [[{ text: `### ${titleLine(paper)}` }, ...facts(paper)], body(paper)],
    ...(typed !== undefined && { smallPrint: `The closest title to “${escapeLine(typed.slice(0, 100))}”.` }),
    rows: [
      [
        button("Summary", customId("summary", paper.id)),
        button("Related papers", customId("related", paper.id)),
        ...linkButton(paper),
      ],
      paperMenu("Not this one? Other titles", others),
    ],
  });
}

function facts({ published, authorCount, organization }: Paper): readonly Piece[] {
  const parts = [
    ...(published ? [formatDay(published)] : []),
    ...(authorCount === undefined ? [] : [`${authorCount} ${authorCount === 1 ? "author" : "authors"}`]),
    ...(organization ? [organization] : []),
  ];
  return parts.length > 0 ? [{ text: `-# ${parts.map(escapeLine).join(" · ")}`, gap: "\n" }] : [];
}

/** The authors' abstract where it is indexed, else our digest; and always whose words they are. */
function body({ tldr, abstract, digest }: Paper): readonly Piece[] {
  const text = abstract ?? digest;
  const pieces: Piece[] = [
    ...(tldr && abstract === undefined ? [{ text: `**${escapeLine(tldr)}**` }] : []),
    ...(text ? [{ text: escapeMarkdown(text) }] : []),
  ];
  if (pieces.length === 0) return [{ text: "Only the title of this paper is known here." }];
  const source = abstract === undefined ? "digest" : "abstract";
  return [...pieces, { text: `-# ${SOURCE_LABELS[source]}`, gap: "\n" }];
}
