import type { Question, Turn } from "../../domain/question.ts";
import { nameLikeTokens } from "../unknown-names.ts";
import type { Prompts } from "../prompts/prompts.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { estimateTokens } from "../../domain/estimate-tokens.ts";
import type { ModelSession } from "./model-session.ts";
import type { Nonce } from "./pack-passages.ts";

/** Tokens of a conversation in a prompt: some five questions with their answers. */
const CONVERSATION_TOKENS = 1500;
/** Tokens of a question that a model writes, its reasoning included. */
const QUESTION_TOKENS = 1000;
/** Characters of a question that a model writes; a longer one is no question. */
const QUESTION_LENGTH = 600;

export interface Rewriting {
  readonly session: ModelSession;
  readonly prompts: Prompts;
  readonly nonce: Nonce;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Rewrites the last question of a conversation so that it stands alone.
 *
 * @returns Undefined where the model wrote something that is no question.
 * @throws {ChatError} If the model gives no answer.
 */
export async function standAlone(
  { text, history }: Question,
  { session, prompts, nonce, signal }: Rewriting,
): Promise<string | undefined> {
  const values = { nonce: nonce.text, conversation: renderConversation(history), question: text };
  return readLine(await session.complete({ prompt: prompts["follow-up"], values, maxTokens: QUESTION_TOKENS, signal }));
}

/**
 * Translates a question into English to search with. Names that the corpus knows are kept as they were written.
 *
 * @returns Undefined where the model wrote something that is no question.
 * @throws {ChatError} If the model gives no answer.
 */
export async function translateQuestion(
  question: string,
  vocabulary: Vocabulary,
  { session, prompts, nonce, signal }: Rewriting,
): Promise<string | undefined> {
  const values = { nonce: nonce.text, question };
  const english = readLine(
    await session.complete({ prompt: prompts["search-query"], values, maxTokens: QUESTION_TOKENS, signal }),
  );
  if (english === undefined) return undefined;
  const has = new Set(vocabulary.words(english));
  const lost = nameLikeTokens(question).filter((name) =>
    vocabulary.words(name).some((term) => vocabulary.knows(term) && !has.has(term)),
  );
  return [english, ...lost].join(" ");
}

/** The latest turns that fit, whole, oldest first. */
function renderConversation(history: readonly Turn[]): string {
  const turns: string[] = [];
  let left = CONVERSATION_TOKENS;
  for (const { role, text } of history.toReversed()) {
    const turn = `${role === "user" ? "Person" : "Answer"}: ${text}`;
    left -= estimateTokens(turn);
    if (left < 0) break;
    turns.unshift(turn);
  }
  return turns.join("\n\n");
}

/** One line without the quotation marks that models like to put around it. */
function readLine(written: string): string | undefined {
  const line = written
    .trim()
    .replace(/^["“„«'](.*)["”“»']$/su, "$1")
    .trim();
  const isQuestion =
    line !== "" && line.length <= QUESTION_LENGTH && !line.includes("\n") && /[\p{L}\p{N}]/u.test(line);
  return isQuestion ? line : undefined;
}
