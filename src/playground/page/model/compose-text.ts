import type { APIUser } from "discord-api-types/v10";
import { beginCommand } from "./compose-command.ts";
import { listCommands } from "./command-draft.ts";
import { focusSoon } from "./focus-soon.ts";
import type { Model } from "./model.ts";
import type { Page } from "./page.ts";
import type { Suggestion, Suggestions } from "./suggestions.ts";

/** Discord tells of typing at most this often. */
const TYPING_EVERY_MS = 8000;

/** A mention that is being written at the end of what stands before the caret. */
const OPEN_MENTION = /(?:^|\s)@(\w*)$/;

let lastTyping = 0;

/** What a person typed, and what can be offered for it. */
export function writeText(page: Page, text: string, caret: number): void {
  const { model } = page;
  model.text = text;
  const command = wholeCommand(model, text);
  if (command) {
    beginCommand(page, command.name, command.rest);
    return;
  }
  model.suggestions = suggestFor(model, text.slice(0, caret));
  if (text !== "" && !text.startsWith("/") && Date.now() - lastTyping > TYPING_EVERY_MS) {
    lastTyping = Date.now();
    void page.act({ type: "type", channelId: model.channelId });
  }
  page.redraw();
}

/** Takes a suggestion into the text, or begins the command that it names. */
export function acceptText(page: Page, suggestion: Suggestion, caret: number): void {
  const { model } = page;
  const kind = model.suggestions?.kind;
  model.suggestions = undefined;
  if (kind === "command") {
    beginCommand(page, String(suggestion.value), "");
    return;
  }
  const before = model.text.slice(0, caret).replace(/@\w*$/, `@${suggestion.label} `);
  model.text = before + model.text.slice(caret).trimStart();
  focusSoon(page, "#composer", before.length);
}

/** Characters in a message of a person, at the most: Discord's own limit. */
const MAX_LENGTH = 2000;

/** How many characters are left; below 0 the text is too long to be sent. */
export function charactersLeft({ text }: Model): number {
  return MAX_LENGTH - text.trim().length;
}

/** Sends the text, as a reply where one is being written. */
export function sendText(page: Page): void {
  const { model } = page;
  const content = encodeMentions(model.text.trim(), usersOf(model));
  if (content === "" || charactersLeft(model) < 0) return;
  const { channelId, replyTo } = model;
  const reply = replyTo && { replyTo: replyTo.message.id, ping: replyTo.ping };
  Object.assign(model, { text: "", replyTo: undefined, suggestions: undefined });
  lastTyping = 0;
  page.redraw();
  void page.act({ type: "say", channelId, content, ...reply });
}

/** Names become mentions on the way out, longest first, as in `@Footnote Beta` and `@Footnote`. */
function encodeMentions(text: string, users: readonly APIUser[]): string {
  const names = users
    .map((user) => [user.global_name ?? user.username, user.id] as const)
    .toSorted(([left], [right]) => right.length - left.length);
  let encoded = text;
  for (const [name, id] of names) {
    const pattern = new RegExp(String.raw`(?<![\w@])@${RegExp.escape(name)}(?!\w)`, "gi");
    encoded = encoded.replaceAll(pattern, `<@${id}>`);
  }
  return encoded;
}

function suggestFor(model: Model, before: string): Suggestions | undefined {
  const command = /^\/([\w-]*(?: [\w-]*)?)$/.exec(before)?.[1];
  if (command !== undefined) {
    const items = listCommands(model.commands)
      .filter(({ name }) => name.startsWith(command.toLowerCase()))
      .map(({ name, description }) => ({ label: `/${name}`, detail: description, value: name }));
    return items.length > 0 ? { kind: "command", title: "Commands", items, active: 0 } : undefined;
  }
  const mention = OPEN_MENTION.exec(before)?.[1]?.toLowerCase();
  if (mention === undefined) return undefined;
  const items = usersOf(model)
    .map((user) => ({ label: user.global_name ?? user.username, detail: user.bot ? "App" : "Member", value: user.id }))
    .filter(({ label }) => label.toLowerCase().startsWith(mention));
  return items.length > 0 ? { kind: "mention", title: "Mention", items, active: 0 } : undefined;
}

function wholeCommand(model: Model, text: string): { readonly name: string; readonly rest: string } | undefined {
  const found = listCommands(model.commands).find(({ name }) => text.startsWith(`/${name} `));
  return found && { name: found.name, rest: text.slice(found.name.length + 2) };
}

function usersOf({ bot, people }: Model): readonly APIUser[] {
  return bot ? [bot, ...people] : people;
}
