import { count } from "../../domain/count.ts";
import type { Phrases } from "./phrases.ts";

const refusal = (papers: number): string => `Nothing in this collection of ${count(papers, "paper")} answers that.`;

/** {@link Phrases} in English. */
export const en: Phrases = {
  quoted: (text) => `“${text}”`,
  aside: (text) => ` (${text})`,
  separators: { titles: "; ", words: ", " },

  refusal,
  refusalNear: (papers, titles) => `${refusal(papers)} The nearest titles, which may not fit: ${titles}.`,
  notStated: {
    abstract: (title, asked, said) =>
      `The paper that fits is “${title}”. Its abstract does not state what you ask${asked}. What it says: ${said}`,
    digest: (title, asked, said) =>
      `The paper that fits is “${title}”. Our digest of it (the abstract is not indexed) does not state what you ` +
      `ask${asked}. What it says: ${said}`,
  },
  onlyTitleFits: (title) => `The paper that fits is “${title}”, but only its title is known here.`,
  onlyTitleKnown: (title) => `Only the title of “${title}” is known here.`,

  tooLong: (length, limit) => `That is ${length} characters long; please ask in at most ${limit}.`,
  noWords: "There are no words in that. Please ask about a paper or a topic.",
  aboutUs: (papers) =>
    `I answer questions about the ${count(papers, "paper")} of this collection, each claim with its footnote. ` +
    "Ask about a paper, a topic or a figure.",

  statesNone: { abstract: "its abstract states none.", digest: "our digest of it states none." },
  figuresAbove: (heading) => `those of its ${heading.toLowerCase()} above.`,
  howManyToCompare: (fewest, most) => `Please name ${fewest} to ${most} papers to compare.`,
  unknownTitle: (title) => `No paper of this collection goes by “${title}”.`,
  namedTwice: (title) => `“${title}” is named twice: please name different papers to compare.`,

  noModel: {
    unreachable: "The language model cannot be reached just now",
    slow: "The language model took too long",
    busy: "The language model has too many requests just now",
    unavailable: "The language model is not available just now",
    unreadable: "The language model gave no readable answer",
    "over-budget": "Today’s budget for the language model is used up",
  },
  because: (reason) => `${reason}.`,
  ownSentences: (reason) => `${reason}: what you read are the papers’ own sentences.`,
  notProved:
    "The language model’s answer could not be proved from the papers: what you read are the papers’ own sentences.",
  brokeOff: "The language model broke off here.",
  cutOff: "The answer was cut off at its longest.",
  stopped: "The answer was stopped here.",
};
