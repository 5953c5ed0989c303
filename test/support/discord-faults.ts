import { GatewayOpcodes } from "discord-api-types/v10";
import type { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";
import type { Intervention, RecordedRequest } from "../../src/playground/options.ts";
import { tooMany } from "../../src/playground/rate-limiter.ts";

/** Which requests a fault meets. */
export interface Target {
  readonly method: string;
  /** Tried on the path without `/api/v10`. */
  readonly path: RegExp;
  /** How many requests it meets before it is over. Defaults to 1. */
  readonly times?: number;
}

/** The kinds of 429 that differ in what a client does. */
export type RateLimitKind = "bucket" | "retry-after-only" | "shared" | "global" | "body-only";

interface Rule {
  readonly target: Target;
  readonly act: (request: RecordedRequest) => Promise<Intervention | undefined> | Intervention | undefined;
  left: number;
}

/** What goes wrong with a network and with servers, on demand. */
export class DiscordFaults {
  readonly #discord: LoopbackDiscord;
  readonly #rules: Rule[] = [];

  constructor(discord: LoopbackDiscord) {
    this.#discord = discord;
    discord.intercept = (request) => this.#meet(request);
  }

  /** 429 with the headers of its kind. */
  limit(target: Target, seconds: number, kind: RateLimitKind = "bucket"): void {
    const isGlobal = kind === "global";
    const scope = kind === "shared" || isGlobal ? kind : "user";
    const bucket = {
      "x-ratelimit-limit": "5",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": String(seconds),
      "x-ratelimit-bucket": "fault",
    };
    const headers = { ...(kind === "bucket" && bucket), ...(isGlobal && { "x-ratelimit-global": "true" }) };
    const full = tooMany(seconds, headers, scope);
    const answer = { kind: "answer", status: 429, body: full.body } as const;
    this.#add(target, () =>
      kind === "body-only" ? answer : { ...answer, ...(full.headers && { headers: full.headers }) },
    );
  }

  /** An answer of this status, as of a broken or a strict server. */
  fail(target: Target, status: number, body: unknown = { message: String(status), code: 0 }): void {
    this.#add(target, () => ({ kind: "answer", status, body }));
  }

  /** No answer comes, ever. */
  hang(target: Target): void {
    this.#add(target, () => ({ kind: "hang" }));
  }

  /** The connection is cut instead of an answer. */
  cut(target: Target): void {
    this.#add(target, () => ({ kind: "cut" }));
  }

  /** The request waits until the promise is fulfilled, and is then served as usual. */
  delay(target: Target, until: Promise<unknown>): void {
    this.#add(target, async () => {
      await until;
      return undefined;
    });
  }

  /** Ends all faults of requests. */
  clear(): void {
    this.#rules.length = 0;
  }

  /** Closes every gateway connection with a code; 1006 cuts it without a word. */
  drop(code = 4000): void {
    for (const link of this.#discord.gateway.links) {
      if (code === 1006) link.cut();
      else link.close(code);
    }
  }

  /** Asks every client to reconnect: opcode 7. */
  reconnect(): void {
    for (const link of this.#discord.gateway.links) link.send(GatewayOpcodes.Reconnect, null);
  }

  /** Tells every client that its session is invalid: opcode 9. */
  invalidate(isResumable: boolean): void {
    if (!isResumable) this.forgetSessions();
    for (const link of this.#discord.gateway.links) link.send(GatewayOpcodes.InvalidSession, isResumable);
  }

  /** The connections stay, and nothing comes over them any more, not even answers to heartbeats. */
  zombie(): void {
    for (const link of this.#discord.gateway.links) link.isMute = true;
  }

  /** Every resume will be refused. */
  forgetSessions(): void {
    for (const session of this.#discord.gateway.sessions.values()) session.isForgotten = true;
  }

  /** Every new gateway connection is closed with a code; undefined lets them in again. */
  refuseGateway(code: number | undefined): void {
    this.#discord.gateway.refuseWith = code;
  }

  #add(target: Target, act: Rule["act"]): void {
    this.#rules.push({ target, act, left: target.times ?? 1 });
  }

  #meet(request: RecordedRequest): ReturnType<Rule["act"]> {
    const rule = this.#rules.find(
      ({ target, left }) => left > 0 && target.method === request.method && target.path.test(request.path),
    );
    if (!rule) return undefined;
    rule.left -= 1;
    return rule.act(request);
  }
}
