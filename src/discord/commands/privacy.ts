import { sendPrivately } from "../interaction-replies.ts";
import { renderPrivacy } from "../render/render-privacy.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Command } from "./command.ts";

/** `/privacy` */
export const privacyCommand: Command = {
  async run(interaction, bot) {
    await sendPrivately(interaction, renderPrivacy(bot.owner, wordsOf(interaction)));
  },
};
