import type { Answer, RankedPaper, Stage, Trace } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import type { Question } from "../domain/question.ts";
import { askedDetails } from "./asked-details.ts";
import type { Detail } from "./asked-details.ts";
import { declineQuestion } from "./decline-question.ts";
import type { Draft } from "./draft.ts";
import { findCompared } from "./find-compared.ts";
import { resolveFollowUp } from "./follow-up.ts";
import { evidenceFeatures, gaugeEvidence, LEAST_PROBABILITY } from "./gauge-evidence.ts";
import { paperEvidence, paperSubject } from "./paper-evidence.ts";
import { PaperReader } from "./paper-terms.ts";
import { kindFeatures, LEAST_TOPIC_PROBABILITY, topicProbability } from "./question-kind.ts";
import { statesDetail } from "./states-detail.ts";
import { mentionsName, nameLikeTokens, unmentionedNames } from "./unknown-names.ts";
import { summarizePaper, summarizeTopic } from "./summarize.ts";
import type { SummaryLength } from "./summarize.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { writeComparison, writeNotStated, writePaperAnswer, writeRefusal, writeTopicAnswer } from "./write-answer.ts";

/** Papers in an answer's ranking. */
const RANKING_LENGTH = 20;
/** Papers of each ranking, where two are merged. */
const MERGED_LENGTH = 100;
/** Papers under "see also". */
const SEE_ALSO_LENGTH = 3;

/** What answering needs of the rest of the product. */
export interface AnswererFields {
  readonly papers: readonly Paper[];
  readonly vocabulary: Vocabulary;
  /** Ranks the papers for a text, best first. */
  readonly rank: (text: string, limit: number) => Promise<readonly RankedPaper[]>;
}

/** Answers questions from the papers' own sentences, without a language model. */
export class Answerer {
  readonly #fields: AnswererFields;
  readonly #reader: PaperReader;

  constructor(fields: AnswererFields) {
    this.#fields = fields;
    this.#reader = new PaperReader(fields.vocabulary);
  }

  /**
   * Answers a question; what a person typed is never an error but an outcome.
   *
   * @throws {EmbeddingError} If the embedding endpoint fails.
   */
  async answer(question: Question): Promise<Answer> {
    const stages: Stage[] = [];
    const declined = declineQuestion(question.text, this.#fields.papers.length);
    const resolved = declined === undefined || declined.searchable ? this.#resolve(question) : { text: "" };
    const details = resolved.text === "" ? [] : askedDetails(question.text);
    const ranking = await timed(stages, "retrieve", () => this.#retrieve(resolved.text, resolved.subject, details));
    const { draft, evidence } = await timed(stages, "answer", async () =>
      declined === undefined
        ? this.#write(question.text, resolved, ranking, details)
        : { draft: declined.draft, evidence: {} },
    );
    return finish(draft, ranking, { searched: resolved.text, evidence, stages });
  }

  /** Sums up a paper in its own sentences. */
  async summarizePaper(paper: Paper, length: SummaryLength): Promise<Answer> {
    const { rank, vocabulary } = this.#fields;
    const stages: Stage[] = [];
    const ranking = await timed(stages, "retrieve", () => rank(paper.title, RANKING_LENGTH));
    const draft = await timed(stages, "answer", async () => summarizePaper(paper, length, vocabulary));
    return finish(draft, ranking, { searched: paper.title, evidence: {}, stages });
  }

  /** Sums up what the corpus says about a topic, or refuses where it says nothing. */
  async summarizeTopic(topic: string): Promise<Answer> {
    const declined = declineQuestion(topic, this.#fields.papers.length);
    if (declined !== undefined) return this.answer({ text: topic, history: [] });
    const { papers, rank, vocabulary } = this.#fields;
    const stages: Stage[] = [];
    const ranking = await timed(stages, "retrieve", () => rank(topic, RANKING_LENGTH));
    const features = evidenceFeatures(topic, ranking, this.#reader, vocabulary);
    const answerable = gaugeEvidence(features);
    const draft = await timed(stages, "answer", async () =>
      answerable < LEAST_PROBABILITY
        ? writeRefusal(papers.length, nearestPapers(ranking))
        : summarizeTopic(topic, ranking, vocabulary),
    );
    return finish(draft, ranking, { searched: topic, evidence: { answerable, ...features }, stages });
  }

  #resolve(question: Question): { text: string; subject?: Paper } {
    return resolveFollowUp(question, this.#fields.papers, this.#reader, this.#fields.vocabulary);
  }

  /**
   * Ranks papers for a question. One that asks for a detail is searched with and without it: "how many A100 hours" names
   * no paper and would pull towards those that happen to have such figures.
   */
  async #retrieve(
    text: string,
    subject: Paper | undefined,
    details: readonly Detail[],
  ): Promise<readonly RankedPaper[]> {
    const { rank } = this.#fields;
    if (text === "") return [];
    const ranking = await rank(text, details.length > 0 ? MERGED_LENGTH : RANKING_LENGTH);
    const merged =
      details.length > 0 ? mergeRankings(ranking, await rank(withoutDetails(text, details), MERGED_LENGTH)) : ranking;
    return (subject === undefined ? merged : putFirst(subject, merged)).slice(0, RANKING_LENGTH);
  }

  #write(
    asked: string,
    { text, subject }: { text: string; subject?: Paper },
    ranking: readonly RankedPaper[],
    details: readonly Detail[],
  ): { draft: Draft; evidence: Record<string, number> } {
    const { papers, vocabulary } = this.#fields;
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
    const writing = { question: subject === undefined ? text : asked, vocabulary };
    const refuse = () => ({ draft: writeRefusal(papers.length, nearestPapers(ranking)), evidence });
    if (first === undefined || answerable < LEAST_PROBABILITY) return refuse();
    const compared = subject === undefined ? findCompared(text, ranking, this.#reader, vocabulary) : undefined;
    if (compared !== undefined) return { draft: writeComparison(compared, writing), evidence };
    if (topic >= LEAST_TOPIC_PROBABILITY) return { draft: writeTopicAnswer(ranking, writing), evidence };
    if (isAboutAnother) return refuse();
    if (missing.length > 0) return { draft: writeNotStated(first.paper, missing, writing), evidence };
    return { draft: writePaperAnswer(first.paper, writing), evidence };
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

function nearestPapers(ranking: readonly RankedPaper[]): Paper[] {
  return ranking.slice(0, SEE_ALSO_LENGTH).map(({ paper }) => paper);
}

function finish(draft: Draft, ranking: readonly RankedPaper[], trace: Trace): Answer {
  const cited = new Set(draft.citations.map(({ paper }) => paper));
  const others = ranking.map(({ paper }) => paper).filter((paper) => !cited.has(paper));
  return { ...draft, seeAlso: others.slice(0, SEE_ALSO_LENGTH), ranking, trace };
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

async function timed<Value>(stages: Stage[], name: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  const value = await work();
  stages.push({ name, ms: performance.now() - start });
  return value;
}
