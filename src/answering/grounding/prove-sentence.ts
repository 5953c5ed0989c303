import type { RemovedSentence } from "../../domain/answer.ts";
import { coverage } from "../vocabulary.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { domainsIn } from "./bare-domains.ts";
import { figuresIn } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { foldText } from "./fold-text.ts";
import { holdsLink } from "./holds-link.ts";
import type { KnownTitles } from "./known-titles.ts";
import { codeNamesIn, disguisedNamesIn, isCodeLike, nameParts } from "./names.ts";
import type { PromptGuard } from "./prompt-guard.ts";
import { quotationsIn } from "./quotations.ts";
import type { Source } from "./source.ts";

/** The field's household words; every answer may use them. */
const COMMON_NAMES = new Set("AI ML NLP LLM API CPU GPU TPU RAM CNN RNN MLP SOTA URL PDF NOT".split(" "));

/**
 * The share of a sentence's words, by weight, that the passages which it cites must have. Of the shipped papers' one-sentence
 * summaries, none has less than 0.38 in common with its own paper's digest, and 0.7 % have 0.25 with another paper's.
 */
const LEAST_COVERAGE = 0.25;

/** What a number in front of it counts is the papers that a sentence cites: "the two papers". */
const PAPERS =
  /^(?:[ -]\p{L}+){0,2}? (?:papers?|works?|articles?|studies|methods?|approaches|techniques|systems|Arbeiten|Artikel|Studien|Methoden|Ansätze|Verfahren|travaux|études|méthodes|approches|artículos|trabajos|estudios|métodos|enfoques|passages)(?!\p{L})|^ ?[篇つ个個]/iu;

/** What sentences are proved with, beside the passages that they cite. */
export interface Rules {
  readonly titles: KnownTitles;
  readonly vocabulary: Vocabulary;
  readonly guard: PromptGuard;
}

/** The sources that a sentence rests on, or why it is not proved. */
export type Proof =
  | { readonly sources: readonly Source[]; readonly reason?: never }
  | { readonly sources?: never; readonly reason: RemovedSentence["reason"] };

/**
 * Proves a sentence against the sources that it cites: its figures, quotations and names stand there, it names no other
 * paper of the corpus, links nowhere, gives nothing of the prompt away, and shares its words with them.
 *
 * @param sentence Without keys and markup, as it would be shown.
 * @param isEnglish Whether its words can be compared with the sources', which are English.
 * @param cited May be empty; then nothing is proved.
 * @returns The cited sources without those that have no evidence, or no word in common with it.
 */
export function proveSentence(sentence: string, isEnglish: boolean, cited: readonly Source[], rules: Rules): Proof {
  // "Character.ai" is a name where a passage has it.
  if (holdsLink(sentence) || !domainsIn(sentence).every((domain) => stands(domain, cited))) return { reason: "link" };
  if (rules.guard.isBrokenBy(sentence)) return { reason: "prompt" };
  const terms = new Set(rules.vocabulary.words(sentence));
  const sources = cited.filter(
    (source) => source.evidence.length > 0 && !(isEnglish && source.whole.terms.isDisjointFrom(terms)),
  );
  if (sources.length === 0) return { reason: "support" };
  if (namesAnotherPaper(sentence, sources, rules.titles)) return { reason: "title" };
  if (!quotationsIn(sentence).every((quotation) => sources.some(({ whole }) => whole.wording.hasRunning(quotation))))
    return { reason: "quotation" };
  const listed = namesListedIn(sentence);
  if (!figuresIn(sentence, "sentence").every((figure) => isStated(figure, sources, listed)))
    return { reason: "figure" };
  if (!codeNamesIn(foldText(sentence)).every(({ name }) => isNamed(name, sources))) return { reason: "name" };
  if (!disguisedNamesIn(sentence).every((name) => stands(name, sources))) return { reason: "name" };
  const held = new Set(sources.flatMap(({ whole }) => [...whole.terms]));
  if (isEnglish && coverage(terms, held, rules.vocabulary) < LEAST_COVERAGE) return { reason: "support" };
  return { sources };
}

function namesAnotherPaper(sentence: string, sources: readonly Source[], titles: KnownTitles): boolean {
  return titles
    .mentionsIn(sentence)
    .some(
      ({ phrase, papers }) =>
        !COMMON_NAMES.has(phrase) &&
        !sources.some(({ paper, whole }) => papers.includes(paper) || whole.wording.hasRunning(phrase)),
    );
}

function stands(text: string, sources: readonly Source[]): boolean {
  return sources.some(({ whole }) => whole.wording.holds(text));
}

/** How many names stand behind a colon: "two variants: Medusa-1 and Medusa-2". */
function namesListedIn(sentence: string): number {
  const colon = sentence.indexOf(": ");
  return colon === -1 ? 0 : new Set(codeNamesIn(foldText(sentence.slice(colon))).map(({ name }) => name)).size;
}

function isStated({ values, counted, names }: Figure, sources: readonly Source[], listed: number): boolean {
  if (counted !== undefined && values.includes(listed)) return true;
  if (counted !== undefined && PAPERS.test(counted) && values.includes(sources.length)) return true;
  return sources.some(
    ({ whole: { wording } }) =>
      values.some((value) => wording.figures.has(value)) || names.some((name) => wording.hasName(name)),
  );
}

/** A compound may be the answer's own ("BERT-based"): then each coined part of it stands in a source. */
function isNamed(name: string, sources: readonly Source[]): boolean {
  return isKnown(name, sources) || nameParts(name).every((part) => !isCodeLike(part) || isKnown(part, sources));
}

function isKnown(name: string, sources: readonly Source[]): boolean {
  if (COMMON_NAMES.has(name.replace(/(?<=\p{Lu})s$/u, ""))) return true;
  return sources.some(({ whole: { wording } }) => wording.hasName(name) || wording.spells(name));
}
