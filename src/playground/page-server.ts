import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIMessage } from "discord-api-types/v10";
import type { Explain } from "./explanation.ts";
import type { LoopbackDiscord } from "./loopback-discord.ts";
import { parseAction } from "./page-action-check.ts";
import { performAction } from "./page-actions.ts";
import { PageAssets } from "./page-assets.ts";
import { PageGuard } from "./page-guard.ts";
import { PAGE_HEADERS } from "./page-headers.ts";
import { takeOffer, takeSnapshot } from "./page-snapshot.ts";
import type { PageEvent, PersonAction } from "./page-wire.ts";
import type { OpenModal, PersonEvent } from "./person.ts";

/** An action is a message of at most 4,000 letters, or a modal of five. */
const MAX_BODY_BYTES = 128 * 1024;

/** How long open pages have to hear that the server stops. */
const LAST_WORDS_MS = 500;

/** What the loopback Discord does not know. */
export interface PageSurroundings {
  readonly guildName: string;
  readonly explain: Explain;
}

/** A page holds one stream. */
const MAX_STREAMS = 20;

/** Serves the page on 127.0.0.1 and connects it with the loopback Discord: events come by a stream, actions by POST. */
export class PageServer {
  readonly #discord: LoopbackDiscord;
  readonly #guildName: string;
  readonly #explain: Explain;
  readonly #assets = new PageAssets();
  readonly #modals = new Map<string, OpenModal>();
  readonly #streams = new Set<ServerResponse>();
  /** By interaction. */
  readonly #commandNames = new Map<string, string>();
  /** By interaction: the stream of the page that began it. */
  readonly #origins = new Map<string, string>();
  readonly #server: Server;
  #guard: PageGuard | undefined;

  constructor(discord: LoopbackDiscord, { guildName, explain }: PageSurroundings) {
    this.#discord = discord;
    this.#guildName = guildName;
    this.#explain = explain;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => fail(response, error));
    });
  }

  /** @returns The address to open, with its key. */
  async start(port: number): Promise<string> {
    await listen(this.#server, port);
    this.#guard = new PageGuard((this.#server.address() as AddressInfo).port);
    return this.#guard.address;
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    // They never end by themselves.
    for (const response of this.#streams) response.end();
    setTimeout(() => this.#server.closeAllConnections(), LAST_WORDS_MS).unref();
    this.#server.closeIdleConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    const refusal = this.#guard?.refuse(request);
    if (!this.#guard || refusal) return sendText(response, refusal?.status ?? 403, refusal?.reason ?? "Not yet.");

    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (request.method === "POST" && pathname === "/act") return await this.#act(request, response, searchParams);
    if (request.method !== "GET") return sendText(response, 405, "There is nothing to do here.");
    if (pathname === "/events") return this.#stream(response, searchParams);
    if (pathname === "/explanation") return this.#tellExplanation(response, searchParams);

    const asset = await this.#assets.find(pathname);
    if (!asset) return sendText(response, 404, "There is no such page.");
    if (this.#guard.hasKeyInAddress(request)) response.setHeader("set-cookie", this.#guard.cookie);
    response.setHeader("content-type", asset.type);
    response.end(asset.body);
  }

  #stream(response: ServerResponse, query: URLSearchParams): void {
    const person = this.#personOf(query);
    if (!person) return sendText(response, 404, "There is no such person.");
    if (this.#streams.size >= MAX_STREAMS) return sendText(response, 429, "Too many pages are open.");
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    const send = (event: PageEvent): void => {
      if (event.type === "modal-opened") this.#modals.set(event.modal.interactionId, event.modal);
      response.write(`data: ${JSON.stringify(event)}\n\n`);
    };
    send(takeSnapshot(this.#discord, person, { guildName: this.#guildName, commandNames: this.#commandNames }));
    const streamId = query.get("stream") ?? "";
    const unwatch = this.#discord.watch(person, (event) => {
      if (isOfOther(event, streamId, this.#origins)) return;
      if (event.type === "message-created") this.#tellCommand(event.message, send);
      send(event.type === "commands-changed" ? { ...event, ...takeOffer(this.#discord, person) } : event);
    });
    this.#streams.add(response);
    response.once("close", () => {
      unwatch();
      this.#streams.delete(response);
    });
  }

  /** Nobody learns of an answer that they do not see. */
  #tellExplanation(response: ServerResponse, query: URLSearchParams): void {
    const person = this.#personOf(query);
    if (!person) return sendText(response, 404, "There is no such person.");
    const messageId = query.get("message") ?? "";
    sendJson(response, (this.#discord.sees(person, messageId) && this.#explain(messageId)) || null);
  }

  async #act(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const person = this.#personOf(query);
    if (!person) return sendText(response, 404, "There is no such person.");
    // No form of another site can send this type without asking first.
    if (request.headers["content-type"] !== "application/json") return sendText(response, 415, "Send JSON.");
    const body = await readBody(request);
    const action = body === undefined ? undefined : parseAction(body);
    if (!action) return sendText(response, body === undefined ? 413 : 400, "This is nothing that a person can do.");
    try {
      const result = await performAction(this.#discord, person, action, this.#modals);
      if (action.type === "submit") this.#modals.delete(action.interactionId);
      // In time: what the bot says to it has yet to come over a socket.
      if (result.interactionId !== undefined) this.#origins.set(result.interactionId, query.get("stream") ?? "");
      const command = commandIn(action);
      if (command !== undefined && result.interactionId !== undefined)
        this.#commandNames.set(result.interactionId, command);
      sendJson(response, result);
    } catch (error) {
      sendText(response, 409, error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells the command that a message answers, to whoever sees that message. */
  #tellCommand({ interaction_metadata: metadata }: APIMessage, send: (event: PageEvent) => void): void {
    const interactionId = metadata?.id ?? "";
    const name = this.#commandNames.get(interactionId);
    if (name !== undefined) send({ type: "command-used", interactionId, name });
  }

  #personOf(query: URLSearchParams): { readonly id: string } | undefined {
    return this.#discord.people.find(({ id, username }) => [id, username].includes(query.get("as") ?? ""));
  }
}

/** Whether an event is the end of what another page of the same person began: as on Discord, a form opens in one. */
function isOfOther(event: PersonEvent, streamId: string, origins: ReadonlyMap<string, string>): boolean {
  const interactionId = event.type === "modal-opened" ? event.modal.interactionId : endedBy(event);
  const origin = interactionId === undefined ? undefined : origins.get(interactionId);
  return origin !== undefined && origin !== streamId;
}

function endedBy(event: PersonEvent): string | undefined {
  return event.type === "interaction-acknowledged" || event.type === "interaction-failed"
    ? event.interactionId
    : undefined;
}

/** @returns The command that an action uses, as messages name it. */
function commandIn(action: PersonAction): string | undefined {
  if (action.type === "slash") return `/${action.name}`;
  return action.type === "message-command" ? action.name : undefined;
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken || port === 0) throw error;
    await listen(server, 0);
  }
}

/** @returns Undefined if the body is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(value));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy(error instanceof Error ? error : undefined);
  else sendText(response, 500, "The page could not do this.");
}
