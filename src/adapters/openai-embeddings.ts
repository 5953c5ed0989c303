import { Embeddings } from "@langchain/core/embeddings";
import type { OpenAI } from "openai";
import { EmbeddingError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import { batchTexts } from "./openai-embeddings-batches.ts";
import { createClient } from "./openai-client.ts";
import { classifyFailure } from "./openai-embeddings-failure.ts";
import { readVectors } from "./openai-embeddings-reply.ts";

/** An endpoint that speaks OpenAI's `/embeddings` protocol, and how to treat it. */
export interface OpenAiEmbeddingsOptions {
  /** Such as `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  /** Sent as a bearer token. Local servers often want none. */
  readonly key?: string;
  readonly model: string;
  /** The length of the vectors, for models that let it be chosen. Defaults to the model's own. */
  readonly dimensions?: number;
  /** Texts in one request, 1 to 2048. Defaults to 64. */
  readonly batchSize?: number;
  /** Time limit of one request, in milliseconds. Defaults to 30 seconds. */
  readonly timeoutMs?: number;
  /** Time spent waiting between tries of one request, in milliseconds, before giving up. Defaults to 2 minutes. */
  readonly patienceMs?: number;
  readonly clock: Clock;
  /** A number from 0 to 1 that spreads retries. Defaults to `Math.random`. */
  readonly random?: () => number;
}

/** Tries of one request, the first included. */
const MAX_TRIES = 6;

/** The first wait, where the server names none; each further one is twice as long. In milliseconds. */
const FIRST_WAIT_MS = 500;

/**
 * LangChain embeddings from any OpenAI-compatible endpoint. Takes nothing from the environment. What passes by itself (429,
 * 5xx, a lost connection) is tried again here, and nowhere else.
 *
 * @see https://platform.openai.com/docs/api-reference/embeddings
 */
export class OpenAiEmbeddings extends Embeddings {
  readonly #options: OpenAiEmbeddingsOptions;
  #client: Promise<OpenAI> | undefined;

  constructor(options: OpenAiEmbeddingsOptions) {
    super({ maxRetries: 0 });
    this.#options = options;
  }

  /**
   * @param texts None of them empty.
   * @returns One vector a text, in the same order, all of one length, finite.
   * @throws {EmbeddingError} If the endpoint refuses, keeps failing, or answers with something else than that.
   */
  override async embedDocuments(texts: string[], { signal }: { signal?: AbortSignal } = {}): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const batch of batchTexts(texts, this.#options.batchSize ?? 64)) {
      const reply = await this.#request(batch, signal);
      vectors.push(...readVectors(reply, batch.length, this.#options.dimensions ?? vectors[0]?.length));
    }
    return vectors;
  }

  /** See {@link embedDocuments}. */
  override async embedQuery(text: string, options: { signal?: AbortSignal } = {}): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text], options);
    return vector;
  }

  async #request(input: string[], signal: AbortSignal | undefined): Promise<unknown> {
    const { clock, patienceMs = 120_000, random = Math.random } = this.#options;
    let patience = patienceMs;
    for (let tries = 1; ; tries += 1) {
      signal?.throwIfAborted();
      try {
        return await this.#send(input, signal);
      } catch (error) {
        signal?.throwIfAborted();
        const { message, retryable, retryAfterMs, cause } = classifyFailure(error, this.#options, input, clock.now());
        // Half of each wait is random, so that many clients do not come back all at once.
        const backoff = FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + random() / 2);
        const wait = retryAfterMs ?? backoff;
        patience -= wait;
        if (!retryable || tries >= MAX_TRIES || patience < 0)
          throw new EmbeddingError(tries > 1 ? `${message} Tried ${tries} times.` : message, { cause });
        await clock.sleep(wait, signal);
      }
    }
  }

  async #send(input: string[], signal: AbortSignal | undefined): Promise<unknown> {
    const { model, dimensions, timeoutMs = 30_000 } = this.#options;
    this.#client ??= createClient(this.#options);
    const client = await this.#client;
    // The SDK's own time limit ends with the headers; this one covers the body too.
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      return await client.embeddings.create(
        { model, input, encoding_format: "float", ...(dimensions !== undefined && { dimensions }) },
        { signal: signal ? AbortSignal.any([signal, limit]) : limit, timeout: timeoutMs },
      );
    } catch (error) {
      throw limit.aborted ? new Error(`no answer within ${timeoutMs / 1000} seconds`) : error;
    }
  }
}
