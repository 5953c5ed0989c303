import { focusComposer } from "../model/focus-soon.ts";
import type { Page } from "../model/page.ts";

/** Opens the list of channels over the conversation, where there is no room beside it. */
export function openDrawer(page: Page): void {
  page.model.isDrawerOpen = true;
  focusAfterDrawing(page, ".drawer-close");
}

/** Closes it, back to what opened it. */
export function closeDrawer(page: Page): void {
  page.model.isDrawerOpen = false;
  focusAfterDrawing(page, ".drawer-open");
}

/** Shows a channel from the list, and goes there if the list covered it: a touch would only bring up the keyboard. */
export function chooseChannel(channelId: string, page: Page): void {
  const { isDrawerOpen } = page.model;
  page.show(channelId);
  if (!isDrawerOpen) return;
  if (matchMedia("(pointer: fine)").matches) focusComposer(page, channelId);
  else focusAfterDrawing(page, "main h1");
}

function focusAfterDrawing(page: Page, selector: string): void {
  page.redraw();
  queueMicrotask(() => document.querySelector<HTMLElement>(selector)?.focus());
}
