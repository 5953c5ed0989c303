import type { Line } from "./page-body.ts";
import { parsePageDate } from "./page-date.ts";

/** A line of a paper's title or abstract. */
export interface TextUnit extends Line {
  readonly kind: "text";
}

/** The block below an abstract: who wrote it, how many they are, and when. */
export interface FactsUnit {
  readonly kind: "facts";
  /** The block's first line, counted from 1. */
  readonly number: number;
  readonly authorCount?: number;
  readonly organization?: string;
  /** The date's line as it stands. */
  readonly date?: string;
}

export type Unit = TextUnit | FactsUnit;

const DOT = "·";
const AUTHORS = /^•\s*([\d,]{1,9}) authors?$/;
const LIKE_A_DATE = /^\p{L}{3,9}\.? \d[\d, ]{0,12}$/u;
const LONGEST_ORGANIZATION = 100;

/** Sorts the lines of a page into texts and blocks of facts. Lines of facts that follow each other make one block. */
export function readPageUnits(body: readonly Line[]): readonly Unit[] {
  const units: Unit[] = [];
  for (const [index, line] of body.entries()) {
    const facts = readFact(line, body[index - 1], body[index + 1]);
    const last = units.at(-1);
    if (facts === undefined) units.push({ kind: "text", ...line });
    else if (last?.kind === "facts") units[units.length - 1] = { ...last, ...facts };
    else units.push({ kind: "facts", number: line.number, ...facts });
  }
  return units;
}

function readFact(line: Line, before: Line | undefined, after: Line | undefined): Partial<FactsUnit> | undefined {
  const { text } = line;
  if (text === DOT) return {};
  const authors = AUTHORS.exec(text)?.[1];
  if (authors !== undefined) return { authorCount: Number(authors.replaceAll(",", "")) };
  // Below the dot, whatever resembles a date was meant as one: a wrong one is reported rather than taken for a title.
  if (parsePageDate(text) !== undefined || (before?.text === DOT && LIKE_A_DATE.test(text))) return { date: text };
  if (text.length <= LONGEST_ORGANIZATION && isAbove(line, after) && isBlockStart(after)) {
    // The site writes the organisation's handle before its name: "apple Apple".
    return { organization: text.replace(/^\S+\s+/, "") };
  }
  return undefined;
}

function isAbove(line: Line, after: Line | undefined): after is Line {
  return after?.number === line.number + 1;
}

function isBlockStart(line: Line): boolean {
  return line.text === DOT || AUTHORS.test(line.text);
}
