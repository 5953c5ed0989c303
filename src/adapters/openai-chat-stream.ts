import type { OpenAI } from "openai";
import { readChunk, type ChatChunk } from "./openai-chat-chunk.ts";
import { malformedAnswer, type ChatEndpoint } from "./openai-chat-failure.ts";
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
 * @throws {ChatError} If an event is none (`chat/malformed`). What the SDK throws is passed on.
 */
export async function* streamChunks(
  client: OpenAI,
  body: ChatBody,
  { endpoint, signal, onAccepted }: TryOptions,
): AsyncGenerator<ChatChunk> {
  try {
    const { data: events, response } = await client.chat.completions.create(body, { signal }).withResponse();
    onAccepted();
    const isWhole = response.headers.get("content-type")?.startsWith("application/json");
    for await (const event of isWhole ? wholeAnswer(response) : events) {
      const chunk = readChunk(event);
      if (chunk) yield chunk;
      else if (typeof event !== "object" || event === null)
        throw malformedAnswer(endpoint, "sent an event that is no object");
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
  // The SDK ends an aborted stream as if it were complete.
  signal.throwIfAborted();
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
