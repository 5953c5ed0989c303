import type { APIMessage } from "discord-api-types/v10";
import type { CommandDraft } from "./command-draft.ts";
import type { Suggestions } from "./suggestions.ts";

/** What a person is writing in one channel. It stays there while they look at another. */
export interface Draft {
  text: string;
  command: CommandDraft | undefined;
  suggestions: Suggestions | undefined;
  replyTo: { readonly message: APIMessage; ping: boolean } | undefined;
  /** When others were last told of the typing, in milliseconds since 1970. */
  toldOfTyping: number;
}

/** By channel. */
type Drafts = Map<string, Draft>;

/** Goes on with what a person was writing. */
export function takeUpDrafts(
  model: { drafts: Drafts; readonly draftsOf: Map<string, Drafts> },
  personId: string,
): void {
  model.drafts = model.draftsOf.get(personId) ?? new Map<string, Draft>();
  model.draftsOf.set(personId, model.drafts);
}

/** The draft of a channel: an empty one if nothing is written there yet. */
export function draftIn({ drafts }: { readonly drafts: Drafts }, channelId: string): Draft {
  const draft = drafts.get(channelId) ?? createDraft();
  drafts.set(channelId, draft);
  return draft;
}

/** Leaves the list above one composer at most: that of the channel, if it has one. */
export function hideOtherSuggestions({ drafts }: { readonly drafts: Drafts }, channelId: string): boolean {
  const others = [...drafts].filter(([id, { suggestions }]) => id !== channelId && suggestions !== undefined);
  for (const [, draft] of others) draft.suggestions = undefined;
  return others.length > 0;
}

/** Gives a draft that could not be sent back to its channel, unless something else is written there by now. */
export function giveBackDraft(drafts: Drafts, channelId: string, draft: Draft): void {
  const now = drafts.get(channelId);
  if (!now || (now.text === "" && !now.command)) drafts.set(channelId, { ...draft, suggestions: undefined });
}

function createDraft(): Draft {
  return { text: "", command: undefined, suggestions: undefined, replyTo: undefined, toldOfTyping: 0 };
}
