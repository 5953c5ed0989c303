import type { Model } from "./model.ts";

// The browser keeps these for one window, until it is closed.
const PERSON = "person";
const CHANNEL = "channel";
const DISMISSED = "dismissed";

/** Who sat before this window when it was last drawn, if anybody did. */
export function lastPerson(): string | undefined {
  return sessionStorage.getItem(PERSON) ?? undefined;
}

/** Takes up where this window was, and what was dismissed in it. */
export function takeSeat(model: Model): void {
  model.channelId = sessionStorage.getItem(CHANNEL) ?? "";
  for (const id of (sessionStorage.getItem(DISMISSED) ?? "").split(" ")) model.dismissed.add(id);
}

/** Keeps who sits where, for when the page is loaded again. */
export function keepSeat({ me, channelId, dismissed }: Model): void {
  if (!me) return;
  sessionStorage.setItem(PERSON, me.username);
  sessionStorage.setItem(CHANNEL, channelId);
  sessionStorage.setItem(DISMISSED, [...dismissed].join(" "));
}
