import type { APIMessage } from "discord-api-types/v10";
import { CHANNEL, FLAG } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import type { IconName } from "./icons.ts";

/** Something to do with a message. */
export interface MessageAction {
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** What a person can do with a message: its tools show it, and so does its menu. */
export function messageActions(given: APIMessage, page: Page): readonly MessageAction[] {
  const { channels, isConnected } = page.model;
  if (!isConnected) return [];
  const actions: MessageAction[] = [];
  if (!isPrivate(given)) {
    actions.push({ label: "Reply", icon: "reply", run: () => page.reply(given) });
    if (channels.get(given.channel_id)?.type === CHANNEL.text && !given.thread)
      actions.push({ label: "Create thread", icon: "thread", run: () => void startThread(given, page) });
  }
  if (given.author.bot && !isLoading(given))
    actions.push({ label: "How this came about", icon: "info", run: () => void page.explain(given.id) });
  return actions;
}

/** Whether one person alone sees a message. */
export function isPrivate({ flags = 0 as FlagBits }: APIMessage): boolean {
  return (flags & FLAG.ephemeral) !== 0;
}

/** Whether the bot still thinks about what to say. */
export function isLoading({ flags = 0 as FlagBits }: APIMessage): boolean {
  return (flags & FLAG.loading) !== 0;
}

type FlagBits = NonNullable<APIMessage["flags"]>;

async function startThread(given: APIMessage, page: Page): Promise<void> {
  const asked = given.referenced_message?.content ?? given.content;
  const name =
    asked
      .replaceAll(/<@!?\d+>/g, "")
      .trim()
      .slice(0, 60) || "Thread";
  const opened = await page.act({ type: "thread", messageId: given.id, channelId: given.channel_id, name });
  if (opened?.channelId !== undefined) page.openThread(opened.channelId);
}
