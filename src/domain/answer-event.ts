import type { Answer, AnswerKind, Outcome } from "./answer.ts";
import type { ErrorCode } from "./errors.ts";

/** Where in Discord an answer is asked for. */
export const SURFACES = ["mention", "dm", "ask", "summary", "compare", "follow-up"] as const;

export type Surface = (typeof SURFACES)[number];

/**
 * Why there was no answer: a failure that the product knows, or one of these.
 * - `answer/stopped`: the person stopped it.
 * - `answer/timed-out`: it took too long as a whole.
 * - `answer/interrupted`: the bot ended.
 * - `answer/queue-full`: too many questions waited already.
 * - `answer/limited`: the person, the server or the bot had its answers for now.
 * - `answer/unreachable`: Discord let nothing be said there.
 * - `answer/unexpected`: a bug.
 */
export type AnswerFailure =
  | ErrorCode
  | "answer/stopped"
  | "answer/timed-out"
  | "answer/interrupted"
  | "answer/queue-full"
  | "answer/limited"
  | "answer/unreachable"
  | "answer/unexpected";

/** What is told and counted of one answer. It names no person and no place, and holds nothing that anybody wrote. */
export interface AnswerEvent {
  /** The answer's id. */
  readonly id: string;
  readonly surface: Surface;
  readonly outcome: Outcome | "failed";
  /** Why it failed. */
  readonly failure?: AnswerFailure;
  readonly kind?: AnswerKind;
  /** Milliseconds by stage, in the line before it (`queue`), and in `total`. */
  readonly ms: Readonly<Record<string, number>>;
  /** Papers cited. */
  readonly papers: number;
  readonly model?: string;
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  /** US dollars, where prices are known. */
  readonly cost?: number;
  /** Whether a model gave the answer before, and it was remembered. */
  readonly cached?: boolean;
  /** Sentences of the model that were not shown, for they were not proved. */
  readonly removed?: number;
  /** Only where the owner wants questions in the log. */
  readonly question?: string;
}

/** What an answer does not know of itself. */
export interface AnswerContext {
  readonly id: string;
  readonly surface: Surface;
  /** From hearing the question to the last word, in milliseconds. */
  readonly totalMs: number;
  /** How much of it the question waited in the line, in milliseconds. */
  readonly queueMs: number;
  /** The question, if and only if the owner lets the log hold it. */
  readonly question?: string;
}

/** @param end The answer, or why there is none. */
export function describeAnswer(end: Answer | AnswerFailure, context: AnswerContext): AnswerEvent {
  const { id, surface, totalMs, queueMs, question } = context;
  const asked = question === undefined ? {} : { question };
  const around = { queue: toTenths(queueMs), total: toTenths(totalMs) };
  if (typeof end === "string") return { id, surface, outcome: "failed", failure: end, ms: around, papers: 0, ...asked };
  const { outcome, kind, citations, trace } = end;
  const ms: Record<string, number> = {};
  for (const { name, ms: taken } of trace.stages) ms[name] = toTenths((ms[name] ?? 0) + taken);
  return {
    id,
    surface,
    outcome,
    kind,
    ms: { ...ms, ...around },
    papers: new Set(citations.map(({ paper }) => paper.id)).size,
    ...describeModel(end),
    ...asked,
  };
}

function describeModel({ trace: { model: use } }: Answer): Partial<AnswerEvent> {
  if (use === undefined) return {};
  const { model, promptTokens, completionTokens, cost, isCached, removed } = use;
  return {
    model,
    promptTokens,
    completionTokens,
    ...(cost !== undefined && { cost }),
    cached: isCached,
    removed: removed.length,
  };
}

function toTenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
