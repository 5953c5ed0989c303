import { setTimeout } from "node:timers/promises";
import { ActivityType, Client, DefaultRestOptions, Events, GatewayIntentBits, Options, Partials } from "discord.js";
import type { Clock } from "../domain/ports.ts";
import { DiscordLostError } from "../domain/errors.ts";
import { answerInteraction } from "./answer-interaction.ts";
import { answerMessage } from "./answer-message.ts";
import { makeContext } from "./bot-context.ts";
import type { BotParts } from "./bot-context.ts";
import { ALL_DECLARATIONS } from "./commands/declarations.ts";
import { registerCommands } from "./commands/register-commands.ts";
import { loginReason, watchForLoss } from "./gateway-loss.ts";
import type { Log } from "./log.ts";
import { expireRecords, forgetLeftServers } from "./look-after-records.ts";
import { recoverAnswers } from "./recover-answers.ts";
import { DEADLINES, RestDoor } from "./rest-door.ts";
import type { Deadlines } from "./rest-door.ts";
import { UnderWay } from "./under-way.ts";

export interface BotOptions extends Omit<BotParts, "clock" | "answerMs" | "editMs" | "tellPlaceMs"> {
  readonly token: string;
  /** The base of Discord's REST interface. */
  readonly api: string;
  readonly patience?: Partial<Patience>;
  /** The records' own time. */
  readonly clock: Clock;
}

/** How long the bot waits for what, in milliseconds. */
export interface Patience extends Deadlines {
  /** For the login, until everything is there. */
  readonly loginMs: number;
  /** For a lost connection to come back. */
  readonly outageMs: number;
  /** For an answer. */
  readonly answerMs: number;
  /** Between two changes of an answer that is being written. Discord takes five in five seconds in a channel. */
  readonly editMs: number;
  /** For an answer's turn, before somebody is told their place in the line. */
  readonly tellPlaceMs: number;
  /** For answers under way, when the bot is stopped. With the farewell, less than the 10 s that a stop may take. */
  readonly graceMs: number;
  /** For one request to Discord. */
  readonly requestMs: number;
}

const PATIENCE: Patience = {
  ...DEADLINES,
  loginMs: 60_000,
  outageMs: 300_000,
  answerMs: 120_000,
  editMs: 1000,
  tellPlaceMs: 3000,
  graceMs: 7000,
  requestMs: 15_000,
};

/** A bot that is online. */
export interface Bot {
  /** What Discord calls it. */
  readonly name: string;
  /** Resolves with the reason when the bot can do no more; never when it is stopped. */
  readonly lost: Promise<DiscordLostError>;
  /** Questions that wait for their turn. */
  readonly queued: number;
  /** Answers that are worked on. */
  readonly underWay: number;
  /** Whether it hears what people say at this moment. */
  isReady(): boolean;
  /** Lets answers under way finish, or say that they will not, and leaves. */
  stop(): Promise<void>;
}

/**
 * Brings the bot online.
 *
 * @returns The bot, once it hears and its commands are registered.
 * @throws {DiscordLostError} If Discord cannot be reached or does not let it in.
 */
export async function startBot({ token, api, patience, ...parts }: BotOptions): Promise<Bot> {
  const limits: Patience = { ...PATIENCE, ...patience };
  const { log, metrics, app } = parts;
  const door = new RestDoor(limits, DefaultRestOptions.makeRequest, (ms) => metrics.timeAcknowledgement(ms));
  const client = createClient(api, door, limits);
  const underWay = new UnderWay();
  const bot = makeContext({ ...parts, ...limits });
  // Before anything is heard, what is under way is an earlier process's.
  const left = bot.records.pending();

  const hear = (id: string, work: (signal: AbortSignal) => Promise<void>): void => {
    if (!bot.memory.isNew(id)) return;
    underWay.run(work).catch((error: unknown) => log.error("A handler failed", error));
  };
  client.on(Events.InteractionCreate, (interaction) => {
    door.receive(interaction.token);
    hear(interaction.id, (signal) => answerInteraction(interaction, bot, signal));
  });
  client.on(Events.MessageCreate, (message) => hear(message.id, (signal) => answerMessage(message, bot, signal)));
  client.on(Events.Error, (error) => log.error("The Discord client failed", error));
  client.on(Events.Warn, (text) => log.warn(text));
  forgetLeftServers(client, bot);

  const leaving = new AbortController();
  const lost = watchForLoss(client, { outageMs: limits.outageMs, log, signal: leaving.signal });
  // The first titles that somebody looks for must not wait for the list that finds them.
  app.findTitles("", 1);
  try {
    await logIn(client, { token, api, lost, loginMs: limits.loginMs });
  } catch (error) {
    leaving.abort();
    await client.destroy();
    throw error;
  }
  const recovered = underWay.run(async () => {
    if (client.isReady()) await recoverAnswers(client, bot, left);
  });
  recovered
    .then(() => expireRecords(bot, leaving.signal))
    .catch((error: unknown) => log.error("The records could not be looked after", error));
  await register(client, log);
  return {
    name: client.user?.tag ?? "",
    lost,
    get queued() {
      return bot.queue.waiting;
    },
    get underWay() {
      return bot.queue.running;
    },
    isReady: () => client.isReady(),
    async stop() {
      await underWay.close(limits.graceMs);
      leaving.abort();
      await client.destroy();
    },
  };
}

/** A client that asks for no privileged intent, can ping nobody and keeps little. */
function createClient(api: string, door: RestDoor, { requestMs }: Patience): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come from channels that nobody has told us of.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    presence: { activities: [{ name: "questions about papers", type: ActivityType.Listening }] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 20, ReactionManager: 0 }),
    rest: { api, version: "10", timeout: requestMs, makeRequest: door.makeRequest },
  });
}

interface Login {
  readonly token: string;
  readonly api: string;
  readonly lost: Promise<DiscordLostError>;
  readonly loginMs: number;
}

async function logIn(client: Client, { token, api, lost, loginMs }: Login): Promise<void> {
  const done = new AbortController();
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const login = client.login(token).then(
    () => ready,
    (error: unknown) => {
      throw new DiscordLostError(loginReason(error, api), { cause: error });
    },
  );
  const late = setTimeout(loginMs, undefined, { signal: done.signal }).then(
    () => {
      throw new DiscordLostError(`Discord did not let the bot in within ${loginMs / 1000} seconds.`);
    },
    () => undefined,
  );
  try {
    await Promise.race([login, late, lost.then((reason) => Promise.reject(reason))]);
  } finally {
    done.abort();
  }
}

/** Without new commands the old ones still work, and so do mentions: not a reason to stay away. */
async function register({ application, rest }: Client, log: Log): Promise<void> {
  try {
    const isNew = application !== null && (await registerCommands(rest, application.id, ALL_DECLARATIONS));
    log.info(isNew ? "The commands were registered." : "The commands are registered already.");
  } catch (error) {
    log.error("The commands could not be registered", error);
  }
}
