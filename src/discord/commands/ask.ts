import { ask } from "../ask.ts";
import { defer, keepMessages, reachOf, sendDeferred, talkOf } from "../interaction-replies.ts";
import { quoteQuestion, renderAnswer } from "../render/render-answer.ts";
import type { Command } from "./command.ts";

/** `/ask question [private]` */
export const askCommand: Command = {
  async run(interaction, bot, signal) {
    const isPrivate = interaction.options.getBoolean("private") ?? false;
    const text = interaction.options.getString("question", true);
    await defer(interaction, isPrivate);
    const { id, answer } = await ask(bot, { talk: talkOf(interaction, isPrivate), text, signal });
    const frame = { id, reach: reachOf(interaction, isPrivate), opening: quoteQuestion(text) };
    keepMessages(bot, await sendDeferred(interaction, renderAnswer(answer, frame)), id);
  },
};
