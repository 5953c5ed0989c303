import { sendPrivately } from "../interaction-replies.ts";
import { renderNotice } from "../render/render-notice.ts";
import { renderForgetting } from "../render/render-privacy.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Component } from "./component.ts";

/** "Forget me": asks once more, and then forgets whoever pressed it. */
export const forgetButton: Component = {
  async use(use, [step], bot) {
    const words = wordsOf(use);
    if (step !== "yes") {
      await sendPrivately(use, renderForgetting(words));
      return;
    }
    const notice = renderNotice(words.panels.privacy.forgotten(bot.forgetting.person(use.user.id)));
    if (use.isMessageComponent()) for (const page of notice) await use.update(page);
  },
};
