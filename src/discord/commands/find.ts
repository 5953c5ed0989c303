import type { Filters } from "../../domain/question.ts";
import type { ChatInputCommandInteraction } from "discord.js";
import { Refusal } from "../failures.ts";
import { defer } from "../interaction-replies.ts";
import { sendList } from "../send-list.ts";
import type { Command } from "./command.ts";
import { parseBound } from "./parse-bound.ts";

/** `/find query [since] [until] [has-code]` */
export const findCommand: Command = {
  async run(interaction, bot, signal) {
    const filters = filtersOf(interaction);
    await defer(interaction, false);
    const query = interaction.options.getString("query", true);
    await sendList(interaction, bot, { request: { query, filters }, signal });
  },
};

/** @throws {Refusal} If a bound is no day, or they are the wrong way round. */
function filtersOf({ options }: ChatInputCommandInteraction): Filters {
  const since = parseBound(options.getString("since"), "since");
  const until = parseBound(options.getString("until"), "until");
  if (since !== undefined && until !== undefined && since > until) {
    throw new Refusal(({ refusals }) => refusals.daysSwapped(since, until));
  }
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(options.getBoolean("has-code") && { hasCode: true }),
  };
}
