import type { Filters } from "../../domain/question.ts";
import type { ChatInputCommandInteraction } from "discord.js";
import { Refusal, inTime } from "../failures.ts";
import { defer, sendDeferred } from "../interaction-replies.ts";
import { shorten } from "../render/escape-markdown.ts";
import { heading } from "../render/render-answer.ts";
import { renderNotice } from "../render/render-notice.ts";
import { renderPaperList } from "../render/render-paper-list.ts";
import type { Command } from "./command.ts";
import { parseBound } from "./parse-bound.ts";

/** Papers in a list, five pages: whoever wants more narrows the search. */
const LIMIT = 25;
const QUERY_LENGTH = 200;

/** `/find query [since] [until] [has-code]` */
export const findCommand: Command = {
  async run(interaction, bot, signal) {
    const filters = filtersOf(interaction);
    await defer(interaction, false);
    const query = interaction.options.getString("query", true);
    const search = () => bot.app.search(query, { filters, limit: LIMIT });
    const { papers, undated } = await inTime(search, { signal, limitMs: bot.answerMs });
    const shown = `“${shorten(query.trim(), QUERY_LENGTH)}”${describe(filters)}`;
    const leftOut = undated > 0 ? [`${undated} of unknown date left out`] : [];
    if (papers.length === 0) {
      const nothing = [`No paper matches ${shown}.`, ...leftOut.map((text) => `(${text}.)`)].join(" ");
      await sendDeferred(interaction, renderNotice(nothing));
      return;
    }
    const list = {
      heading: heading(`Papers on ${shown}`),
      papers: papers.map(({ paper }) => paper),
      total: papers.length === LIMIT ? `${LIMIT} best matches` : countPapers(papers.length),
      aside: leftOut.join(""),
    };
    const id = bot.memory.keepList({ list, ownerId: interaction.user.id });
    await sendDeferred(interaction, renderPaperList(list, id));
  },
};

/** @throws {Refusal} If a bound is no day, or they are the wrong way round. */
function filtersOf({ options }: ChatInputCommandInteraction): Filters {
  const since = parseBound(options.getString("since"), "since");
  const until = parseBound(options.getString("until"), "until");
  if (since !== undefined && until !== undefined && since > until) {
    throw new Refusal(`since (${since}) is later than until (${until}): no paper can be both.`);
  }
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(options.getBoolean("has-code") && { hasCode: true }),
  };
}

function countPapers(count: number): string {
  return `${count} ${count === 1 ? "paper" : "papers"}`;
}

function describe({ since, until, hasCode }: Filters): string {
  return [
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(hasCode ? ["with code"] : []),
  ]
    .map((part) => `, ${part}`)
    .join("");
}
