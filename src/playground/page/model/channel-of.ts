import type { PersonAction } from "../../page-wire.ts";
import type { Model } from "./model.ts";

/** The channel in which an action takes place: where it names none, the one that is shown. */
export function channelOf(model: Model, action: PersonAction): string {
  if ("channelId" in action) return action.channelId;
  if (!("messageId" in action)) return model.channelId;
  const { messageId } = action;
  const found = [...model.messages].find(([, messages]) => messages.some(({ id }) => id === messageId));
  return found?.[0] ?? model.channelId;
}
