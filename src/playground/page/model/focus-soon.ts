import type { Page } from "./page.ts";

/** Draws, then puts the focus where it belongs, and the caret at `caret` or at the end. */
export function focusSoon(page: Page, selector: string, caret?: number): void {
  page.redraw();
  queueMicrotask(() => {
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    field?.focus();
    const place = caret ?? field?.value.length ?? 0;
    field?.setSelectionRange(place, place);
  });
}
