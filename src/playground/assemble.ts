import { randomBytes } from "node:crypto";
import { type APIUser, ApplicationFlags, GatewayIntentBits } from "discord-api-types/v10";
import { Announcer } from "./announcer.ts";
import { NO_FLAGS } from "./channel.ts";
import { CommandRegistry } from "./command-registry.ts";
import { Gateway } from "./gateway.ts";
import { InteractionDesk } from "./interaction-desk.ts";
import { LoopbackListener } from "./loopback-listener.ts";
import type { Intercept, LoopbackOptions, RecordedRequest } from "./options.ts";
import { PersonInteractions } from "./person-interactions.ts";
import { PersonSpeech } from "./person-speech.ts";
import { INVITED_PERMISSIONS, addEveryone, addRole, addTextChannel, addUser } from "./populate.ts";
import { RateLimiter, USUAL_RATE_LIMITS } from "./rate-limiter.ts";
import { RestServer } from "./rest-server.ts";
import type { Rooms } from "./rest-route.ts";
import { aboutRoutes } from "./routes-about.ts";
import { callbackRoutes } from "./routes-callback.ts";
import { channelRoutes } from "./routes-channels.ts";
import { commandRoutes } from "./routes-commands.ts";
import { messageRoutes } from "./routes-messages.ts";
import { webhookRoutes } from "./routes-webhook.ts";
import { wireGuildCreate, wireReady } from "./wire.ts";
import { World } from "./world.ts";

const ACK_MS = 3_000;
const TOKEN_LIFE_MS = 15 * 60 * 1_000;
const HEARTBEAT_MS = 41_250;
const GLOBAL_LIMIT = 50;

/** The parts of a loopback discord, connected. */
export interface Parts {
  readonly token: string;
  readonly world: World;
  readonly bot: APIUser;
  readonly people: readonly APIUser[];
  readonly gateway: Gateway;
  readonly announcer: Announcer;
  readonly commands: CommandRegistry;
  readonly desk: InteractionDesk;
  readonly speech: PersonSpeech;
  readonly interactions: PersonInteractions;
  readonly listener: LoopbackListener;
  readonly requests: RecordedRequest[];
  readonly complaints: string[];
  /** May be set at any time. */
  readonly seam: { intercept: Intercept | undefined };
}

/** The first of them tell what is wrong; a playground may run for days. */
const KEPT_COMPLAINTS = 1000;

/** Makes the world and everything around it. Nothing listens yet. */
export function assemble(options: LoopbackOptions): Parts {
  const now = options.now ?? Date.now;
  const token = `loopback.${randomBytes(6).toString("base64url")}.${randomBytes(27).toString("base64url")}`;
  const complaints: string[] = [];
  const complain = (complaint: string): void => {
    if (complaints.length < KEPT_COMPLAINTS) complaints.push(complaint);
  };
  const { world, bot, people } = inhabited(options, now);
  const gatewayUrl = (): string => `ws://127.0.0.1:${listener.port}`;
  const privilegedIntents = options.privilegedIntents ?? [];
  const flags = applicationFlags(privilegedIntents);

  const gateway: Gateway = new Gateway({
    token,
    now,
    privilegedIntents,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    ready: (session, shard) => wireReady(world, bot, { id: session.id, gateway: gatewayUrl(), shard, flags }),
    guildCreate: () => (world.members.has(bot.id) ? wireGuildCreate(world, bot) : undefined),
    members: ({ user_ids: ids, nonce }) => {
      const wanted = ids === undefined ? undefined : [ids].flat();
      const members = [...world.members.values()].filter(({ user }) => wanted?.includes(user.id) ?? true);
      const chunk = { guild_id: world.guildId, members, chunk_index: 0, chunk_count: 1, not_found: [] };
      return { ...chunk, ...(nonce !== undefined && { nonce }) };
    },
    observe: (name, data) => {
      for (const complaint of options.judge?.event(name, data) ?? []) complain(`event ${name}: ${complaint}`);
    },
    onPresence: (isOnline) => {
      announcer.tellThoseWho(() => true, { type: isOnline ? "bot-online" : "bot-offline" });
    },
  });
  const announcer: Announcer = new Announcer(world, bot, gateway);
  const commands: CommandRegistry = new CommandRegistry(world, bot.id, () => {
    announcer.tellThoseWho(() => true, { type: "commands-changed" });
  });
  const desk = new InteractionDesk(world, bot, gateway, announcer, {
    ackMs: options.ackMs ?? ACK_MS,
    tokenLifeMs: options.tokenLifeMs ?? TOKEN_LIFE_MS,
  });
  const hasContent = privilegedIntents.includes(GatewayIntentBits.MessageContent);
  const rooms: Rooms = {
    world,
    bot,
    gateway,
    announcer,
    commands,
    desk,
    hasContent,
    gatewayUrl,
    complain,
    applicationFlags: flags,
  };
  const seam: Parts["seam"] = { intercept: options.intercept };
  const requests: RecordedRequest[] = [];
  const rest = new RestServer({
    token,
    now,
    requests,
    complain,
    routes: [aboutRoutes, commandRoutes, channelRoutes, messageRoutes, callbackRoutes, webhookRoutes].flatMap(
      (routes) => routes(rooms),
    ),
    limiter: new RateLimiter(options.rateLimits ?? USUAL_RATE_LIMITS, options.globalLimit ?? GLOBAL_LIMIT, now),
    files: world.files,
    judge: options.judge,
    intercept: () => seam.intercept,
  });
  const listener: LoopbackListener = new LoopbackListener({
    complain,
    handle: (request, response) => rest.handle(request, response),
    accept: (link) => {
      gateway.accept(link);
    },
  });
  const speech = new PersonSpeech(world, announcer);
  const interactions = new PersonInteractions(world, commands, desk, { bot, hasContent });
  return {
    token,
    world,
    bot,
    people,
    gateway,
    announcer,
    commands,
    desk,
    speech,
    interactions,
    listener,
    requests,
    complaints,
    seam,
  };
}

/** One server with its first channels, two people and the bot. Alice owns it; bob is a plain member. */
function inhabited(options: LoopbackOptions, now: () => number): Pick<Parts, "world" | "bot" | "people"> {
  const world = new World(options.guildName ?? "Paper Club", now, options.guildLocale);
  addEveryone(world);
  const invited = options.botPermissions ?? INVITED_PERMISSIONS;
  const name = options.botName ?? "Footnote";
  const role = addRole(world, name, { permissions: invited });
  role.managed = true;
  const bot = addUser(world, name, { isBot: true, roles: [role.id] });
  role.tags = { bot_id: bot.id };
  const alice = addUser(world, "alice", { displayName: "Alice" });
  const bob = addUser(world, "bob", { displayName: "Bob" });
  world.ownerId = alice.id;
  addTextChannel(world, "general", { topic: "Anything goes" });
  addTextChannel(world, "papers", { topic: "What are you reading?" });
  addTextChannel(world, "random");
  return { world, bot, people: [alice, bob] };
}

function applicationFlags(privileged: readonly GatewayIntentBits[]): number {
  const flags = [
    privileged.includes(GatewayIntentBits.MessageContent) ? ApplicationFlags.GatewayMessageContentLimited : NO_FLAGS,
    privileged.includes(GatewayIntentBits.GuildMembers) ? ApplicationFlags.GatewayGuildMembersLimited : NO_FLAGS,
    privileged.includes(GatewayIntentBits.GuildPresences) ? ApplicationFlags.GatewayPresenceLimited : NO_FLAGS,
  ];
  return flags.reduce((all, flag) => all | flag, NO_FLAGS);
}
