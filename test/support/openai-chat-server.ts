import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { answerEvents, frameEvent, type ChatReply } from "./openai-chat-reply.ts";

/** The body of a request, as it came in. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly [key: string]: unknown;
}

/** A request as it came in, and how it ended. */
export interface ReceivedChat {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: ChatBody;
  /** `abandoned`: the client went away before its answer was complete. */
  readonly state: "under way" | "answered" | "abandoned";
  /** Resolves when the request is answered or abandoned, or the server cut it. */
  readonly ended: Promise<void>;
}

/** The replies in order, or what chooses a reply by the request. `index` counts requests from 0. */
export type ChatScript = readonly ChatReply[] | ((request: ReceivedChat, index: number) => ChatReply);

/** A chat endpoint on loopback. */
export interface ChatServer {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly requests: readonly ReceivedChat[];
  /** The highest number of requests that were under way at once. */
  readonly mostUnderWay: number;
  /** How many requests came after the last scripted reply. */
  readonly unscripted: number;
  /** Resolves once `count` requests have come in. */
  arrived(count: number): Promise<void>;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts a chat endpoint on loopback that stops when the test ends. A request that the script does not foresee is answered
 * with 500, and fails the test even where the product gets over it.
 */
export async function startChatServer(script: ChatScript): Promise<ChatServer> {
  // Lazily, so that a bench may import this file without a test runner.
  const { onTestFinished } = await import("vitest");
  const server = await listenChatServer(script);
  onTestFinished(async () => {
    await server.close();
    if (server.unscripted > 0)
      throw new Error(
        `The chat server had ${server.requests.length} requests, ${server.unscripted} of them unscripted.`,
      );
  });
  return server;
}

/** Starts a chat endpoint on loopback that runs until it is closed. */
export async function listenChatServer(script: ChatScript): Promise<ChatServer> {
  const requests: ReceivedChat[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  let unscripted = 0;
  const arrivals: { readonly count: number; readonly resolve: () => void }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    let state: ReceivedChat["state"] = "under way";
    response.on("close", () => {
      underWay -= 1;
      state = response.writableFinished ? "answered" : "abandoned";
      end();
    });
    const body = await readJson(request);
    const received: ReceivedChat = {
      url: request.url,
      headers: request.headers,
      body,
      get state() {
        return state;
      },
      ended,
    };
    const index = requests.push(received) - 1;
    const reply = typeof script === "function" ? script(received, index) : script[index];
    for (const { count, resolve } of arrivals) if (requests.length >= count) resolve();
    if (reply === undefined) {
      unscripted += 1;
      const message = `request ${requests.length} is not in the script of the chat server`;
      response.writeHead(500, JSON_TYPE).end(JSON.stringify({ error: { message } }));
    } else await send(reply, body, request, response);
  };

  const server = createServer({ noDelay: true }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      unscripted += 1;
      if (!response.headersSent) response.writeHead(500, JSON_TYPE);
      response.end(JSON.stringify({ error: { message: `the chat server failed: ${String(error)}` } }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    get mostUnderWay() {
      return mostUnderWay;
    },
    get unscripted() {
      return unscripted;
    },
    arrived: async (count) => {
      if (requests.length < count) await new Promise<void>((resolve) => arrivals.push({ count, resolve }));
    },
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

const JSON_TYPE = { "content-type": "application/json" };

const STREAM_TYPE = { "content-type": "text/event-stream", "cache-control": "no-cache" };

async function send(reply: ChatReply, body: ChatBody, request: IncomingMessage, response: ServerResponse) {
  if (reply === "never") return;
  if (reply === "cut") {
    request.socket.destroy();
    return;
  }
  if (reply === "stall") {
    response.writeHead(200, STREAM_TYPE).flushHeaders();
    return;
  }
  if ("status" in reply) {
    const text = reply.body ?? JSON.stringify({ error: { message: `refused with ${reply.status}`, ...reply.error } });
    response.writeHead(reply.status, { ...JSON_TYPE, ...reply.headers }).end(text);
    return;
  }
  response.writeHead(200, "raw" in reply && reply.contentType ? { "content-type": reply.contentType } : STREAM_TYPE);
  response.flushHeaders();
  for await (const bytes of bytesOf(reply, body)) {
    for (let at = 0; at < bytes.length && !response.destroyed; at += reply.bytesAWrite ?? bytes.length)
      await write(response, bytes.subarray(at, at + (reply.bytesAWrite ?? bytes.length)));
    if (response.destroyed) return;
  }
  if (reply.after === "stall") return;
  if (reply.after === "cut") request.socket.destroy();
  else response.end();
}

async function* bytesOf(reply: Exclude<ChatReply, string | { status: number }>, body: ChatBody) {
  if ("raw" in reply) {
    yield Buffer.from(reply.raw);
    return;
  }
  if ("events" in reply)
    for (const event of reply.events) {
      await reply.pace?.turn();
      yield Buffer.from(frameEvent(event, reply));
    }
  else {
    const promptLength = body.messages.reduce((sum, { content }) => sum + content.length, 0);
    const wantsUsage = Reflect.get(Object(body["stream_options"]), "include_usage") === true;
    for await (const event of answerEvents(reply, { model: body.model, promptLength, wantsUsage }))
      yield Buffer.from(frameEvent(event, reply));
  }
  if (!reply.after && reply.done !== false) yield Buffer.from(frameEvent("[DONE]", reply));
}

/** Waits for the bytes to leave, so that an endless answer does not fill the memory. */
function write(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) resolve();
    else response.write(bytes, () => resolve());
  });
}

async function readJson(request: IncomingMessage): Promise<ChatBody> {
  const text = (await request.setEncoding("utf8").toArray()).join("");
  return JSON.parse(text) as ChatBody;
}
