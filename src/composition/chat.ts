import { createHash, randomBytes } from "node:crypto";
import { systemClock } from "../adapters/clock.ts";
import { openDatabase } from "../adapters/database.ts";
import type { Database } from "../adapters/database.ts";
import { DatabaseAnswerCache } from "../adapters/database-answer-cache.ts";
import { DatabaseSpending } from "../adapters/database-spending.ts";
import { disableRemoteTracing } from "../adapters/langchain-tracing.ts";
import { OpenAiChat } from "../adapters/openai-chat.ts";
import { KnownTitles } from "../answering/grounding/known-titles.ts";
import { ModelAnswerer } from "../answering/model/model-answerer.ts";
import { createNonce } from "../answering/model/pack-passages.ts";
import type { AnsweringFields } from "../answering/read-question.ts";
import type { ChatConfig, Config } from "../config.ts";
import type { ModelRecording } from "../workbench.ts";
import { readPrompts } from "./read-prompts.ts";
import { RecordedChat } from "./recorded-chat.ts";

/** How long a person waits for a model between tries of one request, and for a turn among other requests, in milliseconds. */
const PATIENCE_MS = 8000;
const QUEUE_MS = 15_000;

/** What is said of a model that nobody configured, whose answers were written elsewhere. */
const RECORDED = "recorded";

export interface ChatOptions {
  readonly config: Config;
  readonly recording: ModelRecording | undefined;
  /** Names the index: what was answered from another one does not hold. */
  readonly indexName: string;
  readonly onLog: (text: string) => void;
}

/**
 * Puts the model's side of answering together.
 *
 * @throws {PromptError} If a prompt cannot be used.
 * @throws {DataUnusableError} If what is remembered cannot be.
 */
export async function createModelAnswerer(fields: AnsweringFields, options: ChatOptions): Promise<ModelAnswerer> {
  const { config, recording, indexName, onLog } = options;
  const { chat, data } = config;
  disableRemoteTracing();
  const prompts = await readPrompts();
  const keepsAnswers = chat !== undefined && recording === undefined && chat.cache.entries > 0;
  const needsData = keepsAnswers || chat?.dailyDollars !== undefined;
  const database = needsData ? openDatabase(data.folder) : undefined;
  const endpoint = chat && createEndpoint(chat, chat.model, database && { database, onLog });
  const modelName = chat?.model ?? RECORDED;
  const model = recording === undefined ? endpoint : new RecordedChat(recording, endpoint, modelName);
  if (model === undefined) throw new Error("There is neither a chat model nor a recording");
  return new ModelAnswerer({
    ...fields,
    prompts,
    titles: new KnownTitles(fields.papers),
    modelName,
    world: JSON.stringify([indexName, chat?.baseUrl, modelName, chat?.temperature, chat?.maxTokens]),
    evidenceTokens: chat?.evidenceTokens ?? DEFAULT_EVIDENCE_TOKENS,
    onLog,
    ...(chat &&
      keepsAnswers &&
      database && {
        cache: new DatabaseAnswerCache(database, systemClock, {
          ...chat.cache,
          onTrouble: ({ message }) => onLog(message),
        }),
      }),
    model,
    // What is recorded must be asked in the same words again.
    createNonce: (id) =>
      createNonce(
        recording === undefined
          ? randomBytes(NONCE_BYTES)
          : createHash("sha256")
              .update(id ?? "")
              .digest(),
      ),
  });
}

/** Of a recording without a configured model. */
const DEFAULT_EVIDENCE_TOKENS = 3000;
const NONCE_BYTES = 12;

/**
 * A model of the configured endpoint.
 *
 * @param keeping Where what is spent is written down. Absent: the daily limit is not kept.
 */
export function createEndpoint(
  chat: ChatConfig,
  model: string,
  keeping?: { readonly database: Database; readonly onLog: (text: string) => void },
): OpenAiChat {
  const { key, temperature, prices, dailyDollars } = chat;
  return new OpenAiChat({
    baseUrl: chat.baseUrl,
    ...(key && { key: key.reveal() }),
    model,
    ...(temperature !== undefined && { temperature }),
    maxTokens: chat.maxTokens,
    firstTokenMs: chat.firstTokenMs,
    timeoutMs: chat.timeoutMs,
    patienceMs: PATIENCE_MS,
    concurrency: chat.concurrency,
    queueMs: QUEUE_MS,
    ...(prices && { prices }),
    ...(dailyDollars !== undefined &&
      keeping && {
        dailyLimit: {
          dollars: dailyDollars,
          spending: new DatabaseSpending(keeping.database, systemClock, ({ message }) => keeping.onLog(message)),
        },
      }),
    clock: systemClock,
  });
}
