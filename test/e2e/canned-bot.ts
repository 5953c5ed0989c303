import {
  ButtonStyle,
  ComponentType,
  Events,
  MessageFlags,
  TextInputStyle,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type Interaction,
} from "discord.js";
import type { BotDoor, RunningBot } from "../../src/playground/start-playground.ts";
import { connectClient } from "./connect-client.ts";

/** What nobody may ever do anything with but read it. */
export const HOSTILE =
  "<img src=x onerror=alert(1)><script>alert(2)</script> [click](javascript:alert(3)) [data](data:text/html,x) &lt;b&gt; ${alert(4)}";

/** Every kind of component that the page draws. */
const COMPONENTS = [
  {
    type: ComponentType.Container,
    accent_color: 0x5865f2,
    components: [
      { type: ComponentType.TextDisplay, content: `# ${HOSTILE}` },
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: "**A section** with ||a spoiler||" }],
        accessory: { type: ComponentType.Button, style: ButtonStyle.Primary, label: "Beside", custom_id: "update" },
      },
      { type: ComponentType.Separator, divider: true },
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, style: ButtonStyle.Secondary, label: "Silence", custom_id: "silence" },
          { type: ComponentType.Button, style: ButtonStyle.Secondary, label: "Form", custom_id: "form" },
          { type: ComponentType.Button, style: ButtonStyle.Link, label: "Read", url: "https://example.org/" },
          { type: ComponentType.Button, style: ButtonStyle.Danger, label: "Never", custom_id: "never", disabled: true },
        ],
      },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: "several",
            placeholder: "Take two",
            min_values: 1,
            max_values: 2,
            options: [
              { label: "One", value: "1", description: "the first" },
              { label: "Two", value: "2" },
              { label: HOSTILE.slice(0, 100), value: "3" },
            ],
          },
        ],
      },
    ],
  },
] satisfies readonly APIMessageTopLevelComponent[];

/** A bot that answers every mention with every kind of component, and shows what came of using them. */
export function startCannedBot(door: BotDoor): Promise<RunningBot> {
  return connectClient(door, (client) => {
    client.on(Events.MessageCreate, (message) => {
      if (message.author.bot || message.content === "") return;
      void (message.content.includes("embed")
        ? message.reply({
            embeds: [{ title: HOSTILE, description: HOSTILE, color: 0xf0b232, footer: { text: "The foot" } }],
          })
        : message.reply({ flags: MessageFlags.IsComponentsV2, components: COMPONENTS }));
    });
    client.on(Events.InteractionCreate, (interaction) => void use(interaction));
  });
}

async function use(interaction: Interaction): Promise<void> {
  if (interaction.isModalSubmit()) {
    const length = interaction.fields.getStringSelectValues("length").join();
    await interaction.reply({ content: `Form: ${interaction.fields.getTextInputValue("text")}, ${length}` });
  } else if (interaction.isStringSelectMenu())
    await interaction.reply({ content: `Chosen: ${interaction.values.join()}`, flags: MessageFlags.Ephemeral });
  else if (interaction.isButton() && interaction.customId === "update")
    await interaction.update({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.TextDisplay, content: "Updated" }],
    });
  else if (interaction.isButton() && interaction.customId === "form") await interaction.showModal(FORM);
}

const FORM = {
  custom_id: "form",
  title: "A form",
  components: [
    {
      type: ComponentType.Label,
      label: "Words",
      description: "As many as you like",
      component: {
        type: ComponentType.TextInput,
        custom_id: "text",
        style: TextInputStyle.Short,
        required: true,
        max_length: 50,
      },
    },
    {
      type: ComponentType.Label,
      label: "Length",
      component: {
        type: ComponentType.StringSelect,
        custom_id: "length",
        options: [
          { label: "Short", value: "short", default: true },
          { label: "Long", value: "long" },
        ],
      },
    },
  ],
} satisfies APIModalInteractionResponseCallbackData;
