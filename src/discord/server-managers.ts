import { PermissionFlagsBits } from "discord.js";
import type { Guild } from "discord.js";
import type { ServerSettings } from "../domain/records.ts";
import { Refusal } from "./failures.ts";
import type { Deed } from "./interaction-replies.ts";

/** What one must be allowed to in a server to change its settings. */
export const MANAGES = PermissionFlagsBits.ManageGuild;

/**
 * The server that somebody may change the settings of: the one that they act in, whatever they have made up.
 *
 * @throws {Refusal} If we are in no server with them, or they may not manage it.
 */
export function managedServer({ guild, memberPermissions }: Deed): Guild {
  if (guild === null) throw new Refusal(({ panels }) => panels.settings.onlyInServers);
  if (!memberPermissions?.has(MANAGES)) throw new Refusal(({ panels }) => panels.settings.mayNot);
  return guild;
}

/** A server's settings as they can be shown: channels that are gone cannot. They stay chosen, else all would be. */
export function shownSettings(settings: ServerSettings, { channels }: Guild): ServerSettings {
  return { ...settings, channels: settings.channels.filter((id) => channels.cache.has(id)) };
}
