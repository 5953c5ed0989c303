import type { Turn } from "../domain/question.ts";

/** What a question of the evaluation tests. */
export type EvalType = (typeof EVAL_TYPES)[number];

const EVAL_TYPES = [
  "known",
  "figure",
  "topic",
  "compare",
  "title",
  "followup",
  "nofact",
  "unanswerable",
  "injection",
] as const;

/** The questions that are scored together: those of one type, the extra ones by their distance from the papers' words. */
export type EvalGroup = EvalType | (typeof EXTRA_GROUPS)[number];

const EXTRA_GROUPS = ["extra-plain", "extra-semilay", "extra-lay"] as const;

/** A question with what a right answer holds. */
export interface EvalQuestion {
  readonly id: string;
  readonly group: EvalGroup;
  readonly question: string;
  readonly history: readonly Turn[];
  /** Exact corpus titles of the papers that a right answer draws on. */
  readonly gold: readonly string[];
  /** Facts that a right answer contains. */
  readonly answer: readonly string[];
  /** What must not occur in the output, compared without case. */
  readonly mustNot: readonly string[];
}

/**
 * Parses a question file, one JSON object a line. The files are the project's own, so a broken line is an error.
 *
 * @throws {SyntaxError} If a line is no question, with its number.
 */
export function parseEvalQuestions(text: string): EvalQuestion[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [parseEvalQuestion(line)];
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new SyntaxError(`Line ${index + 1} is no question: ${reason}`, { cause });
    }
  });
}

interface RawQuestion {
  readonly id: string;
  readonly type: EvalType;
  readonly question: string;
  readonly history?: readonly Turn[];
  readonly gold?: readonly string[];
  readonly answer?: readonly string[];
  readonly must_not?: readonly string[];
}

function parseEvalQuestion(line: string): EvalQuestion {
  const { id, type, question, history = [], gold = [], answer = [], must_not = [] } = JSON.parse(line) as RawQuestion;
  if (typeof id !== "string" || typeof question !== "string" || !EVAL_TYPES.includes(type)) {
    throw new SyntaxError("It needs an id, a known type and a question.");
  }
  const group = EXTRA_GROUPS.find((extra) => id.startsWith(`${extra}-`)) ?? type;
  return { id, group, question, history, gold, answer, mustNot: must_not };
}
