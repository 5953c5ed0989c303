import type { APIMessage } from "discord-api-types/v10";
import type { Page } from "../model/page.ts";
import { openMessageMenu } from "./message-menu.ts";

/** Where a menu that the keyboard opens stands from the message's corner, in pixels. */
const INSET = { x: 72, y: 24 } as const;

/** Arrows, Home and End go from message to message; the menu key and Shift+F10 open the menu, also from within. */
export function handleMessageKey(event: KeyboardEvent, given: APIMessage, page: Page): void {
  const { key, shiftKey, target, currentTarget: article } = event;
  if (!(article instanceof HTMLElement && target instanceof HTMLElement)) return;
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
    const { left, top } = article.getBoundingClientRect();
    openMessageMenu(given, page, { x: left + INSET.x, y: top + INSET.y, opener: target });
  } else {
    // What stands in a message has arrows of its own.
    const next = target === article ? neighbour(article, key) : undefined;
    if (!next) return;
    next.focus();
  }
  event.preventDefault();
}

/** By right click, or a long press on a touch screen. Links keep the browser's own menu, which can copy and open them. */
export function handleContextMenu(event: MouseEvent, given: APIMessage, page: Page): void {
  const { target, currentTarget: article, clientX: x, clientY: y } = event;
  if (!(article instanceof HTMLElement) || (target instanceof Element && target.closest("a"))) return;
  event.preventDefault();
  const focused = document.activeElement;
  const opener = focused instanceof HTMLElement && article.contains(focused) ? focused : article;
  openMessageMenu(given, page, { x, y, opener });
}

function neighbour(article: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...(article.closest("[role=log]")?.querySelectorAll<HTMLElement>(".message") ?? [])];
  const at = all.indexOf(article);
  const moves: Readonly<Record<string, number>> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 };
  return all[moves[key] ?? -1];
}
