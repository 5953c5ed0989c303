import {
  ButtonStyle,
  ComponentType,
  Events,
  MessageFlags,
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  type Message,
} from "discord.js";
import type { BotDoor, RunningBot } from "../../src/playground/start-playground.ts";
import { connectClient } from "./connect-client.ts";

/** The pages of the list that "list" brings. */
const PAGES = 3;

/** What "menu" offers: enough to fill a screen. */
const OPTIONS = Array.from({ length: 20 }, (_, at) => ({ label: `Choice ${at + 1}`, value: `${at + 1}` }));

/** A bot whose messages change under the hands of whoever uses them. It answers mentions. */
export function startChattyBot(door: BotDoor): Promise<RunningBot> {
  return connectClient(door, (client) => {
    client.on(Events.MessageCreate, (message) => {
      // The playground may be gone before it is answered.
      answer(message).catch(() => undefined);
    });
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton()) void press(interaction);
      else if (interaction.isStringSelectMenu()) void interaction.update(drawn(settings("Saved.")));
    });
  });
}

async function answer(message: Message): Promise<void> {
  const { author, content } = message;
  if (author.bot || content === "") return;
  if (content.includes("list")) await message.reply(drawn(list(0)));
  else if (content.includes("menu")) await message.reply(drawn(settings()));
  else if (content.includes("forget")) await message.reply(drawn([text("Forget?"), row(button("Yes", "yes:1"))]));
  else if (content.includes("grow")) await message.reply(drawn([text("It grows"), row(button("Stop", "stop:1"))]));
  else if (content.includes("note")) await message.reply(drawn([text("Press it"), row(button("Tell me", "tell:1"))]));
  else await message.reply(`You said **this**: ${content.replaceAll(/<@!?\d+>/g, "").trim()}`);
}

async function press(interaction: ButtonInteraction): Promise<void> {
  const [what = "", , page = "0"] = interaction.customId.split(":");
  if (what === "list") await interaction.update(drawn(list(Number(page))));
  else if (what === "yes") await interaction.update(drawn([text("Forgotten.")]));
  else if (what === "stop") await interaction.update(drawn([text("It grew"), row(button("Sources", "sources:1"))]));
  else if (what === "tell") await interaction.reply({ content: "Told you", flags: MessageFlags.Ephemeral });
  else await interaction.reply({ content: `Pressed ${what}`, flags: MessageFlags.Ephemeral });
}

function list(page: number): readonly APIMessageTopLevelComponent[] {
  return [
    text(`Page ${page + 1}`),
    row(button("Previous", `list:1:${page - 1}`, page === 0), button("Next", `list:1:${page + 1}`, page === PAGES - 1)),
  ];
}

function settings(...notes: readonly string[]): readonly APIMessageTopLevelComponent[] {
  return [
    text("Settings"),
    ...notes.map(text),
    row(button("Other", "other:1")),
    { type: ComponentType.ActionRow, components: [{ ...MENU, options: OPTIONS }] },
  ];
}

const MENU = { type: ComponentType.StringSelect, custom_id: "menu", placeholder: "Choose one" } as const;

function text(content: string): APIMessageTopLevelComponent {
  return { type: ComponentType.TextDisplay, content };
}

function row(...components: readonly ReturnType<typeof button>[]): APIMessageTopLevelComponent {
  return { type: ComponentType.ActionRow, components: [...components] };
}

function button(label: string, id: string, disabled = false) {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id, disabled } as const;
}

function drawn(components: readonly APIMessageTopLevelComponent[]) {
  return { flags: MessageFlags.IsComponentsV2, components: [...components] } as const;
}
