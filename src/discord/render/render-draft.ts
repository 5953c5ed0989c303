import type { PartialAnswer } from "../../domain/answer.ts";
import { customId } from "../custom-id.ts";
import type { Written } from "./answer-pieces.ts";
import { button } from "./controls.ts";
import { layOut, layOutStart } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";
import { answerSections } from "./render-answer.ts";
import type { AnswerFrame } from "./render-answer.ts";
import type { Words } from "../words/words.ts";

type DraftFrame = Pick<AnswerFrame, "id" | "opening" | "words"> & Pick<Written, "kind">;

/** As much of an answer as is proved by now and as one message holds, with the button that stops it. */
export function renderDraft(partial: PartialAnswer, { id, opening, kind, words }: DraftFrame): MessagePage {
  const letter = {
    sections: answerSections({ ...partial, kind }, words, opening),
    rows: [[stopButton(id, words)]],
  };
  const { writing, writingMore } = words.smallPrint;
  return layOutStart({ ...letter, smallPrint: writing }, writingMore);
}

/** A sentence to whoever waits for an answer, with the button that stops it. */
export function renderWaiting(text: string, { id, words }: Pick<DraftFrame, "id" | "words">): MessagePage {
  const letter = { sections: [[{ text }]], rows: [[stopButton(id, words)]], isAnswer: false };
  return layOutStart(letter, "");
}

/** What was proved of an answer that then broke off; its note says why. */
export function renderBrokenOff(
  written: Written,
  { opening, kind, words }: Omit<DraftFrame, "id">,
): readonly MessagePage[] {
  return layOut({ sections: answerSections({ ...written, kind }, words, opening) });
}

function stopButton(id: string, words: Words): ReturnType<typeof button> {
  return button(words.buttons.stop, customId("stop", id));
}
