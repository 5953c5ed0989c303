import { ComponentType, TextInputStyle } from "discord.js";
import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { QUESTION_LENGTH } from "../commands/declarations.ts";
import { customId } from "../custom-id.ts";
import { deliverReply } from "../deliver-reply.ts";
import { Refusal } from "../failures.ts";
import { readerOf } from "../interaction-replies.ts";
import { quoteQuestion } from "../render/render-answer.ts";
import type { Words } from "../words/words.ts";
import { wordsOf } from "../words/words-of.ts";
import type { Component } from "./component.ts";

const INPUT = "question";

/** "Ask a follow-up": a modal, and the answer to what was written in it. It goes on from the answer above it. */
export const followUp: Component = {
  async use(use, [id = ""], bot, signal) {
    const given = bot.memory.answer(id, readerOf(use));
    if (given === undefined) throw new Refusal(({ refusals }) => refusals.forgottenAnswer);
    if (!use.isModalSubmit()) {
      await use.showModal(modal(id, wordsOf(use)));
      return;
    }
    const { isPrivate } = given;
    const history = () => bot.records.answer(id)?.history ?? [];
    const text = use.fields.getTextInputValue(INPUT);
    await deliverReply(use, bot, {
      asked: { text, history, signal },
      opening: quoteQuestion(text),
      surface: "follow-up",
      isPrivate,
    });
  },
};

function modal(id: string, { modals: { followUp: words } }: Words): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId("follow-up", id),
    title: words.title,
    components: [
      {
        type: ComponentType.Label,
        label: words.label,
        description: words.description,
        component: {
          type: ComponentType.TextInput,
          custom_id: INPUT,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: QUESTION_LENGTH,
        },
      },
    ],
  };
}
