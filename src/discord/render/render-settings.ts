import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from "discord.js";
import type { APIButtonComponent, APIChannelSelectComponent, APIStringSelectComponent } from "discord.js";
import { customId } from "../custom-id.ts";
import type { HoldingSettings } from "../server-managers.ts";
import type { Words } from "../words/words.ts";
import { plainLabel } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** The limits an hour that can be chosen; 0: none. */
export const HOURLY_LIMITS: readonly number[] = [0, 5, 10, 20, 50, 100, 500];

/** What can be set, by the word for it in a custom id. */
type SettingName = "channels" | "private" | "threads" | "person" | "server";

/** The panel by which a server's managers change its settings. @param isSaved Whether a change was just saved. */
export function renderSettings(
  settings: HoldingSettings,
  { panels: { settings: words } }: Words,
  isSaved = false,
): readonly MessagePage[] {
  const { channels, isPrivateByDefault, usesThreads, hourlyPerPerson, hourlyPerServer, isChannelGone } = settings;
  const gone = channels.length === 0 ? words.allGone : words.someGone;
  return layOut({
    sections: [
      [
        { text: `### ${words.heading}` },
        ...[words.channels, ...(isChannelGone ? [gone] : []), words.explain, words.limits].map(toPiece),
      ],
    ],
    ...(isSaved && { smallPrint: words.saved }),
    rows: [
      [channelMenu(channels, words.channelsPlaceholder)],
      [
        toggle(words.isPrivate(isPrivateByDefault), "private", isPrivateByDefault),
        toggle(words.usesThreads(usesThreads), "threads", usesThreads),
      ],
      [limitMenu("person", hourlyPerPerson, words.perPerson)],
      [limitMenu("server", hourlyPerServer, words.perServer)],
    ],
  });
}

function toPiece(text: string): { readonly text: string } {
  return { text };
}

function channelMenu(channels: readonly string[], placeholder: string): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: settingId("channels"),
    placeholder: plainLabel(placeholder, LIMITS.placeholder),
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    min_values: 0,
    max_values: LIMITS.options,
    default_values: channels.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
}

/** A button that says how something is set, and sets it otherwise. What it sets is in its id: a second press changes nothing. */
function toggle(label: string, setting: SettingName, isOn: boolean): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: isOn ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: plainLabel(label, LIMITS.buttonLabel),
    custom_id: settingId(setting, isOn ? "off" : "on"),
  };
}

function limitMenu(setting: SettingName, chosen: number, say: (limit: number) => string): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: settingId(setting),
    placeholder: plainLabel(say(chosen), LIMITS.placeholder),
    options: HOURLY_LIMITS.map((limit) => ({
      label: plainLabel(say(limit), LIMITS.optionText),
      value: String(limit),
      default: limit === chosen,
    })),
  };
}

function settingId(setting: SettingName, ...more: readonly string[]): string {
  return customId("setting", setting, ...more);
}
