import { deliverReply } from "../deliver-reply.ts";
import { quoteQuestion } from "../render/render-answer.ts";
import type { Command } from "./command.ts";

/** `/ask question [private]` */
export const askCommand: Command = {
  async run(interaction, bot, signal) {
    const { guild, options } = interaction;
    const isPrivate =
      options.getBoolean("private") ?? (guild !== null && bot.records.settings(guild.id).isPrivateByDefault);
    const text = options.getString("question", true);
    await deliverReply(interaction, bot, {
      asked: { text, signal },
      opening: quoteQuestion(text),
      surface: "ask",
      isPrivate,
    });
  },
};
