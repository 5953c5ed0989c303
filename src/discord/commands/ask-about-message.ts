import { InteractionContextType } from "discord.js";
import { deliverReply } from "../deliver-reply.ts";
import { quoteQuestion } from "../render/render-answer.ts";
import { QUESTION_LENGTH } from "./declarations.ts";
import type { MessageCommand } from "./message-command.ts";
import { targetText } from "./message-command.ts";

/** "Ask Footnote about this": takes a message for a question, and answers it for whoever wants to know. */
export const askAboutMessage: MessageCommand = {
  async run(interaction, bot, signal) {
    const text = targetText(interaction).slice(0, QUESTION_LENGTH);
    await deliverReply(interaction, bot, {
      asked: { text, history: () => [], signal },
      opening: quoteQuestion(text),
      surface: "ask",
      isPrivate: interaction.context !== InteractionContextType.BotDM,
    });
  },
};
