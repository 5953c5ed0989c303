import { draftIn, type Draft } from "./draft.ts";
import { composerId, optionFieldId } from "./element-ids.ts";

/** What can be drawn again. */
interface Drawn {
  redraw(): void;
}

/** What is being written, by channel. */
interface Drafts {
  readonly drafts: Map<string, Draft>;
}

/** Draws, then puts the focus on the element with an id, and the caret at `caret` or at the end. */
export function focusSoon(page: Drawn, id: string, caret?: number): void {
  page.redraw();
  queueMicrotask(() => {
    const field = document.getElementById(id);
    field?.focus();
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const place = caret ?? field.value.length;
    field.setSelectionRange(place, place);
  });
}

/** Goes on with what is being written in a channel: text, or an option of a command. */
export function focusComposer(page: Drawn & { readonly model: Drafts }, channelId: string): void {
  const focused = draftIn(page.model, channelId).command?.focused;
  focusSoon(page, focused === undefined ? composerId(channelId) : optionFieldId(channelId, focused));
}
