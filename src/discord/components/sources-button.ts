import { Refusal } from "../failures.ts";
import { sendPrivately } from "../interaction-replies.ts";
import { renderSources } from "../render/render-sources.ts";
import type { Component } from "./component.ts";

/** "Sources": the sentences behind the footnotes, for the person who asks. */
export const sourcesButton: Component = {
  async use(use, [id = ""], bot) {
    const given = bot.memory.answer(id);
    if (given === undefined) {
      throw new Refusal("I no longer remember the sentences behind this answer. Ask again, and I will show them.");
    }
    await sendPrivately(use, renderSources(given.answer));
  },
};
