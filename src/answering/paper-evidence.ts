import type { Evidence } from "../domain/answer.ts";
import type { Paper } from "../domain/paper.ts";
import { splitSentences } from "./split-sentences.ts";

const known = new WeakMap<Paper, readonly Evidence[]>();

/**
 * The sentences that may be cited for a paper, in text order: the authors' abstract where the owner indexed it, else our
 * digest with its one-sentence summary first. Empty for a paper of which only the title is known.
 */
export function paperEvidence(paper: Paper): readonly Evidence[] {
  let evidence = known.get(paper);
  if (evidence === undefined) {
    evidence =
      paper.abstract === undefined
        ? [paper.tldr ?? "", paper.digest ?? ""]
            .flatMap(splitSentences)
            .map((sentence) => ({ sentence, source: "digest" }))
        : splitSentences(paper.abstract).map((sentence) => ({ sentence, source: "abstract" }));
    known.set(paper, evidence);
  }
  return evidence;
}

/** Where a paper says what it is about: its title and the first sentence of its text. */
export function paperSubject(paper: Paper): string {
  return `${paper.title} ${paperEvidence(paper)[0]?.sentence ?? ""}`;
}
