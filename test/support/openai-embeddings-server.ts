import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** What the server answers to one request. */
export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
  /** Sent as it is, as JSON. */
  | { readonly raw: string }
  /** The connection is cut: at once, or in the middle of the body. */
  | { readonly cut: "at once" | "in the body" }
  | "never";

/** A request as it came in. */
export interface Received {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly model: string; readonly input: string[]; readonly [key: string]: unknown };
}

/** @returns A reply with one vector a text: its length, and 1. */
export function vectorsOf(input: readonly string[]): Reply {
  return { body: { data: input.map((text, index) => ({ index, embedding: [text.length, 1] })) } };
}

/**
 * Starts an embedding endpoint on loopback that stops when the test ends.
 *
 * @param script The replies, in order. Once they are used up, every request gets its vectors.
 */
export async function startEmbeddingsServer(script: readonly Reply[] = []) {
  const received: Received[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readJson(request);
    const reply = script[received.length] ?? vectorsOf(body.input);
    received.push({ url: request.url, headers: request.headers, body });
    if (reply === "never") return;
    if ("cut" in reply) {
      if (reply.cut === "in the body") {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
        await new Promise((resolve) => response.write('{"data": [', resolve));
      }
      request.socket.destroy();
      return;
    }
    const status = "raw" in reply ? 200 : (reply.status ?? 200);
    response.writeHead(status, { "content-type": "application/json", ...("headers" in reply && reply.headers) });
    response.end("raw" in reply ? reply.raw : JSON.stringify(reply.body));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, received };
}

async function readJson(request: IncomingMessage): Promise<Received["body"]> {
  const text = (await request.setEncoding("utf8").toArray()).join("");
  return JSON.parse(text) as Received["body"];
}
