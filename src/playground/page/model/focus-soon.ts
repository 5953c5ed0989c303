import type { Page } from "./page.ts";

/** Draws, then puts the focus where it belongs, and the caret at `caret` or at the end. */
export function focusSoon(page: Page, selector: string, caret?: number): void {
  page.redraw();
  queueMicrotask(() => {
    const field = document.querySelector<HTMLElement>(selector);
    field?.focus();
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const place = caret ?? field.value.length;
    field.setSelectionRange(place, place);
  });
}
