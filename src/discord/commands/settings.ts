import { sendPrivately } from "../interaction-replies.ts";
import { renderSettings } from "../render/render-settings.ts";
import { managedServer, holdingSettings } from "../server-managers.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Command } from "./command.ts";

/** `/settings` */
export const settingsCommand: Command = {
  async run(interaction, bot) {
    const server = managedServer(interaction);
    const settings = holdingSettings(bot.records.settings(server.id), server);
    await sendPrivately(interaction, renderSettings(settings, wordsOf(interaction)));
  },
};
