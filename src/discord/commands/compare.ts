import { titleHead } from "../../domain/paper.ts";
import { deliverAnswer } from "../deliver-answer.ts";
import { defer, deferredPlace, reachOf, talkOf } from "../interaction-replies.ts";
import { heading } from "../render/render-answer.ts";
import type { Command } from "./command.ts";
import { COMPARED } from "./declarations.ts";
import { paperOf, titleChoices } from "./title-choices.ts";

const LIST = new Intl.ListFormat("en-GB");

/** `/compare first second [third] [fourth]` */
export const compareCommand: Command = {
  async run(interaction, bot, signal) {
    await defer(interaction, false);
    const typed = COMPARED.flatMap((option) => interaction.options.getString(option) ?? []);
    const papers = typed.map((text) => paperOf(bot.app, text));
    const titles = typed.map((text, index) => papers[index]?.title ?? text);
    const names = papers.map((paper, index) =>
      paper === undefined ? (typed[index] ?? "") : (titleHead(paper.displayTitle) ?? paper.displayTitle),
    );
    await deliverAnswer(bot, deferredPlace(interaction), {
      asked: {
        talk: talkOf(interaction, false),
        text: `Compare ${LIST.format(names)}.`,
        answer: (options) => bot.app.compare(titles, options),
        signal,
      },
      frame: {
        reach: reachOf(interaction, false),
        opening: heading(`Comparison: ${LIST.format(names)}`),
        kind: "comparison",
      },
    });
  },
  complete: (typed, { app }) => titleChoices(app, typed),
};
