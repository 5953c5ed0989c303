import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { Events, GatewayIntentBits } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { PersonEvent } from "../../src/playground/person.ts";
import { connect, newClient, nextEvent } from "../support/discord-client.ts";
import { openStage, openStageWithClient } from "../support/discord-stage.ts";

type Stage = Awaited<ReturnType<typeof openStageWithClient>>;

/** What the bot heard of alice, in order. */
function hearing({ client }: Stage): string[] {
  const heard: string[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message.content.replace(/^<@\d+> /, "")));
  return heard;
}

/** Says something while the bot is away, and something when it is back; everything must arrive once, in order. */
async function speakThrough(stage: Stage, disturb: () => void, recovered: Promise<unknown>): Promise<string[]> {
  const heard = hearing(stage);
  const { mention } = stage.scene;
  stage.discord.say(`${mention} before`);
  disturb();
  stage.discord.say(`${mention} meanwhile`);
  await recovered;
  const last = nextEvent(stage.client, Events.MessageCreate, (message) => message.content.endsWith("after"));
  stage.discord.say(`${mention} after`);
  await last;
  return heard;
}

describe("the gateway, with anybody", () => {
  it.each([
    { op: 2 },
    { op: 2, d: { token: "x", intents: "all" } },
    { op: 2, d: { token: "x", intents: 0, shard: 5 } },
    { op: 6 },
    { op: 6, d: [] },
  ])("a frame without what it needs is closed as one that cannot be read: %j", async (frame) => {
    const { discord } = await openStage();
    const socket = new WebSocket(`${discord.url.replace("http", "ws")}/?v=10&encoding=json`);
    await once(socket, "open");
    socket.send(JSON.stringify(frame));
    const [code] = (await once(socket, "close")) as [number];
    expect(code).toBe(4002);
    expect(discord.isBotOnline).toBe(false);
  });
});

describe("the gateway, with a discord.js client", () => {
  it("login asks REST once, and the bot is seen to come and go", async () => {
    const { discord } = await openStage();
    const seen: PersonEvent["type"][] = [];
    discord.watch("alice", (event) => seen.push(event.type));
    const client = await connect(discord);
    expect(discord.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /gateway/bot"]);
    expect(discord.isBotOnline).toBe(true);
    expect(client.guilds.cache.first()?.members.cache.size).toBe(3);
    const gone = Promise.withResolvers<void>();
    discord.watch("alice", (event) => {
      if (event.type === "bot-offline") gone.resolve();
    });
    await client.destroy();
    await gone.promise;
    expect(seen).toEqual(["bot-online", "bot-offline"]);
  });

  it.each<[string, (stage: Stage) => void]>([
    ["a cut connection", (stage) => stage.faults.drop(1_006)],
    ["close code 4000", (stage) => stage.faults.drop(4_000)],
    ["close code 4009", (stage) => stage.faults.drop(4_009)],
    ["opcode 7", (stage) => stage.faults.reconnect()],
    ["opcode 9, resumable", (stage) => stage.faults.invalidate(true)],
  ])("after %s the client resumes, and nothing is lost or doubled", async (_, disturb) => {
    const stage = await openStageWithClient();
    const recovered = once(stage.client, Events.ShardResume);
    const heard = await speakThrough(stage, () => disturb(stage), recovered);
    expect(heard).toEqual(["before", "meanwhile", "after"]);
    expect(stage.discord.gateway.received.filter((op) => op === 2)).toHaveLength(1);
  });

  it("a zombie connection is left, and resumed", async () => {
    const stage = await openStageWithClient({ heartbeatMs: 100 });
    const recovered = once(stage.client, Events.ShardResume);
    const heard = await speakThrough(stage, () => stage.faults.zombie(), recovered);
    expect(heard).toEqual(["before", "meanwhile", "after"]);
  });

  // Both at once: the client leaves five seconds between two identifies.
  it("after an invalid session, or a refused resume, the client identifies anew", async () => {
    const disturbances = [
      (stage: Stage): void => stage.faults.invalidate(false),
      (stage: Stage): void => {
        stage.faults.forgetSessions();
        stage.faults.drop(4_000);
      },
    ];
    const stages = await Promise.all(disturbances.map(() => openStageWithClient()));
    const recoveries = stages.map(async (stage, index) => {
      const ready = once(stage.client, Events.ShardReady);
      disturbances[index]?.(stage);
      await ready;
      const last = nextEvent(stage.client, Events.MessageCreate);
      stage.discord.say(`${stage.scene.mention} after`);
      expect((await last).content).toContain("after");
      expect(stage.discord.gateway.received.filter((op) => op === 2)).toHaveLength(2);
    });
    await Promise.all(recoveries);
  });

  it("a wrong token ends in 401 at the first request", async () => {
    const { discord } = await openStage();
    const client = newClient(discord);
    await expect(client.login("wrong")).rejects.toThrow("invalid token");
    await client.destroy();
  });

  it.each([
    [4_004, "Authentication failed"],
    [4_010, "Invalid shard"],
    [4_013, "Used invalid intents"],
    [4_014, "Used disallowed intents"],
  ])("close code %i at login is fatal", async (code, reason) => {
    const { discord, faults } = await openStage();
    faults.refuseGateway(code);
    const client = newClient(discord);
    onTestFinished(() => client.destroy());
    await expect(client.login(discord.token)).rejects.toThrow(reason);
  });

  it("a privileged intent that was not granted is refused", async () => {
    const { discord } = await openStage();
    const client = newClient(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    onTestFinished(() => client.destroy());
    await expect(client.login(discord.token)).rejects.toThrow("disallowed intents");
  });

  it("close code 4004 while running is reported, and nothing more is sent", async () => {
    const stage = await openStageWithClient();
    const gone = once(stage.client, Events.ShardDisconnect);
    stage.faults.drop(4_004);
    const [event] = await gone;
    expect(event).toMatchObject({ code: 4_004 });
    expect(stage.discord.isBotOnline).toBe(false);
  });

  it("no session starts left: login fails at once", async () => {
    const { discord } = await openStage();
    discord.gateway.startsLeft = 0;
    const client = newClient(discord);
    onTestFinished(() => client.destroy());
    await expect(client.login(discord.token)).rejects.toThrow("sessions");
  });

  it("events keep to the intents: no typing without its intent", async () => {
    const { Guilds, GuildMessages } = GatewayIntentBits;
    const stage = await openStageWithClient({}, { intents: [Guilds, GuildMessages] });
    const heard: string[] = [];
    stage.client.on(Events.TypingStart, () => heard.push("typing"));
    stage.client.on(Events.MessageCreate, () => heard.push("message"));
    stage.discord.type();
    const last = nextEvent(stage.client, Events.MessageCreate);
    stage.discord.say("hello");
    await last;
    expect(heard).toEqual(["message"]);
  });

  it("members can be asked for", async () => {
    const { Guilds, GuildMembers } = GatewayIntentBits;
    const stage = await openStageWithClient({ privilegedIntents: [GuildMembers] }, { intents: [Guilds, GuildMembers] });
    const members = await stage.client.guilds.cache.first()?.members.fetch();
    expect(members?.map((member) => member.user.username).toSorted()).toEqual(["Footnote", "alice", "bob"]);
  });

  it("a web page cannot open the gateway, nor does another host's name reach anything", async () => {
    const { discord } = await openStage();
    const page = new WebSocket(discord.url.replace("http", "ws"), { origin: "https://example.org" });
    const [failure] = await once(page, "error");
    expect(failure).toBeInstanceOf(Error);
    const rebound = request(`${discord.api}/v10/gateway`, { headers: { host: "example.org" } }).end();
    const [answer] = (await once(rebound, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(403);
    expect((await fetch(`${discord.api}/v10/gateway`)).status).toBe(200);
  });
});
