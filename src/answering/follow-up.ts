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
  String.raw`\bthe (${ORDINALS.join("|")}|last)(?: (?:one|paper|of (?:these|those|them))\b(?! to\b)|(?=\s*(?:[?.,!]|$)))|\[(\d)\]`,
  "iu",
);
/** Of two cited papers, the one that was not in the foreground. */
const OTHER_ONE = /\bthe other (?:one|paper)\b/iu;
const CITED_TITLE = /\[([^\]]{2,500})\]/gu;
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
  const terms = new Set(vocabulary.words(text));
  const place = ordinalPlace(text, cited.length) ?? (isOtherOne(text, terms, cited) ? 1 : undefined);
  if (place !== undefined) return withSubject(text, cited[place]!);
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

/** "How fast is the other one?" after two papers; with more words of its own, a question describes a third. */
function isOtherOne(text: string, terms: ReadonlySet<string>, cited: readonly Paper[]): boolean {
  return OTHER_ONE.test(text) && cited.length === 2 && terms.size <= SHORT_TERMS - 1;
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

/** The papers that the last answer cites, `[Title]` each, in order of first mention. After a refusal there are none. */
function citedPapers(history: readonly Turn[], papers: readonly Paper[]): Paper[] {
  const text = history.findLast((turn) => turn.role === "assistant")?.text ?? "";
  const byTitle = new Map(
    papers.flatMap((paper) =>
      [paper.title, paper.displayTitle].map((title) => [normalizeTitle(title), paper] as const),
    ),
  );
  const cited = [...text.matchAll(CITED_TITLE)].map(([, title = ""]) => byTitle.get(normalizeTitle(title)));
  return [...new Set(cited.filter((paper) => paper !== undefined))];
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
