import { createHash } from "node:crypto";
import type { Answer, Outcome } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import type { AnswerRecord, FeedbackRecord } from "../domain/records.ts";
import type { EvalType } from "../evaluation/eval-question.ts";
import { tracedAnswerRow } from "./answer-row.ts";

/** Discord's ids, also within a mention or a link. No text of a paper holds so long a number. */
const DISCORD_ID = /\b\d{17,20}\b/g;

/** Feedback in the form of the evaluation's questions, with the answer that it is about. Nobody can be told from it. */
export interface FeedbackRow {
  readonly id: string;
  /** A guess, for a person to check. */
  readonly type: EvalType;
  readonly question: string;
  readonly history: readonly Turn[];
  readonly gold: readonly string[];
  readonly answer: readonly string[];
  readonly must_not: readonly string[];
  readonly rating: "good" | "bad";
  readonly reason: string;
  /** An ISO date with its time, UTC. */
  readonly at: string;
  readonly outcome: Outcome;
  readonly text: string;
  /** Corpus titles, in order of first use. */
  readonly cited: readonly string[];
  readonly trace: object;
}

/** @returns The row, whose id stays the same as long as the answer is kept. */
export function feedbackRow({ answerId, personId, isGood, reason, at, about }: FeedbackRecord): FeedbackRow {
  const { answer, question } = about;
  const history = turnsBefore(about);
  const cited = answer.citations.map(({ paper }) => paper.title);
  const { trace } = tracedAnswerRow(answer, 0);
  return withoutIds({
    id: `feedback-${createHash("sha256").update(`${answerId} ${personId}`).digest("hex").slice(0, 12)}`,
    type: guessType(answer, history),
    question,
    history,
    gold: isGood ? cited : [],
    answer: [],
    must_not: [],
    rating: isGood ? "good" : "bad",
    reason,
    at: new Date(at).toISOString(),
    outcome: answer.outcome,
    text: answer.text,
    cited,
    trace,
  });
}

/** The conversation before a question; an answer's own turns are the last two, unless it was declined. */
function turnsBefore({ question, history }: AnswerRecord): readonly Turn[] {
  const own = history.at(-2);
  return own?.role === "user" && question.startsWith(own.text) ? history.slice(0, -2) : history;
}

function guessType({ outcome, kind }: Answer, history: readonly Turn[]): EvalType {
  if (outcome === "no-evidence" || outcome === "declined") return "unanswerable";
  if (outcome === "not-stated") return "nofact";
  if (history.length > 0) return "followup";
  if (kind === "comparison") return "compare";
  return kind === "topic" ? "topic" : "known";
}

function withoutIds(row: FeedbackRow): FeedbackRow {
  const hide = (_key: string, value: unknown): unknown =>
    typeof value === "string" ? value.replaceAll(DISCORD_ID, "…") : value;
  return JSON.parse(JSON.stringify(row, hide)) as FeedbackRow;
}
