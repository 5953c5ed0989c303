import { ComponentType, TextInputStyle } from "discord.js";
import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { customId } from "../custom-id.ts";
import { Refusal } from "../failures.ts";
import { givenRecord } from "../given-record.ts";
import { sendPrivately } from "../interaction-replies.ts";
import { renderNotice } from "../render/render-notice.ts";
import type { Words } from "../words/words.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Component } from "./component.ts";

const REASON = "reason";
const REASON_LENGTH = 1000;

/** "Helpful" is noted at once; "Not helpful" asks why before. Whoever thinks again replaces what they thought. */
export const rateButton: Component = {
  async use(use, [id = "", verdict], bot) {
    if (verdict !== "good" && verdict !== "bad") throw new Refusal(({ refusals }) => refusals.unknownControl);
    givenRecord(bot, id, use);
    const words = wordsOf(use);
    const isGood = verdict === "good";
    if (!isGood && use.isMessageComponent()) {
      await use.showModal(modal(id, words));
      return;
    }
    const reason = use.isModalSubmit() ? use.fields.getTextInputValue(REASON).trim() : "";
    bot.records.rate({ answerId: id, personId: use.user.id, isGood, reason });
    bot.metrics.countFeedback(isGood);
    await sendPrivately(use, renderNotice(words.panels.feedback[verdict]));
  },
};

function modal(id: string, { panels }: Words): APIModalInteractionResponseCallbackData {
  const { title, label, description } = panels.feedback.modal;
  return {
    custom_id: customId("rate", id, "bad"),
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        description,
        component: {
          type: ComponentType.TextInput,
          custom_id: REASON,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: REASON_LENGTH,
        },
      },
    ],
  };
}
