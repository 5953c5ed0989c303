import { titleHead } from "../../domain/paper.ts";
import { deliverReply } from "../deliver-reply.ts";
import { heading } from "../render/render-answer.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Command } from "./command.ts";
import { COMPARED } from "./declarations.ts";
import { paperOf, titleChoices } from "./title-choices.ts";

const ENGLISH_LIST = new Intl.ListFormat("en-GB");

/** `/compare first second [third] [fourth]` */
export const compareCommand: Command = {
  async run(interaction, bot, signal) {
    const typed = COMPARED.flatMap((option) => interaction.options.getString(option) ?? []);
    const papers = typed.map((text) => paperOf(bot.app, text));
    const titles = typed.map((text, index) => papers[index]?.title ?? text);
    const names = papers.map((paper, index) =>
      paper === undefined ? (typed[index] ?? "") : (titleHead(paper.displayTitle) ?? paper.displayTitle),
    );
    const words = wordsOf(interaction);
    const listed = new Intl.ListFormat(words.tag).format(names);
    await deliverReply(interaction, bot, {
      asked: {
        // For the conversation: whoever reads follow-ups reads English.
        text: `Compare ${ENGLISH_LIST.format(names)}.`,
        answer: (options) => bot.app.compare(titles, options),
        signal,
      },
      opening: heading(words.headings.comparison(listed)),
      kind: "comparison",
      surface: "compare",
      isPrivate: false,
    });
  },
  complete: (typed, { app }) => titleChoices(app, typed),
};
