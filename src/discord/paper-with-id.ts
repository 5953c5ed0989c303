import type { App } from "../app.ts";
import type { Paper } from "../domain/paper.ts";
import { Refusal } from "./failures.ts";

/** @throws {Refusal} If there is no such paper, or no longer. */
export function paperWithId(app: App, id: string | undefined): Paper {
  const paper = app.papers.find((candidate) => candidate.id === id);
  if (paper === undefined) throw new Refusal(({ refusals }) => refusals.paperGone);
  return paper;
}
