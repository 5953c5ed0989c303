import { sendPrivately } from "../interaction-replies.ts";
import { renderHelp } from "../render/render-help.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Command } from "./command.ts";

/** `/help` */
export const helpCommand: Command = {
  async run(interaction, bot) {
    await sendPrivately(interaction, renderHelp(bot.app.papers.length, wordsOf(interaction)));
  },
};
