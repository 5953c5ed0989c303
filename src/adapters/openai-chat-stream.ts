import type { OpenAI } from "openai";
import { readChunk, type ChatChunk } from "./openai-chat-chunk.ts";
import { brokenOff, type ChatEndpoint } from "./openai-chat-failure.ts";
import type { ChatBody } from "./openai-chat-request.ts";

/** How one try is made. */
interface TryOptions {
  readonly endpoint: ChatEndpoint;
  /** Ends the try; what it ends with is the signal's reason. */
  readonly signal: AbortSignal;
  /** Called when the endpoint has taken the request, and may charge for it. */
  readonly onAccepted: () => void;
}

/**
 * Makes one try at a request.
 *
 * @yields What the endpoint says, event by event. Stopping early closes the connection.
 * @throws {ChatError} If it stops without a word that this is the end (`chat/unreachable`).
 * @throws {RangeError} If an event is none. What the SDK throws is passed on.
 */
export async function* streamChunks(
  client: OpenAI,
  body: ChatBody,
  { endpoint, signal, onAccepted }: TryOptions,
): AsyncGenerator<ChatChunk> {
  let hasBegun = false;
  let hasEnded = false;
  try {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const response = await client.chat.completions.create(body, { signal: either }).asResponse();
    onAccepted();
    const isWhole = response.headers.get("content-type")?.startsWith("application/json");
    const onDone = () => {
      hasEnded = true;
    };
    if (isWhole) onDone();
    for await (const event of isWhole ? wholeAnswer(response) : readEvents(client, watchDone(response, onDone), stop)) {
      const chunk = readChunk(event);
      if (!chunk && (typeof event !== "object" || event === null))
        throw new RangeError("sent an event that is no object");
      if (!chunk) continue;
      hasBegun = true;
      hasEnded ||= chunk.finishReason !== undefined;
      yield chunk;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
  // The SDK ends an aborted stream as if it were complete.
  signal.throwIfAborted();
  // What never began, such as a page of HTML, is no stream of answers.
  if (hasBegun && !hasEnded) throw brokenOff(endpoint, "ended in the middle of its answer");
}

async function* readEvents(client: OpenAI, response: Response, stop: AbortController): AsyncGenerator {
  const { Stream } = await import("openai/streaming");
  yield* Stream.fromSSEResponse(response, stop, client);
}

/** A line of the stream; within its JSON, line breaks are written otherwise. */
const DONE = /[\r\n]data: ?\[DONE\]/;
const DONE_LENGTH = 13;

/** Tells of `[DONE]`, which the SDK keeps to itself. @returns The response, with all of its body. */
function watchDone(response: Response, onDone: () => void): Response {
  const decoder = new TextDecoder("latin1");
  let end = "\n";
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform: (bytes, controller) => {
      const text = end + decoder.decode(bytes);
      if (DONE.test(text)) onDone();
      end = text.slice(-DONE_LENGTH);
      controller.enqueue(bytes);
    },
  });
  return new Response(response.body?.pipeThrough(watch), response);
}

/** Some servers do not stream whatever they are asked. */
async function* wholeAnswer(response: Response): AsyncGenerator {
  const answer: unknown = await response.json();
  const error: unknown = Reflect.get(Object(answer), "error");
  if (!error) {
    yield answer;
    return;
  }
  const { APIError } = await import("openai");
  throw new APIError(undefined, Object(error), undefined, response.headers);
}
