import type { Turn } from "../domain/question.ts";

/** One line of a batch: a question, or a title to look up. */
export interface BatchItem {
  readonly id: BatchId;
  readonly question: string;
  readonly history: readonly Turn[];
  readonly mode: "ask" | "title";
}

/** As given; null where a line is so broken that its id cannot be told. */
export type BatchId = string | number | null;

/** A line that is no {@link BatchItem}. */
export interface BatchProblem {
  readonly id: BatchId;
  /** What is wrong and what is wanted, for people. */
  readonly problem: string;
}

const KEYS: readonly string[] = ["id", "question", "history", "mode"];

/** Parses one line. Total: what is no item is a problem, with the line's id where it can be told. */
export function parseBatchLine(line: string): BatchItem | BatchProblem {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, problem: "The line is not JSON." };
  }
  if (!isRecord(value)) return { id: null, problem: "The line is not a JSON object." };

  const { id, question, history = [], mode = "ask" } = value;
  if (!isId(id)) return { id: null, problem: 'The key "id" must be a string or a number.' };
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    return { id, problem: `The key ${JSON.stringify(unknown)} is none of ${KEYS.join(", ")}.` };
  }
  if (typeof question !== "string") return { id, problem: 'The key "question" must be a string.' };
  if (!Array.isArray(history) || !history.every(isTurn)) {
    return { id, problem: 'The key "history" must be a list of {"role": "user" or "assistant", "text": string}.' };
  }
  if (mode !== "ask" && mode !== "title") return { id, problem: 'The key "mode" must be "ask" or "title".' };
  return { id, question, history, mode };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function isTurn(value: unknown): value is Turn {
  return (
    isRecord(value) && (value["role"] === "user" || value["role"] === "assistant") && typeof value["text"] === "string"
  );
}
