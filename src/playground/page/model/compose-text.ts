import type { APIUser } from "discord-api-types/v10";
import { displayName } from "./display-name.ts";
import { canSend } from "./can-send.ts";
import { beginCommand } from "./compose-command.ts";
import { draftIn, giveBackDraft } from "./draft.ts";
import { composerId } from "./element-ids.ts";
import { focusSoon } from "./focus-soon.ts";
import type { Model } from "./model.ts";
import type { Page } from "./page.ts";
import type { Suggestion } from "./suggestions.ts";
import { suggestForText, usersOf, wholeCommand } from "./text-suggestions.ts";

/** Discord tells of typing at most this often. */
const TYPING_EVERY_MS = 8000;

/** What a person typed in a channel, and what can be offered for it. */
export function writeText(page: Page, channelId: string, text: string, caret: number): void {
  const { model } = page;
  const draft = draftIn(model, channelId);
  draft.text = text;
  const command = wholeCommand(model, text);
  if (command) {
    beginCommand(page, channelId, command.name, command.rest);
    return;
  }
  draft.suggestions = suggestForText(model, text.slice(0, caret));
  if (model.isConnected && text !== "" && !text.startsWith("/") && Date.now() - draft.toldOfTyping > TYPING_EVERY_MS) {
    draft.toldOfTyping = Date.now();
    // Nobody misses it.
    void page.act({ type: "type", channelId }, channelId, () => undefined);
  }
  page.redraw();
}

/** Takes a suggestion into the text, or begins the command that it names. */
export function acceptText(page: Page, channelId: string, suggestion: Suggestion, caret: number): void {
  const draft = draftIn(page.model, channelId);
  const kind = draft.suggestions?.kind;
  draft.suggestions = undefined;
  if (kind === "command") {
    beginCommand(page, channelId, String(suggestion.value), "");
    return;
  }
  const before = draft.text.slice(0, caret).replace(/@\w*$/, `@${suggestion.label} `);
  draft.text = before + draft.text.slice(caret).trimStart();
  focusSoon(page, composerId(channelId), before.length);
}

/** Characters in a message of a person, at the most: Discord's own limit. */
const MAX_LENGTH = 2000;

/** How many characters are left in a channel's text as it is sent; below 0 it is too long. */
export function charactersLeft(model: Model, channelId: string): number {
  return MAX_LENGTH - contentIn(model, channelId).length;
}

/** Sends the text, as a reply where one is being written. */
export async function sendText(page: Page, channelId: string): Promise<void> {
  const { model } = page;
  const { drafts } = model;
  const draft = draftIn(model, channelId);
  const content = contentIn(model, channelId);
  if (content === "" || charactersLeft(model, channelId) < 0 || !canSend(model)) return;
  const { replyTo } = draft;
  const reply = replyTo && { replyTo: replyTo.message.id, ping: replyTo.ping };
  drafts.delete(channelId);
  page.redraw();
  if (await page.act({ type: "say", channelId, content, ...reply })) return;
  giveBackDraft(drafts, channelId, draft);
  page.redraw();
}

/** What is sent of the text in a channel. */
function contentIn(model: Model, channelId: string): string {
  return encodeMentions(draftIn(model, channelId).text.trim(), usersOf(model));
}

/** Names become mentions on the way out, longest first, as in `@Footnote Beta` and `@Footnote`. */
function encodeMentions(text: string, users: readonly APIUser[]): string {
  const names = users
    .map((user) => [displayName(user), user.id] as const)
    .toSorted(([left], [right]) => right.length - left.length);
  let encoded = text;
  for (const [name, id] of names) {
    const pattern = new RegExp(String.raw`(?<![\w@])@${RegExp.escape(name)}(?!\w)`, "gi");
    encoded = encoded.replaceAll(pattern, `<@${id}>`);
  }
  return encoded;
}
