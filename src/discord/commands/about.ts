import { sendPrivately } from "../interaction-replies.ts";
import { renderAbout } from "../render/render-about.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Command } from "./command.ts";

/** `/about` */
export const aboutCommand: Command = {
  async run(interaction, bot) {
    await sendPrivately(interaction, renderAbout(bot.owner.about(), wordsOf(interaction)));
  },
};
