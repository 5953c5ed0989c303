import { ButtonStyle, ComponentType } from "discord.js";
import { customId } from "../custom-id.ts";
import type { Owner } from "../owner.ts";
import type { Words } from "../words/words.ts";
import { button } from "./controls.ts";
import { escapeLine } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** What is kept of people, for how long, and where it goes. */
export function renderPrivacy(
  { keepDays, modelHost, modelAnswerDays }: Pick<Owner, "keepDays" | "modelHost" | "modelAnswerDays">,
  { panels: { privacy: words } }: Words,
): readonly MessagePage[] {
  const lines = [
    words.kept,
    words.days(keepDays),
    ...(modelAnswerDays === undefined ? [] : [words.modelAnswers(modelAnswerDays)]),
    modelHost === undefined ? words.noModel : words.model(escapeLine(modelHost)),
  ];
  return layOut({
    sections: [[{ text: `### ${words.heading}` }, ...lines.map((text) => ({ text }))]],
    rows: [[button(words.forgetButton, customId("forget"))]],
  });
}

/** The question before everything of a person is deleted. */
export function renderForgetting({ panels: { privacy: words } }: Words): readonly MessagePage[] {
  const confirm = {
    type: ComponentType.Button,
    style: ButtonStyle.Danger,
    label: words.confirmButton,
    custom_id: customId("forget", "yes"),
  } as const;
  return layOut({ sections: [[{ text: words.ask }]], rows: [[confirm]], isAnswer: false });
}
