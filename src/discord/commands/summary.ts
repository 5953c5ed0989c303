import type { ChatInputCommandInteraction } from "discord.js";
import type { BotContext } from "../bot-context.ts";
import { defer } from "../interaction-replies.ts";
import { LIMITS } from "../render/limits.ts";
import { plainLabel } from "../render/escape-markdown.ts";
import { sendSummary } from "../send-summary.ts";
import type { Command } from "./command.ts";
import { paperOf, titleChoices } from "./title-choices.ts";

/** `/summary target [length]` */
export const summaryCommand: Command = {
  async run(interaction: ChatInputCommandInteraction, bot: BotContext, signal) {
    await defer(interaction, false);
    const typed = interaction.options.getString("target", true);
    const target = paperOf(bot.app, typed)?.title ?? typed;
    const length = interaction.options.getString("length") === "short" ? "short" : "standard";
    await sendSummary(interaction, bot, { target, length, isPrivate: false, signal });
  },
  complete(typed, { app }) {
    const topic = typed.trim();
    const isTopic = topic !== "" && topic.length <= LIMITS.choice && paperOf(app, topic) === undefined;
    const topics = isTopic ? [{ name: plainLabel(`Topic: ${topic}`, LIMITS.choice), value: topic }] : [];
    const titles = titleChoices(app, typed, LIMITS.choices - topics.length);
    // What is offered first is what Tab takes: a paper whose title begins like that is meant more often than a topic.
    const isTitle = titles[0]?.name.toLowerCase().startsWith(topic.toLowerCase()) ?? false;
    return isTitle ? [...titles, ...topics] : [...topics, ...titles];
  },
};
