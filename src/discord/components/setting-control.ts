import type { Guild } from "discord.js";
import type { ServerSettings } from "../../domain/records.ts";
import { Refusal } from "../failures.ts";
import { HOURLY_LIMITS, renderSettings } from "../render/render-settings.ts";
import { managedServer, holdingSettings } from "../server-managers.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Component, Use } from "./component.ts";

/** Whatever is in the panel of `/settings`: saves the change at once, in the server where it is made. */
export const settingControl: Component = {
  async use(use, [setting = "", value = ""], bot) {
    const server = managedServer(use);
    const change = changeOf(use, { setting, value, server });
    if (change === undefined || !use.isMessageComponent()) {
      throw new Refusal(({ refusals }) => refusals.unknownControl);
    }
    const settings = { ...bot.records.settings(server.id), ...change };
    bot.records.setSettings(server.id, settings);
    for (const page of renderSettings(holdingSettings(settings, server), wordsOf(use), true)) await use.update(page);
  },
};

interface Wish {
  readonly setting: string;
  readonly value: string;
  readonly server: Guild;
}

/** @returns Undefined for what cannot be set so. */
function changeOf(use: Use, { setting, value, server }: Wish): Partial<ServerSettings> | undefined {
  if (use.isChannelSelectMenu()) {
    return setting === "channels" ? { channels: use.values.filter((id) => server.channels.cache.has(id)) } : undefined;
  }
  if (use.isStringSelectMenu()) {
    const limit = HOURLY_LIMITS.find((known) => String(known) === use.values[0]);
    if (limit === undefined) return undefined;
    if (setting === "person") return { hourlyPerPerson: limit };
    return setting === "server" ? { hourlyPerServer: limit } : undefined;
  }
  if (!use.isButton() || (value !== "on" && value !== "off")) return undefined;
  if (setting === "private") return { isPrivateByDefault: value === "on" };
  return setting === "threads" ? { usesThreads: value === "on" } : undefined;
}
