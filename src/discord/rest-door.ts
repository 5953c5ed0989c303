import { DefaultRestOptions } from "discord.js";
import type { RESTOptions } from "discord.js";
import { Lru } from "./lru.ts";

type MakeRequest = RESTOptions["makeRequest"];
type Reply = Awaited<ReturnType<MakeRequest>>;

/** What Discord grants an interaction, in milliseconds. */
export interface Deadlines {
  /** Until its first answer. */
  readonly acknowledgeMs: number;
  /** Until its token dies. */
  readonly tokenMs: number;
}

/** Discord's deadlines, a little early: the way there takes time. */
export const DEADLINES: Deadlines = { acknowledgeMs: 2900, tokenMs: 14.5 * 60_000 };

/** Discord takes no answer to an interaction any more. */
export class TooLateError extends Error {
  constructor(options?: ErrorOptions) {
    super("The time to answer this interaction is over", options);
  }
}

/** Another process of ours has acknowledged an interaction: it answers. */
export class TakenError extends Error {}

/** Interactions whose deadlines are known. */
const LIMIT = 5000;
/** How often a request is sent anew whose connection was cut. */
const REPEATS = 2;
const ALREADY_ACKNOWLEDGED = 40_060;

interface Pending {
  readonly receivedAt: number;
  attempts: number;
}

/**
 * The one way out to Discord's REST interface. It sends nothing for an interaction whose time is over, however often
 * the client would try, and repeats what a cut connection swallowed where a repetition does no harm: discord.js repeats
 * a failing server's and an unanswered request, but not a cut one.
 */
export class RestDoor {
  readonly #deadlines: Deadlines;
  readonly #send: MakeRequest;
  readonly #onAcknowledged: (ms: number) => void;
  readonly #pending = new Lru<string, Pending>(LIMIT);

  /** @param onAcknowledged Told how long Discord waited for the first answer to an interaction, in milliseconds. */
  constructor(
    deadlines: Deadlines = DEADLINES,
    send: MakeRequest = DefaultRestOptions.makeRequest,
    onAcknowledged: (ms: number) => void = () => {},
  ) {
    this.#deadlines = deadlines;
    this.#onAcknowledged = onAcknowledged;
    this.#send = send;
  }

  /** Starts the clock of an interaction. */
  receive(token: string): void {
    this.#pending.set(token, { receivedAt: performance.now(), attempts: 0 });
  }

  /** For the client's `rest.makeRequest`. */
  readonly makeRequest: MakeRequest = async (url, init) => {
    const { token, isAcknowledgement } = interactionOf(url);
    const pending = token === undefined ? undefined : this.#pending.get(token);
    for (let attempt = 0; ; attempt++) {
      const limitMs = pending === undefined ? undefined : this.#timeLeft(pending, isAcknowledgement);
      if (limitMs !== undefined && limitMs <= 0) throw new TooLateError();
      const limit = limitMs === undefined ? undefined : AbortSignal.timeout(Math.ceil(limitMs));
      if (pending && isAcknowledgement) pending.attempts += 1;
      try {
        const reply = await this.#send(url, limit === undefined ? init : withLimit(init, limit));
        if (pending && isAcknowledgement && reply.ok) this.#onAcknowledged(performance.now() - pending.receivedAt);
        return isAcknowledgement ? await readAcknowledgement(reply, (pending?.attempts ?? 1) > 1) : reply;
      } catch (error) {
        if (limit?.aborted === true) throw new TooLateError({ cause: error });
        if (attempt === REPEATS || !isCut(error) || !isRepeatable(init, isAcknowledgement)) throw error;
      }
    }
  };

  #timeLeft({ receivedAt }: Pending, isAcknowledgement: boolean): number {
    const { acknowledgeMs, tokenMs } = this.#deadlines;
    return receivedAt + (isAcknowledgement ? acknowledgeMs : tokenMs) - performance.now();
  }
}

/** The token of the interaction that a request belongs to, if it does. */
function interactionOf(url: string): { readonly token: string | undefined; readonly isAcknowledgement: boolean } {
  const [, callback] = /\/interactions\/\d+\/([^/?]+)\/callback/.exec(url) ?? [];
  const [, webhook] = /\/webhooks\/\d+\/([^/?]+)/.exec(url) ?? [];
  return { token: callback ?? webhook, isAcknowledgement: callback !== undefined };
}

type Init = Parameters<MakeRequest>[1];

function withLimit(init: Init, limit: AbortSignal): Init {
  return { ...init, signal: init.signal instanceof AbortSignal ? AbortSignal.any([init.signal, limit]) : limit };
}

function isCut(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "UND_ERR_SOCKET";
}

/** Whether sending a request twice does what sending it once does. */
function isRepeatable({ method, body }: Init, isAcknowledgement: boolean): boolean {
  if (method !== "POST" || isAcknowledgement) return true;
  return typeof body === "string" && body.includes('"enforce_nonce":true');
}

/**
 * A repeated acknowledgement that was taken the first time has done what it was for.
 *
 * @throws {TakenError} If it is no repetition, and was taken all the same.
 */
async function readAcknowledgement(reply: Reply, isRepeated: boolean): Promise<Reply> {
  if (reply.status !== 400) return reply;
  const text = await reply.text();
  if (!new RegExp(String.raw`"code":\s*${ALREADY_ACKNOWLEDGED}\b`).test(text))
    return new Response(text, { status: reply.status, headers: { "content-type": "application/json" } });
  if (!isRepeated) throw new TakenError("Another process has acknowledged this interaction");
  return new Response(null, { status: 204 });
}
