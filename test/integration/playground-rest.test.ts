import { once } from "node:events";
import { type IncomingMessage, request as openRequest } from "node:http";
import { DiscordAPIError, HTTPError, type TextChannel } from "discord.js";
import { describe, expect, it } from "vitest";
import type { RateLimitKind } from "../support/discord-faults.ts";
import { openStageWithClient } from "../support/discord-stage.ts";

const SENDING = { method: "POST", path: /\/messages$/ };

type Stage = Awaited<ReturnType<typeof openStageWithClient>>;

function general({ client, discord }: Stage): TextChannel {
  return client.channels.cache.get(discord.channel("general").id) as TextChannel;
}

function statuses({ discord }: Stage): number[] {
  return discord.requests.filter(({ path }) => SENDING.path.test(path)).map(({ status }) => status);
}

describe("REST, with a discord.js client", () => {
  it.each<[RateLimitKind, number]>([
    ["bucket", 0.05],
    ["retry-after-only", 1],
    ["shared", 1],
    ["global", 1],
  ])("429 of the kind %s: the client waits, and repeats", async (kind, seconds) => {
    const stage = await openStageWithClient();
    stage.faults.limit(SENDING, seconds, kind);
    await general(stage).send("after all");
    expect(statuses(stage)).toEqual([429, 200]);
    const [first, second] = stage.discord.requests.slice(-2);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(seconds * 1_000);
  });

  it("429 whose delay is only in the body: the client repeats at once", async () => {
    const stage = await openStageWithClient();
    stage.faults.limit(SENDING, 60, "body-only");
    await general(stage).send("after all");
    expect(statuses(stage)).toEqual([429, 200]);
  });

  it("a bucket: the client throttles itself by the headers, and no request is refused", async () => {
    const rateLimits = [{ ...SENDING, limit: 5, windowMs: 200 }];
    const stage = await openStageWithClient({ rateLimits });
    await Promise.all(Array.from({ length: 12 }, (_, index) => general(stage).send(`${index}`)));
    expect(statuses(stage)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(stage.discord.view("alice", "general")).toHaveLength(12);
  });

  it("the global limit refuses what is too much in a second, but no interaction", async () => {
    const stage = await openStageWithClient({ globalLimit: 2 });
    const authorization = { headers: { authorization: `Bot ${stage.discord.token}` } };
    const url = `${stage.discord.api}/v10/users/@me`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(url, authorization)));
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.headers.get("x-ratelimit-global")).toBe("true");
    const exempt = await fetch(`${stage.discord.api}/v10/interactions/1/x/callback?with_response=false`, {
      method: "POST",
      body: JSON.stringify({ type: 6 }),
    });
    expect(exempt.status).toBe(404);
    expect(stage.discord.takeComplaints()).toHaveLength(1);
  });

  it("5xx: a request is repeated, a POST too, and given up after four tries", async () => {
    const stage = await openStageWithClient();
    stage.faults.fail({ ...SENDING, times: 2 }, 502);
    await general(stage).send("in the end");
    expect(statuses(stage)).toEqual([502, 502, 200]);
    stage.faults.fail({ ...SENDING, times: 9 }, 500);
    await expect(general(stage).send("never")).rejects.toThrow(HTTPError);
    expect(statuses(stage)).toHaveLength(7);
  });

  it("a refusal is not repeated", async () => {
    const stage = await openStageWithClient();
    stage.faults.fail(SENDING, 403, { message: "Missing Permissions", code: 50_013 });
    await expect(general(stage).send("x")).rejects.toThrow(DiscordAPIError);
    expect(statuses(stage)).toEqual([403]);
  });

  it("a cut connection reaches the bot, and is not repeated", async () => {
    const stage = await openStageWithClient();
    stage.faults.cut(SENDING);
    await expect(general(stage).send("x")).rejects.toMatchObject({ code: "UND_ERR_SOCKET" });
    expect(statuses(stage)).toEqual([0]);
  });

  it("no answer: the client gives up by its own time limit", async () => {
    const stage = await openStageWithClient({}, { rest: { timeout: 60, retries: 1 } });
    stage.faults.hang({ ...SENDING, times: 9 });
    await expect(general(stage).send("x")).rejects.toMatchObject({ name: "AbortError" });
    expect(statuses(stage)).toEqual([0, 0]);
  });

  it("a delayed answer comes once what it waits for is there", async () => {
    const stage = await openStageWithClient();
    const gate = Promise.withResolvers<void>();
    stage.faults.delay(SENDING, gate.promise);
    const sending = general(stage).send("late");
    const arrived = new Promise((resolve) => {
      const { intercept } = stage.discord;
      stage.discord.intercept = (request) => {
        resolve(undefined);
        return intercept?.(request);
      };
    });
    await arrived;
    expect(stage.discord.view("bob", "general")).toEqual([]);
    gate.resolve();
    expect((await sending).content).toBe("late");
  });

  it("an unknown route, a wrong method and broken JSON are refused and complained about", async () => {
    const stage = await openStageWithClient();
    const headers = { authorization: `Bot ${stage.discord.token}`, "content-type": "application/json" };
    const ask = async (method: string, path: string, body?: string): Promise<unknown> => {
      const answer = await fetch(`${stage.discord.api}/v10${path}`, { method, headers, ...(body && { body }) });
      return ((await answer.json()) as { code: unknown }).code;
    };
    expect(await ask("GET", "/nowhere")).toBe(0);
    expect(await ask("PUT", "/users/@me")).toBe(0);
    expect(await ask("POST", "/users/@me/channels", "{")).toBe(50_109);
    const complaints = stage.discord.takeComplaints();
    for (const path of ["/nowhere", "PUT /users/@me", "50109"]) {
      expect(complaints.some((complaint) => complaint.includes(path))).toBe(true);
    }
  });
});

describe("REST, with strangers", () => {
  it.each([{ origin: "http://127.0.0.1:1" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }])(
    "a web page is refused: %j",
    async (headers) => {
      const { discord } = await openStageWithClient();
      const before = discord.requests.length;
      const status = await post(Number(new URL(discord.url).port), "/api/v10/gateway", headers, "{}");
      expect(status).toBe(403);
      expect(discord.requests).toHaveLength(before);
    },
  );

  it("whoever has no token costs neither memory nor the bot's share", async () => {
    const { discord } = await openStageWithClient();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        post(Number(new URL(discord.url).port), "/api/v10/channels/1/messages", {}, '{"content":"x"}'),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([401]));
    expect(discord.requests.filter(({ path, body }) => path === "/channels/1/messages" && body !== undefined)).toEqual(
      [],
    );
  });
});

/** A request as any program of this machine can make it. */
async function post(port: number, path: string, headers: Record<string, string>, body: string): Promise<number> {
  const call = openRequest({ host: "127.0.0.1", port, path, method: "POST", headers });
  call.end(body);
  const [response] = (await once(call, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}
