import { paperWithId } from "../paper-with-id.ts";
import { sendSummary } from "../send-summary.ts";
import type { Component } from "./component.ts";

/** "Summary" under a card, for the person who asks. */
export const summaryButton: Component = {
  async use(use, [paperId], bot, signal) {
    const { title } = paperWithId(bot.app, paperId);
    await sendSummary(use, bot, { target: title, length: "standard", isPrivate: true, signal });
  },
};
