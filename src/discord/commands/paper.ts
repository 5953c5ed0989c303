import { defer, sendDeferred } from "../interaction-replies.ts";
import { renderCard } from "../render/render-card.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Command } from "./command.ts";
import { namedPaper, titleChoices } from "./title-choices.ts";

/** `/paper title` */
export const paperCommand: Command = {
  async run(interaction, bot) {
    const typed = interaction.options.getString("title", true);
    const { paper, isExact, others } = namedPaper(bot.app, typed);
    await defer(interaction, false);
    await sendDeferred(
      interaction,
      renderCard(paper, { words: wordsOf(interaction), ...(!isExact && { others, typed }) }),
    );
  },
  complete: (typed, { app }) => titleChoices(app, typed),
};
