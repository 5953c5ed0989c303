import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Explain, Explanation } from "../../../src/playground/explanation.ts";
import { LoopbackDiscord } from "../../../src/playground/loopback-discord.ts";
import { PageServer } from "../../../src/playground/page-server.ts";
import type { PageEvent } from "../../../src/playground/page-wire.ts";

let discord: LoopbackDiscord;
let server: PageServer;
let address: URL;
let explain: Explain = () => undefined;

beforeEach(async () => {
  discord = new LoopbackDiscord({ ackMs: 20 });
  await discord.start();
  server = new PageServer(discord, { guildName: "A server", explain: (id) => explain(id) });
  address = new URL(await server.start(0));
});

afterEach(async () => {
  await server.stop();
  await discord.stop();
});

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

async function send({ path = "/", method = "GET", headers = {}, body }: Sent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request({
    host: "127.0.0.1",
    port: address.port,
    path,
    method,
    headers: { host: address.host, ...headers },
  });
  sent.on("response", (response) => {
    text(response).then(
      (answer) => resolve({ status: response.statusCode, headers: response.headers, body: answer }),
      reject,
    );
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

async function arrive(): Promise<string> {
  const { headers } = await send({ path: address.pathname + address.search });
  return String(headers["set-cookie"]).split(";", 1)[0] ?? "";
}

describe("who may come in", () => {
  test("the printed address opens the page and leaves a cookie that no other site can send", async () => {
    const { status, headers, body } = await send({ path: address.pathname + address.search });
    expect(status).toBe(200);
    expect(body).toContain("<title>Footnote playground</title>");
    expect(String(headers["set-cookie"])).toMatch(/^footnote-\d+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await send({ headers: { cookie: await arrive() } })).toMatchObject({ status: 200 });
  });

  test.for([
    ["without the key", {}],
    ["with a wrong key", { path: "/?key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
    ["to a module", { path: "/page/main.ts" }],
    ["to the events", { path: "/events?as=alice" }],
    ["to act", { path: "/act?as=alice", method: "POST" }],
  ] as const)("nobody %s", async ([, sent]) => {
    expect(await send(sent)).toMatchObject({ status: 403 });
  });

  test.for([
    ["another host, as after DNS rebinding", { host: "evil.example" }, 421],
    ["another port's host", { host: "127.0.0.1:1" }, 421],
    ["localhost", { host: "localhost" }, 421],
    ["another origin", { origin: "https://evil.example" }, 403],
    ["another port's origin", { origin: "http://127.0.0.1:1" }, 403],
    ["no origin that can be told", { origin: "null" }, 403],
    ["another site's page", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, 403],
    ["another port's page", { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }, 403],
  ] as const)("nobody from %s, even with the cookie", async ([, headers, status]) => {
    const cookie = await arrive();
    expect(await send({ path: "/events?as=alice", headers: { cookie, ...headers } })).toMatchObject({ status });
  });

  test("every answer forbids scripts and styles within the page, and framing", async () => {
    for (const path of [address.pathname + address.search, "/nothing"]) {
      const { headers } = await send({ path });
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
      expect(headers["content-security-policy"]).toMatch(
        /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
      );
      expect(headers["content-security-policy"]).not.toMatch(/unsafe|https?:/);
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    }
  });
});

describe("what it serves", () => {
  test("modules without types, whose imports a browser can follow", async () => {
    const { headers, body } = await send({ path: "/page/main.ts", headers: { cookie: await arrive() } });
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(body).toContain('from "/lib/lit-html/lit-html.js"');
    expect(body).not.toContain("<HTMLElement>");
  });

  test.for([
    "/page/tsconfig.json",
    "/page/../start-playground.ts",
    "/page/%2e%2e/start-playground.ts",
    "/page/view/none.ts",
    "/lib/lit-html/../marked/package.json",
    "/lib/lit-html/node/lit-html.js",
    "//etc/passwd",
  ])("nothing at %s", async (path) => {
    expect(await send({ path, headers: { cookie: await arrive() } })).toMatchObject({ status: 404 });
  });
});

describe("what a person does", () => {
  async function act(action: unknown, more: Sent = {}): Promise<Answer> {
    const headers = { cookie: await arrive(), "content-type": "application/json", ...more.headers };
    return send({ path: "/act?as=bob", method: "POST", body: JSON.stringify(action), ...more, headers });
  }

  test("is said by that person", async () => {
    const channelId = discord.channel("general").id;
    expect(await act({ type: "say", channelId, content: "hello" })).toMatchObject({ status: 200, body: "{}" });
    expect(discord.view("alice", "general").map(({ author, content }) => [author.username, content])).toEqual([
      ["bob", "hello"],
    ]);
  });

  test("is refused with a reason where Discord would refuse it", async () => {
    expect(await act({ type: "press", messageId: "1", customId: "x" })).toMatchObject({ status: 409 });
    expect(await act({ type: "dance" })).toMatchObject({ status: 400 });
    expect(await act({}, { body: "x".repeat(200_000) })).toMatchObject({ status: 413 });
    expect(await act({}, { headers: { "content-type": "text/plain" } })).toMatchObject({ status: 415 });
    expect(await act({}, { path: "/act?as=mallory" })).toMatchObject({ status: 404 });
    expect(await act({}, { method: "PUT" })).toMatchObject({ status: 405 });
  });
});

describe("two windows of one person", () => {
  const COMMAND = { name: "note", description: "Notes words" };

  async function listen(stream: string): Promise<AsyncIterator<PageEvent["type"]>> {
    const path = `/events?as=bob&stream=${stream}`;
    const headers = { host: address.host, cookie: await arrive() };
    const sent = request({ host: "127.0.0.1", port: address.port, path, headers });
    const [response] = (await once(sent.end(), "response")) as [IncomingMessage];
    return typesIn(response);
  }

  test("are told of the end of an interaction only where it began", async () => {
    const headers = { authorization: `Bot ${discord.token}`, "content-type": "application/json" };
    const me = (await (await fetch(`${discord.api}/v10/users/@me`, { headers })).json()) as { readonly id: string };
    const body = JSON.stringify([COMMAND]);
    await fetch(`${discord.api}/v10/applications/${me.id}/commands`, { method: "PUT", headers, body });
    const [here, there] = await Promise.all([listen("here"), listen("there")]);
    const { id: channelId } = discord.channel("general");
    await send({
      path: "/act?as=bob&stream=here",
      method: "POST",
      headers: { cookie: await arrive(), "content-type": "application/json" },
      body: JSON.stringify({ type: "slash", channelId, name: "note", options: {} }),
    });
    expect(await nextOf(here, 2)).toEqual(["snapshot", "interaction-failed"]);
    discord.say("hello");
    expect(await nextOf(there, 2)).toEqual(["snapshot", "message-created"]);
  });
});

/** The types of the events that a page hears, one after the other. */
async function* typesIn(response: IncomingMessage): AsyncGenerator<PageEvent["type"]> {
  for await (const line of createInterface({ input: response }))
    if (line !== "") yield (JSON.parse(line.replace("data: ", "")) as PageEvent).type;
}

async function nextOf(events: AsyncIterator<PageEvent["type"]>, count: number): Promise<readonly string[]> {
  const types: string[] = [];
  while (types.length < count) {
    const { value, done } = await events.next();
    if (done) break;
    types.push(value);
  }
  return types;
}

describe("how an answer came about", () => {
  const EXPLANATION: Explanation = { question: "Why?", outcome: "answered", papers: [], estimates: {}, stages: [] };

  test.for([
    ["is told to whoever sees the answer", "alice", "mine", EXPLANATION],
    ["is kept from whoever does not see the answer", "bob", "mine", null],
    ["is not known of other messages", "alice", "other", null],
    ["is not known of what is no message", "alice", "no", null],
  ] as const)("%s", async ([, person, which, told]) => {
    const channel = discord.dm({ as: "alice" });
    const mine = discord.say("An answer", { as: "alice", in: channel }).id;
    const other = discord.say("No answer", { as: "alice", in: channel }).id;
    explain = (messageId) => (messageId === mine ? EXPLANATION : undefined);
    const message = { mine, other, no: "../../etc" }[which];
    const path = `/explanation?as=${person}&message=${message}`;
    const { body } = await send({ path, headers: { cookie: await arrive() } });
    expect(JSON.parse(body)).toEqual(told);
  });
});

test("takes a free port when its own is taken", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as AddressInfo;
  const other = new PageServer(discord, { guildName: "A server", explain: () => undefined });
  expect(new URL(await other.start(port)).port).not.toBe(String(port));
  await other.stop();
  taken.close();
});
