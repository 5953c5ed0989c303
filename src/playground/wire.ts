import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIUser,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
  Locale,
  type APITextChannel,
  type APIThreadChannel,
} from "discord-api-types/v10";
import { NO_FLAGS, type PlaygroundChannel, isOfGuild, isThread } from "./channel.ts";
import type { World } from "./world.ts";

/** A channel as the bot is told of it: in a direct message, the recipient is the other one. */
export function wireChannel(channel: PlaygroundChannel, bot: APIUser): PlaygroundChannel {
  if (isOfGuild(channel)) return structuredClone(channel);
  return {
    ...structuredClone(channel),
    recipients: (channel.recipients ?? []).filter((recipient) => recipient.id !== bot.id),
  };
}

/** Fields that Discord sends and its typings do not know. */
const UNTYPED_GUILD_FIELDS = { home_header: null, nsfw: false };
const UNTYPED_APPLICATION_FIELDS = {
  type: null,
  eligible_oauth2_scopes: ["bot", "applications.commands"],
  explicit_content_filter: 0,
};

/** The server without its channels and members. */
export function wireGuild(world: World): APIGuild {
  return {
    ...UNTYPED_GUILD_FIELDS,
    id: world.guildId,
    name: world.guildName,
    icon: null,
    description: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: world.ownerId,
    application_id: null,
    region: "us-west",
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: NO_FLAGS,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: structuredClone([...world.roles.values()]),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: world.guildLocale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    hub_type: null,
    incidents_data: null,
  } satisfies APIGuild;
}

/** The server as it comes after READY: with the channels and threads that the bot may see, and the members. */
export function wireGuildCreate(world: World, bot: APIUser): GatewayGuildCreateDispatchData {
  const visible = [...world.channels.values()].filter((channel) => world.may(bot.id, channel, "ViewChannel"));
  const isText = (channel: PlaygroundChannel): channel is APITextChannel => isOfGuild(channel) && !isThread(channel);
  const isOpenThread = (channel: PlaygroundChannel): channel is APIThreadChannel =>
    isThread(channel) && channel.thread_metadata?.archived !== true;
  return {
    ...wireGuild(world),
    joined_at: world.timestamp(),
    large: false,
    unavailable: false,
    member_count: world.members.size,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    members: structuredClone([...world.members.values()]),
    channels: structuredClone(visible.filter(isText)),
    threads: structuredClone(visible.filter(isOpenThread)) as (APIChannel & { type: APIThreadChannel["type"] })[],
  } satisfies GatewayGuildCreateDispatchData;
}

/** The bot's own account, as only the bot sees it. */
export function wireSelf(bot: APIUser): APIUser & { locale: string } {
  return { ...bot, verified: true, mfa_enabled: false, email: null, locale: Locale.EnglishUS, premium_type: 0 };
}

/** What the gateway greets with. */
export function wireReady(
  world: World,
  bot: APIUser,
  session: { readonly id: string; readonly gateway: string; readonly shard: [number, number]; readonly flags: number },
): GatewayReadyDispatchData {
  return {
    v: 10,
    user: wireSelf(bot),
    guilds: world.members.has(bot.id) ? [{ id: world.guildId, unavailable: true }] : [],
    session_id: session.id,
    resume_gateway_url: session.gateway,
    shard: session.shard,
    application: { id: bot.id, flags: session.flags, flags_new: String(session.flags) },
  } satisfies GatewayReadyDispatchData;
}

/** The application. As on Discord for new ones, its id is that of the bot's user. */
export function wireApplication(world: World, bot: APIUser, flags: number): APIApplication {
  return {
    ...UNTYPED_APPLICATION_FIELDS,
    id: bot.id,
    name: bot.username,
    icon: null,
    description: "",
    verify_key: "0".repeat(64),
    flags,
    flags_new: String(flags),
    bot,
    summary: "",
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: world.user(world.ownerId),
    team: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
  } satisfies APIApplication;
}
