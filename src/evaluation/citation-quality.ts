import type { Answer, Citation } from "../domain/answer.ts";
import type { Judge } from "../workbench.ts";
import { splitStatements } from "./split-statements.ts";

/** How well the citations of one reply prove it, as ALCE measures it. */
export interface CitationQuality {
  /** The share of statements that what they cite proves, 0 to 1. 0 for a reply that states nothing. */
  readonly recall: number;
  /** The share of citations that prove their statement or help to, 0 to 1. 0 for a reply that cites nothing. */
  readonly precision: number;
}

/**
 * Citation recall and citation precision:
 * - A statement has recall 1 if and only if it cites something, and all that it cites proves it together.
 * - A citation is precise if and only if its statement has recall 1, and it proves the statement alone or the others do
 *   not prove it without it.
 *
 * @see {@link https://arxiv.org/abs/2305.14627} Gao et al., 2023, section 3.
 */
export async function measureCitations({ text, citations }: Answer, judge: Judge): Promise<CitationQuality> {
  const passages = new Map(citations.map((citation) => [citation.number, passageOf(citation)]));
  const statements = splitStatements(text);
  let proved = 0;
  let precise = 0;
  for (const { text: statement, marks } of statements) {
    const proves = (numbers: readonly number[]): Promise<boolean> =>
      judge(numbers.map((number) => passages.get(number) ?? "").join("\n\n"), statement);
    if (marks.length === 0 || !(await proves(marks))) continue;
    proved += 1;
    for (const mark of marks) {
      const others = marks.filter((other) => other !== mark);
      // Alone, it is what was just judged.
      if (others.length === 0 || (await proves([mark])) || !(await proves(others))) precise += 1;
    }
  }
  const cited = statements.reduce((sum, { marks }) => sum + marks.length, 0);
  return { recall: share(proved, statements.length), precision: share(precise, cited) };
}

function passageOf({ paper, evidence }: Citation): string {
  return `${paper.displayTitle}\n${evidence.map(({ sentence }) => sentence).join(" ")}`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
