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
import type { Answerer } from "../answering/answerer.ts";
import type { AnsweringFields } from "../answering/read-question.ts";
import type { ChatConfig } from "../config-chat.ts";
import type { Config } from "../config.ts";
import type { ModelRecording, ModelRequest } from "../workbench.ts";
import { tellRequests } from "./model-request.ts";
import { readPrompts } from "./read-prompts.ts";
import { RecordedChat } from "./recorded-chat.ts";

/** How long a person waits for a model between tries of one request, and for a turn among other requests, in milliseconds. */
const PATIENCE_MS = 8000;
const QUEUE_MS = 15_000;

/** How long anything is remembered where nothing is to be kept beyond the process, in milliseconds: people are told a day. */
const MEMORY_MS = 86_400_000;

/** What is said of a model that nobody configured, whose answers were written elsewhere. */
const RECORDED = "recorded";

export interface ChatOptions extends Tellers {
  readonly config: Config;
  readonly recording: ModelRecording | undefined;
  readonly onRequest: ((request: ModelRequest) => void) | undefined;
}

/** Whom the owner's news go to, each in one line. */
export interface Tellers {
  readonly onLog: (text: string) => void;
  readonly onTrouble: (text: string) => void;
}

/** Makes the answerer of an index. All share one endpoint, with its limits, and one memory. */
export type AnswererFactory = (fields: AnsweringFields, indexName: string) => Answerer;

/**
 * Puts the model's side of answering together.
 *
 * @throws {PromptError} If a prompt cannot be used.
 * @throws {DataUnusableError} If what is remembered cannot be.
 */
export async function createModelAnswering(options: ChatOptions): Promise<AnswererFactory> {
  const { config, recording, onLog, onTrouble, onRequest } = options;
  const { chat, data, discord } = config;
  disableRemoteTracing();
  const prompts = await readPrompts();
  const keepsAnswers = chat !== undefined && recording === undefined && chat.cache.entries > 0;
  const isInMemory = discord.keepDays === 0;
  const needsData = (keepsAnswers && !isInMemory) || chat?.dailyDollars !== undefined;
  const database = needsData ? openDatabase(data.folder) : undefined;
  const endpoint = chat && createEndpoint(chat, chat.model, database && { database, onTrouble });
  const modelName = chat?.model ?? RECORDED;
  const model = recording === undefined ? endpoint : new RecordedChat(recording, endpoint, modelName);
  if (model === undefined) throw new Error("There is neither a chat model nor a recording");
  const remembering = isInMemory && keepsAnswers ? openDatabase(undefined) : database;
  const cache =
    keepsAnswers && remembering
      ? new DatabaseAnswerCache(remembering, systemClock, {
          entries: chat.cache.entries,
          maxAgeMs: Math.min(chat.cache.maxAgeMs, isInMemory ? MEMORY_MS : Infinity),
          onTrouble: ({ message }) => onTrouble(message),
        })
      : undefined;
  return (fields, indexName) =>
    new ModelAnswerer({
      ...fields,
      prompts,
      titles: new KnownTitles(fields.papers),
      modelName,
      world: JSON.stringify([indexName, chat?.baseUrl, modelName, chat?.temperature, chat?.maxTokens]),
      evidenceTokens: chat?.evidenceTokens ?? DEFAULT_EVIDENCE_TOKENS,
      onLog,
      onTrouble,
      ...(cache && { cache }),
      model: onRequest === undefined ? model : tellRequests(model, onRequest),
      // What is recorded must be asked in the same words again.
      createNonce: (id) => createNonce(recording === undefined ? randomBytes(NONCE_BYTES) : bytesOf(id ?? "")),
    });
}

function bytesOf(id: string): Uint8Array {
  return createHash("sha256").update(id).digest();
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
  keeping?: { readonly database: Database; readonly onTrouble: (text: string) => void },
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
          spending: new DatabaseSpending(keeping.database, systemClock, ({ message }) => keeping.onTrouble(message)),
        },
      }),
    clock: systemClock,
  });
}
