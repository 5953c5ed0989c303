import { MessageFlags } from "discord.js";
import { Refusal } from "../failures.ts";
import { sendPrivately } from "../interaction-replies.ts";
import { renderPaperList } from "../render/render-paper-list.ts";
import type { Component } from "./component.ts";

/** "Previous" and "Next": turn a list's page. Whoever did not ask for the list gets a copy of their own. */
export const listButton: Component = {
  async use(use, [id = "", page = ""], bot) {
    const given = bot.memory.list(id);
    if (given === undefined)
      throw new Refusal("I no longer remember this list. Run the command again to turn its pages.");
    const [shown, ...rest] = renderPaperList(given.list, id, Number.parseInt(page, 10) || 0);
    if (shown === undefined) return;
    const isTheirs = use.user.id === given.ownerId || use.message?.flags.has(MessageFlags.Ephemeral);
    if (isTheirs && use.isMessageComponent()) await use.update(shown);
    else await sendPrivately(use, [shown, ...rest]);
  },
};
