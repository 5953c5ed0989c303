import type { EvidenceSource } from "./paper.ts";

/** What a sentence is called by where it was taken from: our digest is no quotation of the authors. */
export const SOURCE_LABELS = {
  abstract: "from the abstract",
  digest: "from our digest",
} as const satisfies Record<EvidenceSource, string>;
