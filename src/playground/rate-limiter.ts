import type { RateLimit } from "./options.ts";
import type { RestAnswer } from "./rest-route.ts";

const SECOND_MS = 1_000;

/** The buckets of the routes that a bot talks on. Discord publishes none; these are what its headers are seen to say. */
export const USUAL_RATE_LIMITS: readonly RateLimit[] = [
  { method: "POST", path: /^\/channels\/\d+\/messages$/, limit: 5, windowMs: 5_000 },
  { method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/, limit: 5, windowMs: 5_000 },
  { method: "DELETE", path: /^\/channels\/\d+\/messages\/\d+$/, limit: 5, windowMs: 1_000 },
  { method: "POST", path: /^\/channels\/\d+\/typing$/, limit: 5, windowMs: 5_000 },
  { method: "PUT", path: /^\/channels\/\d+\/messages\/\d+\/reactions\//, limit: 1, windowMs: 250 },
  { method: "POST", path: /^\/webhooks\/\d+\/[^/]+$/, limit: 5, windowMs: 5_000 },
  { method: "PATCH", path: /^\/webhooks\/\d+\/[^/]+\/messages\//, limit: 5, windowMs: 5_000 },
];

/** Interactions and their webhooks count in no global limit. */
const EXEMPT = /^\/(?:interactions|webhooks)\//;
/** Requests that differ only here have buckets of their own. */
const MAJOR = /^\/(?:channels\/\d+|guilds\/\d+|webhooks\/\d+\/[^/]+)/;

interface Bucket {
  left: number;
  resetsAt: number;
}

/** Headers for an answer, and the answer itself if the request came too often. */
export interface RateVerdict {
  readonly headers: Readonly<Record<string, string>>;
  readonly refused?: RestAnswer;
}

/** Counts requests, by bucket and over all. */
export class RateLimiter {
  readonly #limits: readonly RateLimit[];
  readonly #globalLimit: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  readonly #all: Bucket = { left: 0, resetsAt: 0 };

  constructor(limits: readonly RateLimit[], globalLimit: number, now: () => number) {
    this.#limits = limits;
    this.#globalLimit = globalLimit;
    this.#now = now;
  }

  count(method: string, path: string): RateVerdict {
    const now = this.#now();
    if (!EXEMPT.test(path) && !take(this.#all, this.#globalLimit, SECOND_MS, now)) {
      const seconds = (this.#all.resetsAt - now) / SECOND_MS;
      return { headers: {}, refused: tooMany(seconds, { "x-ratelimit-global": "true" }, "global") };
    }
    const index = this.#limits.findIndex((limit) => limit.method === method && limit.path.test(path));
    const rule = this.#limits[index];
    if (!rule) return { headers: {} };
    const key = `${index} ${MAJOR.exec(path)?.[0] ?? ""}`;
    const bucket = this.#buckets.get(key) ?? { left: 0, resetsAt: 0 };
    this.#buckets.set(key, bucket);
    const isTaken = take(bucket, rule.limit, rule.windowMs, now);
    const seconds = (bucket.resetsAt - now) / SECOND_MS;
    const headers = {
      "x-ratelimit-limit": String(rule.limit),
      "x-ratelimit-remaining": String(bucket.left),
      "x-ratelimit-reset": (bucket.resetsAt / SECOND_MS).toFixed(3),
      "x-ratelimit-reset-after": seconds.toFixed(3),
      "x-ratelimit-bucket": `bucket-${index}`,
    };
    return isTaken ? { headers } : { headers, refused: tooMany(seconds, headers, "user") };
  }
}

function take(bucket: Bucket, limit: number, windowMs: number, now: number): boolean {
  if (now >= bucket.resetsAt) {
    bucket.left = limit;
    bucket.resetsAt = now + windowMs;
  }
  if (bucket.left <= 0) return false;
  bucket.left -= 1;
  return true;
}

/** 429. Clients read the headers, not the body. */
export function tooMany(
  seconds: number,
  headers: Readonly<Record<string, string>>,
  scope: "user" | "global" | "shared",
): RestAnswer {
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: seconds, global: scope === "global" },
    headers: { ...headers, "x-ratelimit-scope": scope, "retry-after": String(Math.max(1, Math.ceil(seconds))) },
  };
}
