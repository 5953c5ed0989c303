import type { Paper } from "./paper.ts";

/** What somebody may want to know of the product that answers them. */
export interface About {
  readonly papers: number;
  /** The paper with the latest date. Absent where no paper has one. */
  readonly newestPaper?: { readonly title: string; readonly published: string };
  /** When the index was built: ISO instant, UTC. */
  readonly indexBuiltAt: string;
  /** `corpus`, or `openai:` with the endpoint's name for the model. */
  readonly embeddingModel: string;
  /** As the endpoint calls it. Absent where no model takes part. */
  readonly chatModel?: string;
}

/** @param known What the papers do not say of themselves. */
export function describeCorpus(papers: readonly Paper[], known: Omit<About, "papers" | "newestPaper">): About {
  const newestPaper = findNewest(papers);
  return { papers: papers.length, ...(newestPaper && { newestPaper }), ...known };
}

/** The first in corpus order among those of the latest day, by the title that people read. */
function findNewest(papers: readonly Paper[]): About["newestPaper"] {
  let newest: About["newestPaper"];
  for (const { displayTitle: title, published } of papers) {
    if (published !== undefined && published > (newest?.published ?? "")) newest = { title, published };
  }
  return newest;
}
