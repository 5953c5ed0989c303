import type { TemplateResult } from "lit-html";
import type { PlaygroundChannel } from "../../channel.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import { icon } from "./icons.ts";

export function channelIcon(channel: PlaygroundChannel): TemplateResult {
  if (channel.type === CHANNEL.directMessage) return icon("message");
  return icon(channel.type === CHANNEL.text ? "hash" : "thread");
}
