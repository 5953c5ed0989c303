import { customId } from "../custom-id.ts";
import type { Words } from "../words/words.ts";
import { button } from "./controls.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** What stands first in a thread that goes on from an answer: whose answer it was, and how to go on. */
export function renderThreadOpening(
  { id, personId }: { readonly id: string; readonly personId: string },
  { buttons, panels }: Words,
): readonly MessagePage[] {
  return layOut({
    sections: [[{ text: panels.places.opened(`<@${personId}>`) }]],
    rows: [[button(buttons.followUp, customId("follow-up", id))]],
    isAnswer: false,
  });
}
