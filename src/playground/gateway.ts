import { randomBytes } from "node:crypto";
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  GatewayOpcodes,
} from "discord-api-types/v10";
import {
  type ClientPayload,
  type DispatchData,
  type GatewayLink,
  type IdentifyData,
  type MemberRequestData,
  type ResumeData,
  type Session,
  isIdentify,
  isMemberRequest,
  isResume,
} from "./gateway-link.ts";

/** How many events a session keeps for a resume. */
const KEPT_EVENTS = 500;
/** @see https://docs.discord.com/developers/events/gateway#rate-limiting */
const CLIENT_EVENTS = { limit: 120, windowMs: 60_000 };
const PRIVILEGED = [GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildPresences, GatewayIntentBits.MessageContent];

/** What the gateway is told by the rest of the discord. */
export interface GatewayHost {
  readonly token: string;
  readonly heartbeatMs: number;
  readonly privilegedIntents: readonly GatewayIntentBits[];
  readonly now: () => number;
  /** The first events of a session. */
  readonly ready: (session: Session, shard: [number, number]) => DispatchData<GatewayDispatchEvents.Ready>;
  /** Undefined where the bot is in no server. */
  readonly guildCreate: () => DispatchData<GatewayDispatchEvents.GuildCreate> | undefined;
  readonly members: (request: MemberRequestData) => DispatchData<GatewayDispatchEvents.GuildMembersChunk>;
  /** Called with every event, once, whatever the number of sessions. */
  readonly observe: (name: string, data: unknown) => void;
  /** Called when the first application comes online, and when the last one goes. */
  readonly onPresence: (isOnline: boolean) => void;
}

/** The event stream to the application: identify, heartbeats, resume with replay, close codes, intents. */
export class Gateway {
  readonly sessions = new Map<string, Session>();
  readonly links = new Set<GatewayLink>();
  /** What applications sent, by opcode, in order: for tests. */
  readonly received: number[] = [];
  /** A close code that every new connection gets. */
  refuseWith: number | undefined;
  /** How many sessions may still be started before the daily limit. */
  startsLeft = 1_000;
  readonly #host: GatewayHost;
  #wasOnline = false;

  constructor(host: GatewayHost) {
    this.#host = host;
  }

  get isOnline(): boolean {
    return [...this.links].some((link) => link.isOpen && link.session !== undefined);
  }

  /** Greets a new connection. */
  accept(link: GatewayLink): void {
    this.links.add(link);
    link.onClose(() => {
      this.links.delete(link);
      if (link.session?.link === link) link.session.link = undefined;
      this.#tellPresence();
    });
    if (this.refuseWith !== undefined) {
      link.close(this.refuseWith);
      return;
    }
    const times: number[] = [];
    link.onMessage((payload) => {
      const now = this.#host.now();
      times.push(now);
      while ((times[0] ?? now) < now - CLIENT_EVENTS.windowMs) times.shift();
      if (payload === undefined) link.close(GatewayCloseCodes.DecodeError, "Error while decoding payload.");
      else if (times.length > CLIENT_EVENTS.limit) link.close(GatewayCloseCodes.RateLimited, "Rate limited.");
      else this.#receive(link, payload);
    });
    link.send(GatewayOpcodes.Hello, { heartbeat_interval: this.#host.heartbeatMs, _trace: [] });
  }

  /**
   * Sends an event to every session whose intents ask for it.
   *
   * @param data What a session gets, by whether it has the message content intent.
   * @param intent 0 for events that need none.
   */
  dispatch<Name extends GatewayDispatchPayload["t"]>(
    name: Name,
    data: (hasContent: boolean) => DispatchData<Name>,
    intent: GatewayIntentBits | 0 = 0,
  ): void {
    this.#host.observe(name, data(true));
    for (const session of this.sessions.values()) {
      if (session.isForgotten || (intent !== 0 && (session.intents & intent) === 0)) continue;
      const hasContent = (session.intents & GatewayIntentBits.MessageContent) !== 0;
      emit(session, name, data(hasContent));
    }
  }

  #receive(link: GatewayLink, { op, d }: ClientPayload): void {
    this.received.push(op);
    if (op === GatewayOpcodes.Heartbeat) link.send(GatewayOpcodes.HeartbeatAck, null);
    else if (op === GatewayOpcodes.Identify && isIdentify(d)) this.#identify(link, d);
    else if (op === GatewayOpcodes.Resume && isResume(d)) this.#resume(link, d);
    else if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
      link.close(GatewayCloseCodes.DecodeError, "Error while decoding payload.");
    } else if (link.session === undefined) link.close(GatewayCloseCodes.NotAuthenticated, "Not authenticated.");
    else if (op === GatewayOpcodes.RequestGuildMembers && isMemberRequest(d)) {
      emit(link.session, GatewayDispatchEvents.GuildMembersChunk, this.#host.members(d));
    } else if (op !== GatewayOpcodes.PresenceUpdate && op !== GatewayOpcodes.VoiceStateUpdate) {
      link.close(GatewayCloseCodes.UnknownOpcode, "Unknown opcode.");
    }
  }

  #identify(link: GatewayLink, data: IdentifyData): void {
    if (link.session) {
      link.close(GatewayCloseCodes.AlreadyAuthenticated, "Already authenticated.");
      return;
    }
    if (!this.#isToken(data.token)) {
      link.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
      return;
    }
    const [shard, shards] = data.shard ?? [0, 1];
    if (shards < 1 || shard < 0 || shard >= shards) {
      link.close(GatewayCloseCodes.InvalidShard, "Invalid shard.");
      return;
    }
    const isGranted = (intent: GatewayIntentBits): boolean => this.#host.privilegedIntents.includes(intent);
    if (PRIVILEGED.some((intent) => (data.intents & intent) !== 0 && !isGranted(intent))) {
      link.close(GatewayCloseCodes.DisallowedIntents, "Disallowed intent(s).");
      return;
    }
    this.startsLeft -= 1;
    const session: Session = {
      id: randomBytes(16).toString("hex"),
      intents: data.intents,
      sequence: 0,
      sent: [],
      link,
      isForgotten: false,
    };
    this.sessions.set(session.id, session);
    link.session = session;
    this.#first(session, GatewayDispatchEvents.Ready, this.#host.ready(session, [shard, shards]));
    if ((session.intents & GatewayIntentBits.Guilds) !== 0) {
      const guild = this.#host.guildCreate();
      if (guild) this.#first(session, GatewayDispatchEvents.GuildCreate, guild);
    }
    this.#tellPresence();
  }

  #first<Name extends GatewayDispatchPayload["t"]>(session: Session, name: Name, data: DispatchData<Name>): void {
    this.#host.observe(name, data);
    emit(session, name, data);
  }

  #resume(link: GatewayLink, data: ResumeData): void {
    const session = this.sessions.get(data.session_id);
    if (!session || session.isForgotten || !this.#isToken(data.token)) {
      link.send(GatewayOpcodes.InvalidSession, false);
      return;
    }
    if (data.seq > session.sequence) {
      link.close(GatewayCloseCodes.InvalidSeq, "Invalid seq.");
      return;
    }
    const oldLink = session.link;
    session.link = link;
    link.session = session;
    if (oldLink && oldLink !== link) oldLink.cut();
    for (const event of session.sent) if (event.s > data.seq) link.sendEvent(event);
    emit(session, GatewayDispatchEvents.Resumed, undefined);
    this.#tellPresence();
  }

  #isToken(token: unknown): boolean {
    return typeof token === "string" && token.replace(/^Bot /, "") === this.#host.token;
  }

  #tellPresence(): void {
    if (this.isOnline === this.#wasOnline) return;
    this.#wasOnline = this.isOnline;
    this.#host.onPresence(this.#wasOnline);
  }
}

function emit(session: Session, name: string, data: unknown): void {
  session.sequence += 1;
  const event = { op: GatewayOpcodes.Dispatch, t: name, s: session.sequence, d: data } as const;
  session.sent.push(event);
  if (session.sent.length > KEPT_EVENTS) session.sent.shift();
  session.link?.sendEvent(event);
}
