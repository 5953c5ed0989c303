import { defer } from "../interaction-replies.ts";
import { paperWithId } from "../paper-with-id.ts";
import { sendList } from "../send-list.ts";
import type { Component } from "./component.ts";

/** "Related papers" under a card, for the person who asks. */
export const relatedButton: Component = {
  async use(use, [paperId], bot, signal) {
    const paper = paperWithId(bot.app, paperId);
    await defer(use, true);
    await sendList(use, bot, { request: { paperId: paper.id }, signal });
  },
};
