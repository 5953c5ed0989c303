import type { ChatInputCommandInteraction } from "discord.js";
import type { SummaryLength } from "../../domain/question.ts";
import type { BotContext } from "../bot-context.ts";
import { LIMITS } from "../render/limits.ts";
import { plainLabel } from "../render/escape-markdown.ts";
import { sendSummary } from "../send-summary.ts";
import type { Command } from "./command.ts";
import { paperOf, titleChoices } from "./title-choices.ts";

const LENGTHS: readonly SummaryLength[] = ["short", "standard", "plain"];

/** `/summary target [length]` */
export const summaryCommand: Command = {
  async run(interaction: ChatInputCommandInteraction, bot: BotContext, signal) {
    const typed = interaction.options.getString("target", true);
    const target = paperOf(bot.app, typed)?.title ?? typed;
    const chosen = interaction.options.getString("length");
    const length = LENGTHS.find((known) => known === chosen) ?? "standard";
    await sendSummary(interaction, bot, { target, length, isPrivate: false, signal });
  },
  complete(typed, { app }, { choices }) {
    const topic = typed.trim();
    const isTopic = topic !== "" && topic.length <= LIMITS.choice && paperOf(app, topic) === undefined;
    const topics = isTopic ? [{ name: plainLabel(choices.topic(topic), LIMITS.choice), value: topic }] : [];
    const titles = titleChoices(app, typed, LIMITS.choices - topics.length);
    // What is offered first is what Tab takes: a paper whose title begins like that is meant more often than a topic.
    const isTitle = titles[0]?.name.toLowerCase().startsWith(topic.toLowerCase()) ?? false;
    return isTitle ? [...titles, ...topics] : [...topics, ...titles];
  },
};
