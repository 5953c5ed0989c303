import { count } from "../domain/count.ts";
import type { ModelTally } from "../evaluation/model-tally.ts";
import { plainLine } from "../domain/plain-text.ts";

/** What a language model had to do with an evaluation's answers. */
export interface ModelScores extends ModelTally {
  /** Requests that a replayed recording could not answer. */
  readonly replay?: { readonly missing: number; readonly askedOtherwise: number };
}

/** A model's part in an evaluation, for people: a line each on answers, removed sentences, costs and the replay. */
export function renderModelScores(scores: ModelScores): string {
  const { models, fromModel, fellBack, requests, promptTokens, completionTokens, isEstimated, cost, replay } = scores;
  const removed = Object.entries(scores.removed);
  const removedCount = removed.reduce((sum, [, number]) => sum + number, 0);
  const reasons = removed.map(([reason, number]) => `${reason} ${number}`).join(", ");
  return [
    `Model ${models.map(plainLine).join(", ")}: ${count(fromModel, "answer")} from it, ${fellBack} fell back to the ` +
      "papers' own sentences.",
    `${count(removedCount, "sentence")} removed${removedCount > 0 ? ` (${reasons})` : ""}.`,
    `${count(requests, "request")}, ${promptTokens} prompt tokens and ${completionTokens} completion tokens` +
      `${isEstimated ? " (estimated)" : ""}, ${cost === undefined ? "cost unknown" : `about $${cost.toFixed(4)}`}.`,
    ...(replay
      ? [`Of the replay, ${count(replay.missing, "request")} missing and ${replay.askedOtherwise} asked otherwise.`]
      : []),
  ].join("\n");
}
