/** What may be wrong, where in its file, and why. */
export interface Problem {
  /** `line 12`, `entry 3`, or `file`. */
  readonly place: string;
  readonly reason: string;
}

/** What one entry of one file says about a paper. Fields are as written, checked but not yet made readable. */
export interface Entry {
  /** Where in its file the entry stands: `line 12` of a catalogue, `entry 3` of a page. */
  readonly place: string;
  /** Has at least one letter or digit, and at most {@link MAX_TITLE_LENGTH} characters. */
  readonly title: string;
  readonly abstract?: string;
  readonly tldr?: string;
  readonly digest?: string;
  readonly questions?: readonly string[];
  readonly terms?: readonly string[];
  readonly links?: readonly string[];
  /** ISO date, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly authorCount?: number;
  readonly organization?: string;
  readonly commentCount?: number;
}

/** What a parser made of one file. */
export interface Parsed {
  /** In the file's order. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** In characters. The longest title of the 829 shipped papers has 176. */
export const MAX_TITLE_LENGTH = 500;

/** In characters. The longest abstract that arXiv takes has 1,920; a digest is shorter still. */
export const MAX_TEXT_LENGTH = 20_000;
