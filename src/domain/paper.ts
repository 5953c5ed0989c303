/**
 * One paper, with everything that the corpus says about it. Text fields other than `title` are already made readable:
 * markup that a saved page lost ("33times", "98.4\%") is mended, figures are never changed.
 */
export interface Paper {
  /** First 12 hexadecimal digits of the SHA-256 of the normalised title: stable over rebuilds, short enough for a custom id. */
  readonly id: string;
  /** The corpus's own title, to the letter: the paper's identity. */
  readonly title: string;
  /** The title made readable for people. */
  readonly displayTitle: string;
  /** The authors' abstract, present where the owner indexed the page that holds it. */
  readonly abstract?: string;
  /** One sentence in our own words. */
  readonly tldr?: string;
  /** 70-120 words in our own words, with the abstract's figures. */
  readonly digest?: string;
  /** Questions that the paper answers, from expert to plain words (doc2query). Empty when unknown. */
  readonly questions: readonly string[];
  /** Search terms that the abstract lacks. Empty when unknown. */
  readonly terms: readonly string[];
  /** `http(s)` addresses of code and project pages. */
  readonly links: readonly string[];
  /** ISO date, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly authorCount?: number;
  readonly organization?: string;
  readonly commentCount?: number;
}

/**
 * What many titles begin with, before a colon: the name of what the paper brings.
 *
 * @returns Undefined for a title without.
 */
export function titleHead(title: string): string | undefined {
  const colon = title.indexOf(":");
  return colon > 0 ? title.slice(0, colon) : undefined;
}

/** Where a sentence was taken from: the authors' own abstract, or our digest of it. */
export type EvidenceSource = "abstract" | "digest";

/**
 * Folds a title to the key under which two spellings count as one paper: Unicode NFKC, lower case, runs of everything
 * that is neither letter nor digit become one space.
 *
 * @returns The key, empty when the title has no letter and no digit.
 */
export function normalizeTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
