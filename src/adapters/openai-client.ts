import type { OpenAI } from "openai";
import { limitBody } from "./limit-body.ts";

/** Where to, and with which key. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly key?: string;
}

/**
 * Makes an OpenAI client that takes nothing from the environment: the SDK would read keys, an organization, headers and a
 * base URL from `OPENAI_*` and send them to whatever endpoint is configured here. A redirect is not followed, for it could
 * carry the key and the request elsewhere: its status, 3xx, is a refusal.
 *
 * @param maxBytes What the endpoint may send in one response. Defaults to no limit.
 */
export async function createClient(
  { baseUrl, key }: Endpoint,
  maxBytes: number = Number.POSITIVE_INFINITY,
): Promise<OpenAI> {
  // Lazily: most runs never ask an endpoint, and the package takes its time to load.
  const { OpenAI } = await import("openai");
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    ...(key && { authorization: `Bearer ${key}` }),
  };
  return new OpenAI({
    baseURL: baseUrl,
    // The SDK insists on a key. What is sent is decided by `headers`, which also leave out OPENAI_CUSTOM_HEADERS.
    apiKey: key ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: "off",
    fetch: async (url, init) => limitBody(await fetch(url, { ...init, headers, redirect: "manual" }), maxBytes),
  });
}
