import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { MetricsServer } from "../../src/adapters/metrics-server.ts";
import type { MetricsServerOptions } from "../../src/adapters/metrics-server.ts";
import { PrometheusMetrics } from "../../src/adapters/metrics.ts";
import { ConfigError } from "../../src/domain/errors.ts";
import type { BotStatus } from "../../src/domain/ports.ts";

const STATUS: BotStatus = {
  isReady: true,
  queued: 0,
  answersUnderWay: 0,
  papers: 829,
  indexBuiltAt: "2026-03-01T12:00:00.000Z",
};

function createServer(options: Partial<MetricsServerOptions> = {}): MetricsServer {
  const metrics = new PrometheusMetrics(() => STATUS);
  const server = new MetricsServer({
    renderMetrics: () => metrics.render(),
    status: () => STATUS,
    uptime: () => 12.7,
    ...options,
  });
  onTestFinished(() => server.stop());
  return server;
}

async function serve(options: Partial<MetricsServerOptions> = {}): Promise<string> {
  return `http://127.0.0.1:${await createServer(options).start(0)}`;
}

/** Asks under any name of the host, which fetch does not let one do. */
async function askAs(host: string, address: string): Promise<{ status: number | undefined; body: string }> {
  const asking = request(address, { headers: { host } }).end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return { status: response.statusCode, body: await text(response) };
}

describe("MetricsServer", () => {
  it("gives the metrics to Prometheus", async () => {
    const response = await fetch(`${await serve()}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(await response.text()).toContain("\nfootnote_papers 829\n");
  });

  it("says that the bot is well", async () => {
    const response = await fetch(`${await serve()}/healthz?verbose`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ready: true,
      papers: 829,
      indexBuiltAt: "2026-03-01T12:00:00.000Z",
      uptimeSeconds: 12,
    });
  });

  it("says that the bot is not ready, by the status too", async () => {
    const response = await fetch(`${await serve({ status: () => ({ ...STATUS, isReady: false }) })}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false });
  });

  it.each(["/", "/metrics/", "/healthz/..%2f", "/favicon.ico", "//metrics"])("has nothing at %s", async (path) => {
    const response = await fetch(`${await serve()}${path}`, { method: "POST" });
    expect(response.status).toBe(404);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("takes no %s", async (method) => {
    const response = await fetch(`${await serve()}/healthz`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  it("answers a HEAD without a body", async () => {
    const response = await fetch(`${await serve()}/healthz`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("answers no web page that has its own name point here", async () => {
    const address = await serve();
    await expect(askAs("evil.example", `${address}/metrics`)).resolves.toMatchObject({ status: 403 });
    await expect(askAs("localhost:9999", `${address}/healthz`)).resolves.toMatchObject({ status: 200 });
  });

  it("tells nothing of why it fails", async () => {
    const renderMetrics = () => Promise.reject(new Error("secret"));
    const response = await fetch(`${await serve({ renderMetrics })}/metrics`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });

  it("names the setting when the port is taken, and starts nothing", async () => {
    const port = await createServer().start(0);
    const second = createServer();
    await expect(second.start(port)).rejects.toBeInstanceOf(ConfigError);
    await expect(createServer().start(port)).rejects.toThrow(
      `FOOTNOTE_METRICS_PORT is ${port}, where another program listens already: give another port, or leave it empty.`,
    );
    await second.stop();
  });

  it.runIf(process.platform === "linux")("listens at no other address", async () => {
    const port = await createServer().start(0);
    await expect(once(connect(port, "127.0.0.2"), "error")).resolves.toMatchObject([{ code: "ECONNREFUSED" }]);
  });

  it("frees the port when it stops, also while somebody is asking", async () => {
    const first = createServer();
    const port = await first.start(0);
    const asking = connect(port, "127.0.0.1");
    asking.on("error", () => {});
    asking.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /healthz HTTP/1.1\r\n");
    await once(asking, "data");
    await first.stop();
    await expect(createServer().start(port)).resolves.toBe(port);
  });
});
