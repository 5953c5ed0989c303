import type { Answer, ModelUse, RemovedSentence } from "../domain/answer.ts";

/** What a language model had to do with one answer. */
export interface ModelShare {
  /** Who wrote the text: the model, the papers' own sentences in its stead, or those alone because none was asked. */
  readonly author: "model" | "fallback" | "papers";
  readonly use?: ModelUse;
}

/** What a language model had to do with many answers. */
export interface ModelTally {
  /** The models that were asked, as the endpoint calls them. */
  readonly models: readonly string[];
  /** Answers that the model wrote, whole or in part. */
  readonly fromModel: number;
  /** Answers that the model should have written. */
  readonly fellBack: number;
  /** Sentences that the model wrote and nobody was shown, by the rule that they broke. */
  readonly removed: Readonly<Partial<Record<RemovedSentence["reason"], number>>>;
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Whether any tokens were guessed from the length of a text. */
  readonly isEstimated: boolean;
  /** US dollars, where prices are known. */
  readonly cost?: number;
}

/**
 * Tells who wrote an answer.
 *
 * @param isProved Whether any of it was told as proved while it came, which only a model's text is.
 */
export function shareOf({ note, trace: { model } }: Answer, isProved: boolean): ModelShare {
  const use = model && { use: model };
  if (isProved || (model && note === undefined)) return { author: "model", ...use };
  return { author: note === undefined ? "papers" : "fallback", ...use };
}

/** Adds up what a model had to do with each answer. Pure. */
export function tallyModel(shares: readonly ModelShare[]): ModelTally {
  const uses = shares.flatMap(({ use }) => use ?? []);
  const reasons = Map.groupBy(
    uses.flatMap(({ removed }) => removed),
    ({ reason }) => reason,
  );
  const costs = uses.flatMap(({ cost }) => cost ?? []);
  return {
    models: [...new Set(uses.map(({ model }) => model))],
    fromModel: shares.filter(({ author }) => author === "model").length,
    fellBack: shares.filter(({ author }) => author === "fallback").length,
    removed: Object.fromEntries([...reasons].map(([reason, sentences]) => [reason, sentences.length])),
    requests: sum(uses.map(({ requests }) => requests)),
    promptTokens: sum(uses.map(({ promptTokens }) => promptTokens)),
    completionTokens: sum(uses.map(({ completionTokens }) => completionTokens)),
    isEstimated: uses.some(({ isEstimated }) => isEstimated),
    ...(costs.length > 0 && { cost: sum(costs) }),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
