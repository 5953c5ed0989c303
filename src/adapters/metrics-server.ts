import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "../domain/errors.ts";
import type { BotStatus } from "../domain/ports.ts";

/** Prometheus' text format. */
const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

export interface MetricsServerOptions {
  /** All metrics in Prometheus' text format. */
  readonly renderMetrics: () => Promise<string>;
  readonly status: () => BotStatus;
  /** How long the bot has been running, in seconds. */
  readonly uptime: () => number;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly allow?: string;
}

/** Serves `/metrics` and `/healthz` to programs on this machine, and nothing else to nobody else. */
export class MetricsServer {
  readonly #options: MetricsServerOptions;
  readonly #server: Server;

  constructor(options: MetricsServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /**
   * Listens on 127.0.0.1.
   *
   * @param port 1 to 65535, or 0 for any free one.
   * @returns The port.
   * @throws {ConfigError} If it cannot be listened on.
   */
  async start(port: number): Promise<number> {
    this.#server.listen(port, "127.0.0.1");
    try {
      await once(this.#server, "listening");
    } catch (cause) {
      throw new ConfigError(
        `FOOTNOTE_METRICS_PORT is ${port}, where ${reasonOf(cause)}: give another port, or leave it empty.`,
        { cause },
      );
    }
    return (this.#server.address() as AddressInfo).port;
  }

  /** Hangs up. Nothing happens if it does not listen. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body, allow } = await this.#reply(request).catch(() => FAILED);
    response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...(allow && { allow }) });
    response.end(body);
  }

  async #reply({ method = "", url = "/", headers }: IncomingMessage): Promise<Reply> {
    // A web page can have its own name point here, and would then read what it likes.
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "")) return plain(403, "Ask for 127.0.0.1.");
    const [path] = url.split("?");
    if (path !== "/metrics" && path !== "/healthz") return plain(404, "There are only /metrics and /healthz.");
    if (method !== "GET" && method !== "HEAD") return { ...plain(405, "Only GET and HEAD."), allow: "GET, HEAD" };
    if (path === "/metrics") return { status: 200, type: METRICS_TYPE, body: await this.#options.renderMetrics() };
    return this.#health();
  }

  #health(): Reply {
    const { isReady, papers, indexBuiltAt } = this.#options.status();
    const uptimeSeconds = Math.floor(this.#options.uptime());
    const body = `${JSON.stringify({ ready: isReady, papers, indexBuiltAt, uptimeSeconds })}\n`;
    return { status: isReady ? 200 : 503, type: "application/json", body };
  }
}

const FAILED = plain(500, "This could not be read.");

function plain(status: number, text: string): Reply {
  return { status, type: "text/plain; charset=utf-8", body: `${text}\n` };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "another program listens already";
  if (code === "EACCES") return "this user may not listen";
  return `nothing can listen (${code || String(error)})`;
}
