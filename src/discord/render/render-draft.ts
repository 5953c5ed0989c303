import type { PartialAnswer } from "../../domain/answer.ts";
import { customId } from "../custom-id.ts";
import type { Written } from "./answer-pieces.ts";
import { button } from "./controls.ts";
import { layOut, layOutStart } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";
import { answerSections } from "./render-answer.ts";
import type { AnswerFrame } from "./render-answer.ts";

type DraftFrame = Pick<AnswerFrame, "id" | "opening"> & Pick<Written, "kind">;

/** As much of an answer as is proved by now and as one message holds, with the button that stops it. */
export function renderDraft(partial: PartialAnswer, { id, opening, kind }: DraftFrame): MessagePage {
  const letter = {
    sections: answerSections({ ...partial, kind }, opening),
    rows: [[button("Stop", customId("stop", id))]],
  };
  return layOutStart({ ...letter, smallPrint: "Still writing…" }, "Still writing… More follows when it is done.");
}

/** What was proved of an answer that then broke off; its note says why. */
export function renderBrokenOff(written: Written, { opening, kind }: Omit<DraftFrame, "id">): readonly MessagePage[] {
  return layOut({ sections: answerSections({ ...written, kind }, opening) });
}
