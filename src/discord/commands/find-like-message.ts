import { InteractionContextType } from "discord.js";
import { defer } from "../interaction-replies.ts";
import { sendList } from "../send-list.ts";
import { QUESTION_LENGTH } from "./declarations.ts";
import type { MessageCommand } from "./message-command.ts";
import { targetText } from "./message-command.ts";

/** "Find papers like this": lists the papers that match a message best, for whoever wants to know. */
export const findLikeMessage: MessageCommand = {
  async run(interaction, bot, signal) {
    const query = targetText(interaction).slice(0, QUESTION_LENGTH);
    await defer(interaction, interaction.context !== InteractionContextType.BotDM);
    await sendList(interaction, bot, { request: { query, filters: {} }, signal });
  },
};
