import type { Answer, Citation, Trace } from "../../domain/answer.ts";
import type { Paper } from "../../domain/paper.ts";
import { customId } from "../custom-id.ts";
import type { Words } from "../words/words.ts";
import { answerPieces } from "./answer-pieces.ts";
import type { Written } from "./answer-pieces.ts";
import { button, paperMenu } from "./controls.ts";
import { escapeLine, shorten } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { Letter, MessagePage, Piece } from "./message-page.ts";
import { titleLine, whereaboutsLine } from "./paper-lines.ts";

/** The ways in which an answer's reader can reach us again: what Discord lets us read depends on the place. */
export type Reach =
  /** An answer to a message in a channel or thread. */
  | "reply"
  /** An answer to a command or a button: replies to it bring us no words. */
  | "mention"
  /** An answer that one person sees, or in a place that we are not in. */
  | "button"
  /** A direct message. */
  | "direct";

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
  /** In the language that the answer was asked for in. */
  readonly words: Words;
  /** What stands above the answer, in Markdown: the question, where the reader does not see it. */
  readonly opening?: string;
  /** Whether a thread can begin with the answer. Defaults to no. */
  readonly holdsThreads?: boolean;
}

/** An answer with its numbered references, and what a reader can do next. */
export function renderAnswer(answer: Answer, frame: AnswerFrame): readonly MessagePage[] {
  const { id, reach, words, opening, holdsThreads = false } = frame;
  const [cited] = answer.citations;
  const { buttons, panels, smallPrint } = words;
  return layOut({
    sections: answerSections(answer, words, opening),
    smallPrint: [smallPrint.followUp[reach], ...(cited ? modelLine(answer.trace, words) : [])].join(" "),
    rows: [
      [
        ...(cited ? [button(buttons.sources, customId("sources", id))] : []),
        button(buttons.followUp, customId("follow-up", id)),
        ...(cited ? [button(buttons.related, customId("related", cited.paper.id))] : []),
        ...(holdsThreads ? [button(panels.places.continueButton, customId("thread", id))] : []),
      ],
      [
        button(panels.feedback.goodButton, customId("rate", id, "good"), { emoji: "👍" }),
        button(panels.feedback.badButton, customId("rate", id, "bad"), { emoji: "👎" }),
      ],
      openPaper(answer, words),
    ],
  });
}

/** What of an answer is read: its text with its note, and its references. */
export function answerSections(answer: Written, words: Words, opening?: string): Letter["sections"] {
  const text = answerPieces(answer, words.locale);
  // A heading brings its own space.
  const gap: Piece["gap"] = opening?.startsWith("#") ? "\n" : "\n\n";
  const opened =
    opening === undefined
      ? text
      : [{ text: opening }, ...text.map((piece, index) => (index === 0 ? { text: piece.text, gap } : piece))];
  const note = answer.note === undefined ? [] : [{ text: `-# ${escapeLine(shorten(answer.note, NOTE_LENGTH))}` }];
  return [[...opened, ...note], answer.citations.map((citation) => ({ text: referenceOf(citation, words) }))];
}

/** Whether a language model took part: people should know. The papers' own sentences may stand in for its own. */
function modelLine({ model }: Trace, { smallPrint }: Words): readonly string[] {
  if (model === undefined) return [];
  return [smallPrint.model(escapeLine(shorten(model.model, MODEL_LENGTH)))];
}

/** What a person asked, repeated where the answer would else stand without it. */
export function quoteQuestion(question: string): string {
  return `> ${escapeLine(shorten(question.trim(), QUOTE_LENGTH))}`;
}

/** A heading in Markdown. */
export function heading(text: string): string {
  return `### ${escapeLine(shorten(text, QUOTE_LENGTH))}`;
}

function referenceOf({ number, paper, evidence }: Citation, words: Words): string {
  const labels = [...new Set(evidence.map(({ source }) => words.from[source]))];
  const sources = new Intl.ListFormat(words.tag).format(labels);
  return `**[${number}]** ${titleLine(paper)}\n${whereaboutsLine(paper, words, sources)}`;
}

/** The menu of the papers that are cited and of those nearest to them. */
function openPaper({ outcome, citations, seeAlso }: Answer, words: Words): ReturnType<typeof paperMenu> {
  const numbers = new Map<Paper, number>(citations.map(({ paper, number }) => [paper, number]));
  const papers = [...numbers.keys(), ...seeAlso];
  const isRefusal = outcome === "no-evidence" || outcome === "declined";
  const { optionNotes, placeholders } = words;
  return paperMenu(isRefusal ? placeholders.openNearby : placeholders.open, papers, words, (paper) => {
    const number = numbers.get(paper);
    if (number !== undefined) return optionNotes.citedAs(number);
    return isRefusal ? optionNotes.mayNotFit : optionNotes.seeAlso;
  });
}
