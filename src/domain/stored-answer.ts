import type {
  Answer,
  AnswerKind,
  Citation,
  Evidence,
  ModelUse,
  Outcome,
  RankedPaper,
  RemovedSentence,
  Stage,
  Trace,
} from "./answer.ts";
import { isFlag, isNumber, isText, listOf, mapOf, objectOf, oneOf, optional, parseShape } from "./json-shape.ts";
import type { EvidenceSource, Paper } from "./paper.ts";

/** What is stored of a paper: enough to show it where the corpus has lost it. */
type StoredPaper = Pick<Paper, "id" | "title"> & Partial<Pick<Paper, "displayTitle">>;

type Stored<Value extends { readonly paper: Paper }> = Omit<Value, "paper"> & { readonly paper: StoredPaper };

type StoredAnswer = Omit<Answer, "citations" | "seeAlso" | "ranking"> & {
  readonly citations: readonly Stored<Citation>[];
  readonly seeAlso: readonly StoredPaper[];
  readonly ranking: readonly Stored<RankedPaper>[];
};

/** Writes an answer as JSON. Its papers shrink to their names: the corpus knows the rest. */
export function storeAnswer(answer: Answer): string {
  const stored: StoredAnswer = {
    ...answer,
    citations: answer.citations.map((citation) => ({ ...citation, paper: storePaper(citation.paper) })),
    seeAlso: answer.seeAlso.map((paper) => storePaper(paper)),
    ranking: answer.ranking.map((ranked) => ({ ...ranked, paper: storePaper(ranked.paper) })),
  };
  return JSON.stringify(stored);
}

/**
 * Reads an answer that {@link storeAnswer} wrote.
 *
 * @param paperOf Finds a paper of the corpus as it is now. One that is gone comes back with its titles alone.
 * @returns Undefined for a text of another shape, such as another version's.
 */
export function restoreAnswer(text: string, paperOf: (id: string) => Paper | undefined): Answer | undefined {
  const stored = parseShape(text, isStoredAnswer);
  if (stored === undefined) return undefined;

  const restorePaper = ({ id, title, displayTitle = title }: StoredPaper): Paper =>
    paperOf(id) ?? { id, title, displayTitle, questions: [], terms: [], links: [] };
  return {
    ...stored,
    citations: stored.citations.map((citation) => ({ ...citation, paper: restorePaper(citation.paper) })),
    seeAlso: stored.seeAlso.map((paper) => restorePaper(paper)),
    ranking: stored.ranking.map((ranked) => ({ ...ranked, paper: restorePaper(ranked.paper) })),
  };
}

function storePaper({ id, title, displayTitle }: Paper): StoredPaper {
  return { id, title, ...(displayTitle !== title && { displayTitle }) };
}

const isStoredPaper = objectOf<StoredPaper>({ id: isText, title: isText, displayTitle: optional(isText) });

const isModelUse = objectOf<ModelUse>({
  model: isText,
  requests: isNumber,
  promptTokens: isNumber,
  completionTokens: isNumber,
  isEstimated: isFlag,
  cost: optional(isNumber),
  isCached: isFlag,
  prompts: mapOf(isNumber),
  removed: listOf(
    objectOf<RemovedSentence>({
      sentence: isText,
      reason: oneOf<RemovedSentence["reason"]>({
        uncited: true,
        figure: true,
        quotation: true,
        title: true,
        name: true,
        support: true,
        link: true,
        prompt: true,
      }),
    }),
  ),
});

// The compiler sends whoever adds a field or a kind to Answer to this place.
const isStoredAnswer = objectOf<StoredAnswer>({
  outcome: oneOf<Outcome>({ answered: true, "not-stated": true, "no-evidence": true, declined: true }),
  kind: oneOf<AnswerKind>({ paper: true, topic: true, comparison: true, summary: true }),
  text: isText,
  note: optional(isText),
  citations: listOf(
    objectOf<Stored<Citation>>({
      number: isNumber,
      paper: isStoredPaper,
      evidence: listOf(
        objectOf<Evidence>({ sentence: isText, source: oneOf<EvidenceSource>({ abstract: true, digest: true }) }),
      ),
    }),
  ),
  seeAlso: listOf(isStoredPaper),
  ranking: listOf(objectOf<Stored<RankedPaper>>({ paper: isStoredPaper, score: isNumber, signals: mapOf(isNumber) })),
  trace: objectOf<Trace>({
    searched: isText,
    evidence: mapOf(isNumber),
    stages: listOf(objectOf<Stage>({ name: isText, ms: isNumber })),
    model: optional(isModelUse),
  }),
});
