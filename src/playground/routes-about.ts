import { refusal } from "./rest-error.ts";
import { directMessage } from "./populate.ts";
import { type Rooms, type Route, bodyOf, ok, param } from "./rest-route.ts";
import { wireApplication, wireChannel, wireGuild, wireGuildCreate, wireSelf } from "./wire.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Who is there, and where: the gateway, users, the application, the server. */
export function aboutRoutes(rooms: Rooms): readonly Route[] {
  const { world, bot, gateway } = rooms;
  const application: Route["serve"] = () => ok(wireApplication(world, bot, rooms.applicationFlags));
  const checkGuild = (id: string): void => {
    if (id !== world.guildId) throw refusal("unknownGuild");
  };
  return [
    { method: "GET", path: "/gateway", isOpen: true, serve: () => ok({ url: rooms.gatewayUrl() }) },
    {
      method: "GET",
      path: "/gateway/bot",
      serve: () => {
        const limit = { total: 1_000, remaining: gateway.startsLeft, reset_after: DAY_MS, max_concurrency: 1 };
        return ok({ url: rooms.gatewayUrl(), shards: 1, session_start_limit: limit });
      },
    },
    { method: "GET", path: "/users/@me", serve: () => ok(wireSelf(bot)) },
    {
      method: "GET",
      path: "/users/:user",
      serve: (call) => {
        const user = world.users.get(param(call, "user"));
        if (!user) throw refusal("unknownUser");
        return ok(user);
      },
    },
    { method: "GET", path: "/applications/@me", serve: application },
    { method: "GET", path: "/oauth2/applications/@me", serve: application },
    {
      method: "POST",
      path: "/users/@me/channels",
      serve: (call) => {
        const { recipient_id: id = "" } = bodyOf<{ recipient_id: string }>(call);
        const user = world.users.get(id);
        if (!user || user.id === bot.id) throw refusal("invalidRecipient");
        const channel = directMessage(world, user, bot, (opened) => {
          rooms.announcer.channelCreated(opened);
        });
        return ok(wireChannel(channel, bot));
      },
    },
    {
      method: "GET",
      path: "/guilds/:guild",
      serve: (call) => {
        checkGuild(param(call, "guild"));
        return ok(wireGuild(world));
      },
    },
    {
      method: "GET",
      path: "/guilds/:guild/channels",
      serve: (call) => {
        checkGuild(param(call, "guild"));
        return ok(wireGuildCreate(world, bot).channels);
      },
    },
    {
      method: "GET",
      path: "/guilds/:guild/members/:user",
      serve: (call) => {
        checkGuild(param(call, "guild"));
        const member = world.members.get(param(call, "user"));
        if (!member) throw refusal("unknownMember");
        return ok(member);
      },
    },
  ];
}
