import { ComponentType, TextInputStyle } from "discord.js";
import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { QUESTION_LENGTH } from "../commands/declarations.ts";
import { customId } from "../custom-id.ts";
import { deliverAnswer } from "../deliver-answer.ts";
import { Refusal } from "../failures.ts";
import { defer, deferredPlace, reachOf, talkOf } from "../interaction-replies.ts";
import type { GivenAnswer } from "../memory.ts";
import { quoteQuestion } from "../render/render-answer.ts";
import type { BotContext } from "../bot-context.ts";
import type { Component } from "./component.ts";

const INPUT = "question";

/** "Ask a follow-up": a modal, and the answer to what was written in it. It goes on from the answer above it. */
export const followUp: Component = {
  async use(use, [id = ""], bot, signal) {
    const given = recall(bot, id);
    if (!use.isModalSubmit()) {
      await use.showModal(modal(id));
      return;
    }
    const { isPrivate, history } = given;
    const text = use.fields.getTextInputValue(INPUT);
    await defer(use, isPrivate);
    await deliverAnswer(bot, deferredPlace(use), {
      asked: { talk: talkOf(use, isPrivate), text, history, signal },
      frame: { reach: reachOf(use, isPrivate), opening: quoteQuestion(text) },
    });
  },
};

function recall(bot: BotContext, id: string): GivenAnswer {
  const given = bot.memory.answer(id);
  if (given === undefined) {
    throw new Refusal("I no longer remember this answer. Ask anew with /ask, and name the paper or topic again.");
  }
  return given;
}

function modal(id: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId("follow-up", id),
    title: "Ask a follow-up",
    components: [
      {
        type: ComponentType.Label,
        label: "Your question",
        description: "It goes on from this answer: “it” is what was spoken of.",
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
