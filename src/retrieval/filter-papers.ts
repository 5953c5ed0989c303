import type { Paper } from "../domain/paper.ts";
import { paperLink } from "../domain/paper-link.ts";
import type { Filters } from "../domain/question.ts";

/** The papers that pass a filter. */
export interface FilteredPapers {
  readonly passes: (paper: Paper) => boolean;
  /** How many papers a date filter left out for want of a date. 0 without a date filter. */
  readonly undated: number;
}

/** Sifts papers by date and by having code. */
export function filterPapers(papers: readonly Paper[], { since, until, hasCode = false }: Filters): FilteredPapers {
  const passesCode = (paper: Paper): boolean => !hasCode || paperLink(paper).label === "code";
  if (since === undefined && until === undefined) return { passes: passesCode, undated: 0 };
  const passes = (paper: Paper): boolean => {
    const { published } = paper;
    if (published === undefined || !passesCode(paper)) return false;
    return (since === undefined || published >= since) && (until === undefined || published <= until);
  };
  return { passes, undated: papers.filter((paper) => paper.published === undefined && passesCode(paper)).length };
}
