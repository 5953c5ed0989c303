import { displayName } from "../model/display-name.ts";
import type { Model } from "../model/model.ts";

/** What somebody is called who is mentioned by id. */
export function userName(id: string, { people, bot }: Model): string {
  const user = bot?.id === id ? bot : people.find((person) => person.id === id);
  return user ? displayName(user) : "unknown-user";
}

/** What a channel or thread is called that is mentioned by id. */
export function channelName(id: string, { channels }: Model): string {
  return channels.get(id)?.name ?? "unknown";
}
