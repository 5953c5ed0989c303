import { Refusal } from "../failures.ts";
import { readerOf, sendPrivately } from "../interaction-replies.ts";
import { renderSources } from "../render/render-sources.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Component } from "./component.ts";

/** "Sources": the sentences behind the footnotes, for the person who asks. */
export const sourcesButton: Component = {
  async use(use, [id = ""], bot) {
    const given = bot.memory.answer(id, readerOf(use));
    if (given === undefined) throw new Refusal(({ refusals }) => refusals.forgottenSources);
    await sendPrivately(use, renderSources(given.answer, wordsOf(use)));
  },
};
