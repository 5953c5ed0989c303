import { disableRemoteTracing } from "../adapters/langchain-tracing.ts";
import { ModelSession } from "../answering/model/model-session.ts";
import type { Config } from "../config.ts";
import { UsageError } from "../domain/errors.ts";
import type { Judge } from "../workbench.ts";
import { createEndpoint } from "./chat.ts";
import { readPrompts } from "./read-prompts.ts";

/** Tokens of a verdict, reasoning included. */
const VERDICT_TOKENS = 1000;

/**
 * A judge that asks a model of the configured endpoint.
 *
 * @throws {UsageError} If no endpoint is configured.
 * @throws {PromptError} If its prompt cannot be used.
 */
export async function createModelJudge({ chat }: Config, name: string, signal?: AbortSignal): Promise<Judge> {
  if (chat === undefined) throw new UsageError("There is no endpoint for a judge: set FOOTNOTE_CHAT_MODEL.");
  disableRemoteTracing();
  const { judge } = await readPrompts();
  const endpoint = createEndpoint(chat, name);
  return async (passages, statement) => {
    const session = new ModelSession(endpoint, "judge");
    const values = { passages, statement };
    const verdict = await session.complete({ prompt: judge, values, maxTokens: VERDICT_TOKENS, signal });
    return /^\W*yes\b/iu.test(verdict);
  };
}
