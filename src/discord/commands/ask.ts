import { deliverAnswer } from "../deliver-answer.ts";
import { defer, deferredPlace, reachOf, talkOf } from "../interaction-replies.ts";
import { quoteQuestion } from "../render/render-answer.ts";
import type { Command } from "./command.ts";

/** `/ask question [private]` */
export const askCommand: Command = {
  async run(interaction, bot, signal) {
    const isPrivate = interaction.options.getBoolean("private") ?? false;
    const text = interaction.options.getString("question", true);
    await defer(interaction, isPrivate);
    await deliverAnswer(bot, deferredPlace(interaction), {
      asked: { talk: talkOf(interaction, isPrivate), text, signal },
      frame: { reach: reachOf(interaction, isPrivate), opening: quoteQuestion(text) },
    });
  },
};
