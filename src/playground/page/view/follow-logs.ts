import { keepFocus } from "./keep-focus.ts";

/** Nearer to the end than this, a reader follows what comes. */
const NEAR_PX = 80;

/**
 * Called before the page is drawn.
 *
 * @returns What to call afterwards: each log goes on to show its end to whoever was reading there, came just now or did
 *   something; to others it says that something came. And the focus stays in its place.
 */
export function followLogs(): () => void {
  const refocus = keepFocus();
  // By id, as an element may go on as the log of another channel.
  const before = new Map(
    logs().map((log) => [log.id, { isFollowed: isNearEnd(log), children: new Set(log.children) }]),
  );
  return () => {
    for (const log of logs()) {
      const known = before.get(log.id);
      const news = known
        ? [...log.children].filter((child) => !known.children.has(child) && child.matches(".message, .note"))
        : [];
      if (!known || known.isFollowed || news.some((each) => each.matches(".own, .note"))) showEnd(log);
      else if (news.length > 0) tellOfNews(log, true);
    }
    refocus();
  };
}

/** Whoever came to the end has seen what came. */
export function handleScroll({ currentTarget: log }: Event): void {
  if (log instanceof HTMLElement && isNearEnd(log)) tellOfNews(log, false);
}

/** Goes to the end of the log in which a button was pressed. */
export function jumpToPresent({ currentTarget: button }: Event): void {
  const log = button instanceof HTMLElement ? button.closest<HTMLElement>("[role=log]") : null;
  if (!log) return;
  log.focus({ preventScroll: true });
  showEnd(log);
}

function showEnd(log: HTMLElement): void {
  tellOfNews(log, false);
  log.scrollTop = log.scrollHeight;
}

function tellOfNews(log: HTMLElement, hasNews: boolean): void {
  log.querySelector(":scope > .jump")?.toggleAttribute("hidden", !hasNews);
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: Element): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_PX;
}

function logs(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[role=log]")];
}
