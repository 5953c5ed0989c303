import { defer } from "../interaction-replies.ts";
import { sendList } from "../send-list.ts";
import type { Command } from "./command.ts";
import { namedPaper, titleChoices } from "./title-choices.ts";

/** `/related title` */
export const relatedCommand: Command = {
  async run(interaction, bot, signal) {
    const { paper } = namedPaper(bot.app, interaction.options.getString("title", true));
    await defer(interaction, false);
    await sendList(interaction, bot, { request: { paperId: paper.id }, signal });
  },
  complete: (typed, { app }) => titleChoices(app, typed),
};
