import { normalizeTitle } from "../domain/paper.ts";
import type { Paper } from "../domain/paper.ts";
import type { Question, Turn } from "../domain/question.ts";
import type { PaperReader } from "./paper-terms.ts";
import { asksFigure } from "./question-kind.ts";
import { askedDetails } from "./asked-details.ts";
import { coverage } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A question as it is to be searched, given the conversation. */
export interface ResolvedQuestion {
  readonly text: string;
  /** The paper that the conversation is about, when the question goes on about it. */
  readonly subject?: Paper;
}

/** "The other one", "different thing": the person says that the subject changes. */
const OTHER_SUBJECT =
  /\b(?:the|an?) (?:other|older|newer|earlier|different|second) (?:one|paper|thing|model|method)|\b(?:different|another|other|new) (?:thing|topic|question|subject)|\bwhat about (?:the|that|those|a)\b|\b(?:the|that) (?:one|paper) (?:that|with|about|which|where|from|who|without)\b|\bsomething else\b|\bchange of (?:subject|topic)\b/iu;
/** "The second one", "[2]", "the last paper": one of those that the answer cited. */
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];
const ORDINAL = new RegExp(
  String.raw`\bthe (${ORDINALS.join("|")}|last)(?: (?:one|paper|of (?:these|those|them))\b|(?=\s*(?:[?.,!]|$)))|\[(\d)\]`,
  "iu",
);
const POINTS_BACK =
  /\b(?:it|its|they|them|their|theirs|this|that|these|those|there|he|she|his|her|same|the (?:paper|authors?|method|model|approach|helper))\b/iu;
const GOES_ON = /^\s*(?:and|ok|okay|so|but|also|then)\b/iu;
/** With this few terms, a question stands on what was said before; */
const FEW_TERMS = 2;
/** with this few, "it" and "that" point back; in a longer one they mostly point within. */
const SHORT_TERMS = 5;
/** Characters of the question before that are searched with one that points back to nothing cited. */
const LAST_QUESTION_LENGTH = 1000;
/** When what was said holds this share of the question's weight, it is about the same thing. */
const SAME_SUBJECT = 0.5;
/** An "and …" needs less of it: it may ask for what the paper's text does not hold. */
const RELATED_SUBJECT = 0.25;

/**
 * Reads a question in the light of its conversation: one that points back goes on about the paper cited last (or the one
 * it names by place), one that brings its own subject stands alone.
 *
 * @param papers The corpus, to find the titles that the last answer cited.
 */
export function resolveFollowUp(
  question: Question,
  papers: readonly Paper[],
  reader: PaperReader,
  vocabulary: Vocabulary,
): ResolvedQuestion {
  const { text, history } = question;
  if (history.length === 0) return { text };
  const cited = citedPapers(history, papers);
  const place = ordinalPlace(text, cited.length);
  if (place !== undefined) return withSubject(text, cited[place]!);
  const terms = new Set(vocabulary.words(text));
  const [subject] = mostCovering(cited, terms);
  if (subject === undefined)
    return standsAlone(text, terms.size) ? { text } : { text: `${lastQuestion(history)} ${text}` };
  if (OTHER_SUBJECT.test(text)) return { text };
  const shared = coverage(terms, reader.terms(subject).all, vocabulary);
  const goesOn =
    shared >= SAME_SUBJECT ||
    (GOES_ON.test(text) && shared >= RELATED_SUBJECT) ||
    (POINTS_BACK.test(text) && terms.size <= SHORT_TERMS) ||
    (terms.size <= FEW_TERMS && (terms.size === 0 || shared > 0 || asksFigure(text) || askedDetails(text).length > 0));
  return goesOn ? withSubject(text, subject) : { text };

  function mostCovering(candidates: readonly Paper[], wanted: ReadonlySet<string>): Paper[] {
    return candidates.toSorted(
      (a, b) => coverage(wanted, reader.terms(b).all, vocabulary) - coverage(wanted, reader.terms(a).all, vocabulary),
    );
  }
}

function withSubject(text: string, subject: Paper): ResolvedQuestion {
  return { text: `${subject.title}: ${text}`, subject };
}

function standsAlone(text: string, terms: number): boolean {
  return terms > FEW_TERMS && !POINTS_BACK.test(text) && !GOES_ON.test(text);
}

function lastQuestion(history: readonly Turn[]): string {
  return history.findLast((turn) => turn.role === "user")?.text.slice(0, LAST_QUESTION_LENGTH) ?? "";
}

/** The papers whose titles the latest answer that cites any holds, in order of first mention. */
function citedPapers(history: readonly Turn[], papers: readonly Paper[]): Paper[] {
  const titled = papers.map((paper) => ({
    paper,
    titles: [paper.title, paper.displayTitle].map((title) => ` ${normalizeTitle(title)} `),
  }));
  for (const { role, text } of history.toReversed()) {
    if (role !== "assistant") continue;
    const said = ` ${normalizeTitle(text)} `;
    const cited = titled
      .flatMap(({ paper, titles }) => {
        const places = titles.map((title) => said.indexOf(title)).filter((at) => at >= 0);
        return places.length > 0 ? [{ paper, at: Math.min(...places) }] : [];
      })
      .toSorted((a, b) => a.at - b.at)
      .map(({ paper }) => paper);
    if (cited.length > 0) return cited;
  }
  return [];
}

/** The place, from 0, of the cited paper that a question names by its place. */
function ordinalPlace(text: string, count: number): number | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const [, ordinal, number] = match;
  const place = number === undefined ? ORDINALS.indexOf(ordinal!.toLowerCase()) : Number(number) - 1;
  const counted = ordinal?.toLowerCase() === "last" ? count - 1 : place;
  return counted >= 0 && counted < count ? counted : undefined;
}
