import { Refusal } from "../failures.ts";
import { sendPrivately } from "../interaction-replies.ts";
import { renderCard } from "../render/render-card.ts";
import { paperWithId } from "../paper-with-id.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Component } from "./component.ts";

/** A menu of papers: shows the card of the chosen one, to the person who chose. */
export const cardMenu: Component = {
  async use(use, _details, bot) {
    if (!use.isStringSelectMenu()) throw new Refusal(({ refusals }) => refusals.chooseFromMenu);
    await sendPrivately(use, renderCard(paperWithId(bot.app, use.values[0]), { words: wordsOf(use) }));
  },
};
