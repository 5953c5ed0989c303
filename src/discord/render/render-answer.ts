import type { Answer, Citation, Trace } from "../../domain/answer.ts";
import type { Paper } from "../../domain/paper.ts";
import { SOURCE_LABELS } from "../../domain/source-labels.ts";
import { customId } from "../custom-id.ts";
import { answerPieces } from "./answer-pieces.ts";
import type { Written } from "./answer-pieces.ts";
import { button, paperMenu } from "./controls.ts";
import { escapeLine, shorten } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { Letter, MessagePage, Piece } from "./message-page.ts";
import { titleLine, whereaboutsLine } from "./paper-lines.ts";

/** The ways in which an answer's reader can reach us again: what Discord lets us read depends on the place. */
export type Reach = keyof typeof FOLLOW_UP_HINTS;

const FOLLOW_UP_HINTS = {
  /** An answer to a message in a channel or thread. */
  reply: "To follow up, press the button, mention me, or reply to this with the ping on.",
  /** An answer to a command or a button: replies to it bring us no words. */
  mention: "To follow up, press the button or mention me.",
  /** An answer that one person sees, or in a place that we are not in. */
  button: "To follow up, press the button.",
  /** A direct message. */
  direct: "To follow up, just write.",
} as const;

/** Characters of a question that are repeated above its answer. */
const QUOTE_LENGTH = 300;
/** Characters of what an answer says about itself: a sentence. */
const NOTE_LENGTH = 300;
/** Characters of a model's name, which its endpoint makes up. */
const MODEL_LENGTH = 60;

export interface AnswerFrame {
  /** The id under which the answer is remembered. */
  readonly id: string;
  readonly reach: Reach;
  /** What stands above the answer, in Markdown: the question, where the reader does not see it. */
  readonly opening?: string;
}

/** An answer with its numbered references, and what a reader can do next. */
export function renderAnswer(answer: Answer, { id, reach, opening }: AnswerFrame): readonly MessagePage[] {
  const isCited = answer.citations.length > 0;
  return layOut({
    sections: answerSections(answer, opening),
    smallPrint: [FOLLOW_UP_HINTS[reach], ...(isCited ? modelLine(answer.trace) : [])].join(" "),
    rows: [
      [
        ...(isCited ? [button("Sources", customId("sources", id))] : []),
        button("Ask a follow-up", customId("follow-up", id)),
      ],
      openPaper(answer),
    ],
  });
}

/** What of an answer is read: its text with its note, and its references. */
export function answerSections(answer: Written, opening?: string): Letter["sections"] {
  const text = answerPieces(answer);
  // A heading brings its own space.
  const gap: Piece["gap"] = opening?.startsWith("#") ? "\n" : "\n\n";
  const opened =
    opening === undefined
      ? text
      : [{ text: opening }, ...text.map((piece, index) => (index === 0 ? { text: piece.text, gap } : piece))];
  const note = answer.note === undefined ? [] : [{ text: `-# ${escapeLine(shorten(answer.note, NOTE_LENGTH))}` }];
  return [[...opened, ...note], answer.citations.map((citation) => ({ text: referenceOf(citation) }))];
}

/** Whether a language model took part: people should know. The papers' own sentences may stand in for its own. */
function modelLine({ model }: Trace): readonly string[] {
  if (model === undefined) return [];
  const name = escapeLine(shorten(model.model, MODEL_LENGTH));
  return [`Language model: ${name}; every sentence is checked against the papers.`];
}

/** What a person asked, repeated where the answer would else stand without it. */
export function quoteQuestion(question: string): string {
  return `> ${escapeLine(shorten(question.trim(), QUOTE_LENGTH))}`;
}

/** A heading in Markdown. */
export function heading(text: string): string {
  return `### ${escapeLine(shorten(text, QUOTE_LENGTH))}`;
}

function referenceOf({ number, paper, evidence }: Citation): string {
  const sources = [...new Set(evidence.map(({ source }) => SOURCE_LABELS[source]))].join(" and ");
  return `**[${number}]** ${titleLine(paper)}\n${whereaboutsLine(paper, sources)}`;
}

/** The menu of the papers that are cited and of those nearest to them. */
function openPaper({ outcome, citations, seeAlso }: Answer): ReturnType<typeof paperMenu> {
  const numbers = new Map<Paper, number>(citations.map(({ paper, number }) => [paper, number]));
  const papers = [...numbers.keys(), ...seeAlso];
  const isRefusal = outcome === "no-evidence" || outcome === "declined";
  return paperMenu(isRefusal ? "Open a nearby paper" : "Open a paper", papers, (paper) => {
    const number = numbers.get(paper);
    if (number !== undefined) return `cited as [${number}]`;
    return isRefusal ? "may not fit" : "see also";
  });
}
