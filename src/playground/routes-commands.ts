import type { APIApplicationCommand } from "discord-api-types/v10";
import type { CommandBody, CommandScope } from "./command-registry.ts";
import { refusal } from "./rest-error.ts";
import { NOTHING, type RestCall, type Rooms, type Route, bodyOf, ok, param } from "./rest-route.ts";

/** Registering commands, for everywhere and for one server. */
export function commandRoutes(rooms: Rooms): readonly Route[] {
  const { commands, world, bot } = rooms;
  const scopeOf = (call: RestCall): CommandScope => {
    if (param(call, "application") !== bot.id) throw refusal("notYourApplication");
    const guild = call.params["guild"];
    if (guild !== undefined && guild !== world.guildId) throw refusal("missingAccess");
    return guild ?? "global";
  };
  return ["/applications/:application/commands", "/applications/:application/guilds/:guild/commands"].flatMap(
    (path): readonly Route[] => [
      {
        method: "GET",
        path,
        serve: (call) => {
          const list = commands.in(scopeOf(call));
          const isFull = call.query.get("with_localizations") === "true";
          return ok(isFull ? list : list.map(withoutLocalizations));
        },
      },
      {
        method: "PUT",
        path,
        serve: (call) =>
          ok(commands.replaceAll(scopeOf(call), Array.isArray(call.body) ? (call.body as CommandBody[]) : [])),
      },
      {
        method: "POST",
        path,
        serve: (call) => {
          const scope = scopeOf(call);
          const count = commands.in(scope).length;
          const command = commands.put(scope, call.body as CommandBody);
          return { status: commands.in(scope).length > count ? 201 : 200, body: command };
        },
      },
      {
        method: "GET",
        path: `${path}/:command`,
        serve: (call) => ok(commands.get(scopeOf(call), param(call, "command"))),
      },
      {
        method: "PATCH",
        path: `${path}/:command`,
        serve: (call) => ok(commands.patch(scopeOf(call), param(call, "command"), bodyOf<APIApplicationCommand>(call))),
      },
      {
        method: "DELETE",
        path: `${path}/:command`,
        serve: (call) => {
          commands.remove(scopeOf(call), param(call, "command"));
          return NOTHING;
        },
      },
    ],
  );
}

/** Without `with_localizations` Discord leaves the translations out, at every depth. */
function withoutLocalizations(command: APIApplicationCommand): unknown {
  const isTranslation = (key: string): boolean => key === "name_localizations" || key === "description_localizations";
  return JSON.parse(JSON.stringify(command, (key, value: unknown) => (isTranslation(key) ? undefined : value)));
}
