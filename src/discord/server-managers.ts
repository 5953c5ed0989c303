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

/** Settings as a server's channels let them hold. */
export interface HoldingSettings extends ServerSettings {
  /** Whether a channel was chosen that is gone. */
  readonly isChannelGone: boolean;
}

/**
 * A server's settings as they hold: a channel that is gone counts no more, or a server would wait for answers in vain. Where
 * all that were chosen are gone, all channels count.
 */
export function holdingSettings(settings: ServerSettings, server: Pick<Guild, "channels">): HoldingSettings {
  const channels = settings.channels.filter((id) => server.channels.cache.has(id));
  return { ...settings, channels, isChannelGone: channels.length < settings.channels.length };
}
