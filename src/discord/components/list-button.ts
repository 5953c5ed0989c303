import { MessageFlags } from "discord.js";
import { Refusal } from "../failures.ts";
import { defer, readerOf, sendDeferred } from "../interaction-replies.ts";
import { parseListRequest } from "../list-request.ts";
import { makeList } from "../make-list.ts";
import { renderNotice } from "../render/render-notice.ts";
import { renderPaperList } from "../render/render-paper-list.ts";
import { wordsFor } from "../words/words-for.ts";
import type { Component } from "./component.ts";

/** "Previous" and "Next": turn a list's page. Whoever did not ask for the list gets a copy of their own. */
export const listButton: Component = {
  async use(use, [id = "", page = ""], bot, signal) {
    const given = bot.memory.list(id, readerOf(use));
    const request = given && parseListRequest(given.request);
    if (request === undefined) throw new Refusal(({ refusals }) => refusals.forgottenList);
    const isTheirs = use.user.id === given?.personId || use.message?.flags.has(MessageFlags.Ephemeral);
    if (isTheirs && use.isMessageComponent()) await use.deferUpdate();
    else await defer(use, true);
    const words = wordsFor(given?.locale ?? "en");
    const list = await makeList(bot, request, { words, signal });
    const pages =
      typeof list === "string"
        ? renderNotice(list)
        : renderPaperList(list, { id, words, page: Number.parseInt(page, 10) || 0 });
    await sendDeferred(use, pages);
  },
};
