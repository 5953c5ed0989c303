import { defer, sendDeferred } from "../interaction-replies.ts";
import { relatedPapers } from "../related-papers.ts";
import type { Command } from "./command.ts";
import { namedPaper, titleChoices } from "./title-choices.ts";

/** `/related title` */
export const relatedCommand: Command = {
  async run(interaction, bot, signal) {
    const { paper } = namedPaper(bot.app, interaction.options.getString("title", true));
    await defer(interaction, false);
    await sendDeferred(interaction, await relatedPapers(bot, paper, { ownerId: interaction.user.id, signal }));
  },
  complete: (typed, { app }) => titleChoices(app, typed),
};
