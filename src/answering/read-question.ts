import type { RankedPaper, Stage } from "../domain/answer.ts";
import type { Locale } from "../domain/locale.ts";
import type { Paper } from "../domain/paper.ts";
import type { Question } from "../domain/question.ts";
import { askedDetails } from "./asked-details.ts";
import type { Detail } from "./asked-details.ts";
import { declineQuestion } from "./decline-question.ts";
import type { Draft } from "./draft.ts";
import { findCompared } from "./find-compared.ts";
import { resolveFollowUp } from "./follow-up.ts";
import type { ResolvedQuestion } from "./follow-up.ts";
import { evidenceFeatures, gaugeEvidence, LEAST_PROBABILITY } from "./gauge-evidence.ts";
import { paperEvidence, paperSubject } from "./paper-evidence.ts";
import { PaperReader } from "./paper-terms.ts";
import { kindFeatures, LEAST_TOPIC_PROBABILITY, topicProbability } from "./question-kind.ts";
import { statesDetail } from "./states-detail.ts";
import { timed } from "./timed.ts";
import { mentionsName, nameLikeTokens, unmentionedNames } from "./unknown-names.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Papers in an answer's ranking. */
const RANKING_LENGTH = 20;
/** Papers of each ranking, where two are merged. */
const MERGED_LENGTH = 100;

/** What answering needs of the rest of the product. */
export interface AnsweringFields {
  readonly papers: readonly Paper[];
  readonly vocabulary: Vocabulary;
  /** Ranks the papers for a text, best first. */
  readonly rank: (text: string, limit: number) => Promise<readonly RankedPaper[]>;
}

/** What a question comes to, before anything is written: what the corpus has for it, and what kind of answer it wants. */
export type Finding =
  | { readonly kind: "declined"; readonly draft: Draft }
  | { readonly kind: "nothing" }
  | { readonly kind: "not-stated"; readonly paper: Paper; readonly details: readonly Detail[] }
  | { readonly kind: "comparison"; readonly papers: readonly Paper[] }
  | { readonly kind: "topic" }
  | { readonly kind: "paper"; readonly paper: Paper };

/** A question with everything that is known about it before an answer is written. */
export interface ReadQuestion {
  readonly finding: Finding;
  /** The question by which sentences are chosen. */
  readonly wanted: string;
  /** The question as searched; empty when it was not. */
  readonly searched: string;
  /** Up to 20 papers, best first. */
  readonly ranking: readonly RankedPaper[];
  /** Calibrated evidence by name. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly stages: readonly Stage[];
}

/** Finds what the corpus has for a question, without a language model. */
export class QuestionReader {
  readonly #fields: AnsweringFields;
  readonly #reader: PaperReader;

  constructor(fields: AnsweringFields) {
    this.#fields = fields;
    this.#reader = new PaperReader(fields.vocabulary);
  }

  /**
   * @param locale The language in which what is no question is turned down. Defaults to English.
   * @throws {EmbeddingError} If the embedding endpoint fails.
   */
  async read(question: Question, locale?: Locale): Promise<ReadQuestion> {
    const stages: Stage[] = [];
    const declined = declineQuestion(question.text, this.#fields.papers.length, locale);
    const resolved: ResolvedQuestion =
      declined === undefined || declined.searchable ? this.#resolve(question) : { text: "" };
    const details = resolved.text === "" ? [] : askedDetails(question.text);
    const ranking = await timed(stages, "retrieve", () => this.#retrieve(resolved, details));
    const { finding, evidence } = await timed(stages, "read", async () =>
      declined === undefined
        ? this.#find(question.text, resolved, ranking, details)
        : { finding: { kind: "declined", draft: declined.draft } as const, evidence: {} },
    );
    const wanted = resolved.subject === undefined ? resolved.text : question.text;
    return { finding, wanted, searched: resolved.text, ranking, evidence, stages };
  }

  /** Reads the name of a topic: a search phrase, not a question. See {@link read}. */
  async readTopic(topic: string, locale?: Locale): Promise<ReadQuestion> {
    if (declineQuestion(topic, this.#fields.papers.length) !== undefined)
      return this.read({ text: topic, history: [] }, locale);
    const stages: Stage[] = [];
    const ranking = await timed(stages, "retrieve", () => this.#fields.rank(topic, RANKING_LENGTH));
    const features = evidenceFeatures(topic, ranking, this.#reader, this.#fields.vocabulary);
    const answerable = gaugeEvidence(features);
    const finding: Finding = { kind: answerable < LEAST_PROBABILITY ? "nothing" : "topic" };
    return { finding, wanted: topic, searched: topic, ranking, evidence: { answerable, ...features }, stages };
  }

  /** Reads a request about papers that are known already. */
  async readPapers(papers: readonly Paper[]): Promise<ReadQuestion> {
    const stages: Stage[] = [];
    const searched = papers.map(({ title }) => title).join(" ");
    const ranking = await timed(stages, "retrieve", () => this.#fields.rank(searched, RANKING_LENGTH));
    return { finding: { kind: "comparison", papers }, wanted: searched, searched, ranking, evidence: {}, stages };
  }

  #resolve(question: Question): ResolvedQuestion {
    return resolveFollowUp(question, this.#fields.papers, this.#reader, this.#fields.vocabulary);
  }

  /**
   * Ranks papers for a question. One that asks for a detail is searched with and without it: "how many A100 hours" names
   * no paper and would pull towards those that happen to have such figures.
   */
  async #retrieve({ text, subject }: ResolvedQuestion, details: readonly Detail[]): Promise<readonly RankedPaper[]> {
    const { rank } = this.#fields;
    if (text === "") return [];
    const ranking = await rank(text, details.length > 0 ? MERGED_LENGTH : RANKING_LENGTH);
    const merged =
      details.length > 0 ? mergeRankings(ranking, await rank(withoutDetails(text, details), MERGED_LENGTH)) : ranking;
    return (subject === undefined ? merged : putFirst(subject, merged)).slice(0, RANKING_LENGTH);
  }

  #find(
    asked: string,
    { text, subject }: ResolvedQuestion,
    ranking: readonly RankedPaper[],
    details: readonly Detail[],
  ): { readonly finding: Finding; readonly evidence: Readonly<Record<string, number>> } {
    const { vocabulary } = this.#fields;
    const [first] = ranking;
    const features = evidenceFeatures(text, ranking, this.#reader, vocabulary);
    const answerable = subject === undefined ? gaugeEvidence(features) : 1;
    const terms = new Set(vocabulary.words(text)).size;
    const kind = kindFeatures(text, terms, ranking);
    const isName = (features["named"] ?? 0) > 0 && terms === 1;
    const topic = subject === undefined && details.length === 0 && !isName ? topicProbability(kind) : 0;
    const missing = first === undefined ? [] : this.#missingDetails(asked, first.paper, details);
    const isAboutAnother =
      first !== undefined &&
      missing.some(({ kind: asks }) => asks !== "name") &&
      this.#isAboutAnother(asked, first.paper);
    const evidence = { answerable, topic, ...kind, ...features, another: isAboutAnother ? 1 : 0 };
    return { finding: find(this.#reader), evidence };

    function find(reader: PaperReader): Finding {
      if (first === undefined || answerable < LEAST_PROBABILITY) return { kind: "nothing" };
      const compared = subject === undefined ? findCompared(text, ranking, reader, vocabulary) : undefined;
      if (compared !== undefined) return { kind: "comparison", papers: compared };
      if (topic >= LEAST_TOPIC_PROBABILITY) return { kind: "topic" };
      if (isAboutAnother) return { kind: "nothing" };
      if (missing.length > 0) return { kind: "not-stated", paper: first.paper, details: missing };
      return { kind: "paper", paper: first.paper };
    }
  }

  /** Whether a question names things, and none of them where a paper says what it is about: "how … was CLIP trained?" */
  #isAboutAnother(asked: string, paper: Paper): boolean {
    const names = nameLikeTokens(asked);
    const subject = paperSubject(paper);
    return names.length > 0 && !names.some((name) => mentionsName(subject, name, this.#fields.vocabulary));
  }

  /** What was asked of a paper, when its text states none of it. */
  #missingDetails(asked: string, paper: Paper, details: readonly Detail[]): readonly Detail[] {
    const { vocabulary } = this.#fields;
    const names = unmentionedNames(asked, this.#reader.terms(paper).all, vocabulary);
    if (names.length > 0) return names.map((phrase) => ({ phrase, kind: "name", nouns: [] }));
    const sentences = paperEvidence(paper).map(({ sentence }) => sentence);
    return details.some((detail) => statesDetail(sentences, detail, vocabulary)) ? [] : details;
  }
}

function withoutDetails(text: string, details: readonly Detail[]): string {
  return details.reduce((rest, { phrase }) => rest.replace(phrase, " "), text);
}

/** Averages two rankings by fused score; a paper that only one has counts as average in the other. */
function mergeRankings(a: readonly RankedPaper[], b: readonly RankedPaper[]): RankedPaper[] {
  const scores = new Map(b.map(({ paper, score }) => [paper, score]));
  const known = new Set(a.map(({ paper }) => paper));
  return [...a, ...b.filter(({ paper }) => !known.has(paper)).map((ranked) => ({ ...ranked, score: 0 }))]
    .map((ranked) => ({ ...ranked, score: (ranked.score + (scores.get(ranked.paper) ?? 0)) / 2 }))
    .toSorted((x, y) => y.score - x.score);
}

/** The paper that a conversation is about stands first, even where the rest of the question speaks of others. */
function putFirst(subject: Paper, ranking: readonly RankedPaper[]): RankedPaper[] {
  const known = ranking.find(({ paper }) => paper === subject);
  const others = ranking.filter((ranked) => ranked !== known);
  return [known ?? { paper: subject, score: others[0]?.score ?? 0, signals: {} }, ...others];
}
