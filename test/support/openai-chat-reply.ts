import { setImmediate } from "node:timers/promises";

/** How a stream is put on the wire. */
interface Framing {
  /** Defaults to a line feed. */
  readonly lineEnd?: "\n" | "\r\n";
  /** Whether a comment, `: ping`, goes before each event. */
  readonly pings?: boolean;
  /** Whether `[DONE]` ends the stream. Defaults to true. */
  readonly done?: boolean;
  /** Bytes in one write, which cuts lines, keys and letters anywhere. Defaults to one event a write. */
  readonly bytesAWrite?: number;
  /** What happens after the last event, in place of `[DONE]`: the connection is cut, or nothing comes for ever. */
  readonly after?: "cut" | "stall";
}

/** An answer, streamed as OpenAI streams it. */
export interface ChatAnswer extends Framing {
  /** The chunks, or a text that is cut into chunks of `chunkSize` characters. */
  readonly text: string | readonly string[];
  /** Defaults to 4. */
  readonly chunkSize?: number;
  /** Comes before the text, in chunks as well. */
  readonly reasoning?: string | readonly string[];
  /** Where the reasoning stands in a chunk. Defaults to `reasoning_content`. */
  readonly reasoningField?: "reasoning_content" | "reasoning";
  /** Whether the text begins anew for ever. */
  readonly endless?: boolean;
  /** Holds each chunk of reasoning and text back until the test lets it go. */
  readonly pace?: Pace;
  /** Defaults to about a token for 4 characters. `false`: the server knows no usage. */
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | false;
  /** Defaults to `stop`. */
  readonly finishReason?: string;
}

/** Events as another server words them: objects are sent as JSON, strings as they are, each after `data: `. */
export interface ChatEvents extends Framing {
  readonly events: readonly (object | string)[];
  readonly pace?: Pace;
}

/** Bytes as they are, with status 200. */
export interface RawReply extends Framing {
  readonly raw: string | Uint8Array;
  /** Defaults to `text/event-stream`. */
  readonly contentType?: string;
}

/** A refusal with OpenAI's error object, or with another body. */
export interface Refusal {
  readonly status: number;
  readonly error?: { readonly message?: string; readonly code?: string; readonly type?: string };
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What the server does with one request. `never`: nothing comes, not even headers. `stall`: headers, then nothing. `cut`:
 * the connection is cut at once.
 */
export type ChatReply = ChatAnswer | ChatEvents | RawReply | Refusal | "never" | "stall" | "cut";

/** Lets the chunks of an answer go one by one. */
export class Pace {
  #released = 0;
  readonly #waiting: (() => void)[] = [];

  /** How many chunks are held back at this moment. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets the next chunks go. Defaults to one. */
  release(count = 1): void {
    this.#released += count;
    while (this.#released > 0 && this.#waiting.length > 0) {
      this.#released -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Lets all go that is held back and still to come. */
  open(): void {
    this.release(Number.POSITIVE_INFINITY);
  }

  /** Waits until a chunk may go. */
  async turn(): Promise<void> {
    if (this.#released > 0) this.#released -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/**
 * Words an answer as OpenAI's endpoint does: a chunk with the role alone, the chunks of text, a chunk with the reason of
 * the end, one with the usage and no choices.
 *
 * @param wantsUsage Whether the request asked for the usage.
 */
export async function* answerEvents(
  answer: ChatAnswer,
  { model, promptLength, wantsUsage }: { model: string; promptLength: number; wantsUsage: boolean },
): AsyncGenerator<object> {
  const head = { id: "chatcmpl-loopback", object: "chat.completion.chunk", created: 1_767_225_600, model };
  const choice = (delta: object, finish: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...(wantsUsage && { usage: null }),
  });
  let written = 0;
  const field = answer.reasoningField ?? "reasoning_content";
  yield choice({ role: "assistant", content: "", refusal: null });
  for (const part of chunksOf(answer.reasoning ?? [], answer.chunkSize)) {
    await answer.pace?.turn();
    written += part.length;
    yield choice({ [field]: part });
  }
  do {
    for (const part of chunksOf(answer.text, answer.chunkSize)) {
      await answer.pace?.turn();
      written += part.length;
      yield choice({ content: part });
    }
    // Else an endless answer would leave its reader, who may run in this process, no time to read.
    if (answer.endless) await setImmediate();
  } while (answer.endless);
  if (answer.after) return;
  yield choice({}, answer.finishReason ?? "stop");
  if (!wantsUsage || answer.usage === false) return;
  const { prompt_tokens, completion_tokens } = answer.usage ?? {
    prompt_tokens: Math.ceil(promptLength / 4),
    completion_tokens: Math.ceil(written / 4),
  };
  const usage = { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
  yield { ...head, choices: [], usage };
}

/** @returns What is written for one event. */
export function frameEvent(event: object | string, { lineEnd = "\n", pings = false }: Framing): string {
  const data = typeof event === "string" ? event : JSON.stringify(event);
  return `${pings ? `: ping${lineEnd}${lineEnd}` : ""}data: ${data}${lineEnd}${lineEnd}`;
}

function chunksOf(text: string | readonly string[], size = 4): readonly string[] {
  if (typeof text !== "string") return text;
  const letters = Array.from(text);
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, at) =>
    letters.slice(at * size, (at + 1) * size).join(""),
  );
}
