import { ButtonStyle, ComponentType } from "discord.js";
import type { APIMessage } from "discord.js";

/** Where a bot asks, and by which right. */
interface Door {
  readonly api: string;
  readonly token: string;
}

/** Asks Discord for something as the bot, past its code. @returns The answer. */
export async function actAsBot({ api, token }: Door, method: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Offers a button that the bot itself never would: what it does with it is what it does with forged ids. */
export async function offerButton(door: Door, channelId: string, customId: string): Promise<APIMessage> {
  const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, label: "Forged", custom_id: customId };
  const components = [{ type: ComponentType.ActionRow, components: [button] }];
  const body = { content: "Tea", components };
  return (await actAsBot(door, "POST", `/channels/${channelId}/messages`, body)) as APIMessage;
}
