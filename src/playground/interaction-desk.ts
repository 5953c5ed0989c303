import { randomBytes } from "node:crypto";
import {
  type APIAuthorizingIntegrationOwnersMap,
  type APIBaseInteraction,
  type APIInteraction,
  type APIUser,
  GatewayDispatchEvents,
  type InteractionType,
  Locale,
  type Snowflake,
} from "discord-api-types/v10";
import type { Announcer } from "./announcer.ts";
import { type PlaygroundChannel, isOfGuild } from "./channel.ts";
import { contextOf } from "./command-registry.ts";
import type { Gateway } from "./gateway.ts";
import { OpenInteraction } from "./open-interaction.ts";
import { permissionsIn } from "./permissions.ts";
import { wireChannel } from "./wire.ts";
import type { MessageRecord, World } from "./world.ts";

const ATTACHMENT_LIMIT_BYTES = 10 * 1_024 * 1_024;
const TOKEN_BYTES = 60;

/** How long an application may take, and how long its token lives. */
export interface Deadlines {
  readonly ackMs: number;
  readonly tokenLifeMs: number;
}

/** What one kind of interaction adds to the fields that all have. */
export interface NewInteraction {
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: PlaygroundChannel;
  readonly data: object;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  readonly target?: MessageRecord | undefined;
  /** The interaction that opened the modal, for its submission. */
  readonly opener?: OpenInteraction;
}

/** Where interactions are opened, watched over and found again. */
export class InteractionDesk {
  readonly deadlines: Deadlines;
  readonly #world: World;
  readonly #bot: APIUser;
  readonly #gateway: Gateway;
  readonly #announcer: Announcer;
  readonly #all = new Map<Snowflake, OpenInteraction>();
  readonly #byToken = new Map<string, OpenInteraction>();
  readonly #timers = new Map<Snowflake, NodeJS.Timeout>();

  constructor(world: World, bot: APIUser, gateway: Gateway, announcer: Announcer, deadlines: Deadlines) {
    this.#world = world;
    this.#bot = bot;
    this.#gateway = gateway;
    this.#announcer = announcer;
    this.deadlines = deadlines;
  }

  get waiting(): readonly OpenInteraction[] {
    return [...this.#all.values()].filter((interaction) => interaction.state === "waiting");
  }

  byId(id: Snowflake): OpenInteraction | undefined {
    return this.#all.get(id);
  }

  byToken(token: string): OpenInteraction | undefined {
    return this.#byToken.get(token);
  }

  /** Sends an interaction to the application and starts its clock. */
  open(request: NewInteraction): OpenInteraction {
    const payload = this.#payload(request);
    const interaction = new OpenInteraction(this.#world, payload, request);
    this.#all.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    this.#timers.set(
      interaction.id,
      setTimeout(() => {
        this.expire(interaction);
      }, this.deadlines.ackMs),
    );
    this.#gateway.dispatch(GatewayDispatchEvents.InteractionCreate, () => payload);
    return interaction;
  }

  /** Stops the clock of an interaction that got its answer. */
  settle(interaction: OpenInteraction): void {
    clearTimeout(this.#timers.get(interaction.id));
    this.#timers.delete(interaction.id);
  }

  /** Gives up an interaction that got no answer in time. */
  expire(interaction: OpenInteraction): void {
    this.settle(interaction);
    if (interaction.state !== "waiting") return;
    const failure = interaction.fail();
    this.#announcer.tell(interaction.user.id, {
      type: "interaction-failed",
      interactionId: interaction.id,
      failure,
      ...(interaction.target && { messageId: interaction.target.message.id }),
    });
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #payload({ type, user, channel, data, owners, target }: NewInteraction): APIInteraction {
    const locale = (this.#world.locales.get(user.id) ?? Locale.EnglishUS) as Locale;
    const fields = {
      id: this.#world.newId(),
      application_id: this.#bot.id,
      type,
      token: `aW50ZXJhY3Rpb24${randomBytes(TOKEN_BYTES).toString("base64url")}`,
      version: 1,
      data,
      channel_id: channel.id,
      channel: wireChannel(channel, this.#bot),
      app_permissions: String(permissionsIn(this.#world, this.#bot.id, channel)),
      locale,
      entitlements: [],
      authorizing_integration_owners: owners,
      context: contextOf(channel),
      attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
      ...(target && { message: structuredClone(target.message) }),
    } satisfies APIBaseInteraction<InteractionType, object>;
    const member = this.#world.members.get(user.id);
    if (!isOfGuild(channel) || !member) return { ...fields, user } as unknown as APIInteraction;
    const guild = { id: this.#world.guildId, locale: this.#world.guildLocale, features: [] };
    const permissions = String(permissionsIn(this.#world, user.id, channel));
    return {
      ...fields,
      guild_id: this.#world.guildId,
      guild,
      guild_locale: guild.locale,
      member: { ...structuredClone(member), permissions },
    } as unknown as APIInteraction;
  }
}
