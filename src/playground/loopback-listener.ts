import { once } from "node:events";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { GatewayLink } from "./gateway-link.ts";

/** What Discord's gateway takes from a client, and then some. */
const MAX_FRAME_BYTES = 64 * 1024;

/** Who takes what arrives. */
export interface ListenerHost {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly accept: (link: GatewayLink) => void;
  readonly complain: (complaint: string) => void;
}

/**
 * HTTP and WebSocket on one port of the loopback address. Requests under another host's name are refused, and so are
 * those of web pages, so that no web site can reach it through somebody's browser.
 */
export class LoopbackListener {
  readonly #host: ListenerHost;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  #port = 0;

  constructor(host: ListenerHost) {
    this.#host = host;
    this.#http = createServer((request, response) => {
      void this.#serve(request, response);
    });
    this.#http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!this.#isAddressed(request) || isFromPage(request)) {
        socket.destroy();
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const { searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
        this.#host.accept(new GatewayLink(webSocket, Object.fromEntries(searchParams)));
      });
    });
  }

  get port(): number {
    return this.#port;
  }

  /** @param port 0 for any free one. */
  async start(port: number): Promise<void> {
    this.#http.listen(port, "127.0.0.1");
    await once(this.#http, "listening");
    this.#port = (this.#http.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    if (!this.#http.listening) return;
    const closed = once(this.#http, "close");
    this.#http.close();
    this.#http.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isAddressed(request) || isFromPage(request)) {
      response.writeHead(403).end();
      return;
    }
    try {
      await this.#host.handle(request, response);
    } catch (error) {
      this.#host.complain(`the loopback discord failed at ${request.method} ${request.url}: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ message: "500: Internal Server Error", code: 0 }));
    }
  }

  #isAddressed(request: IncomingMessage): boolean {
    return request.headers.host === `127.0.0.1:${this.#port}` || request.headers.host === `localhost:${this.#port}`;
  }
}

/** Browsers say so; bots do not. */
function isFromPage({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return headers.origin !== undefined || (site !== undefined && site !== "none");
}
