import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { APIMessage, APIUser } from "discord-api-types/v10";
import type { PlaygroundChannel } from "../../channel.ts";
import { PLAIN_MESSAGE } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { handleScroll, jumpToPresent } from "./follow-logs.ts";
import { icon } from "./icons.ts";
import { messageState } from "./message-state.ts";
import { message } from "./message.ts";
import { welcome } from "./welcome.ts";

/** Messages of one author within this time stand below one name. */
const TOGETHER_MS = 7 * 60_000;

/** Messages of a channel that the page shows at the most. */
const MAX_SHOWN = 300;

/** The messages of a channel, oldest first, and what is going on below them. */
export function log(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const all = (model.messages.get(channel.id) ?? []).filter(({ id }) => !model.dismissed.has(id));
  const messages = all.slice(-MAX_SHOWN);
  return html`<div
    class="log"
    id="log-${channel.id}"
    tabindex="0"
    role="log"
    aria-live="off"
    @scroll=${handleScroll}
    aria-label="Messages in ${channel.name ?? "this conversation"}"
  >
    ${all.length > MAX_SHOWN ? html`<p class="older">Older messages are not shown.</p>` : welcome(channel, page)}
    ${repeat(
      messages,
      ({ id }) => id,
      (each, at) => {
        const before = messages[at - 1];
        const place = { isContinued: continues(before, each), isLast: at === messages.length - 1 };
        return html`${dayBefore(before, each)}${guard(
          [place.isContinued, place.isLast, ...messageState(each, page)],
          () => message(each, page, place),
        )}`;
      },
    )}
    ${waiting(channel, page)}
    ${model.notes.filter(({ channelId }) => channelId === channel.id).map(({ id, text }) => note(id, text, page))}
    <button type="button" class="jump button primary" hidden @click=${jumpToPresent}>Jump to present</button>
  </div>`;
}

/** What goes on below the messages: "Footnote is typing…". */
export function typingLine(channel: PlaygroundChannel, { model }: Page): TemplateResult {
  const typing = model.typing.get(channel.id);
  const isTyping = typing !== undefined && typing.until > Date.now();
  return html`<p class="typing" role="status">
    ${model.isConnected && model.bot && !model.isBotOnline ? goesOn(model.bot, "is coming online…") : nothing}
    ${isTyping ? goesOn(typing.user, "is typing…") : nothing}
  </p>`;
}

function goesOn(user: APIUser, what: string): TemplateResult {
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
    ><span><strong>${displayName(user)}</strong> ${what}</span>`;
}

function waiting(channel: PlaygroundChannel, { model }: Page): readonly TemplateResult[] {
  return [...model.pending.values()]
    .filter(({ channelId, command }) => channelId === channel.id && command !== undefined)
    .map(({ command }) => html`<p class="note">Sending ${command} …</p>`);
}

function note(id: string, text: string, page: Page): TemplateResult {
  const { notes } = page.model;
  const dismiss = (): void => {
    const at = notes.findIndex((each) => each.id === id);
    if (at >= 0) notes.splice(at, 1);
    page.redraw();
  };
  return html`<p class="note failed" role="alert">
    ${icon("warning")}<span>${text}</span>
    <button type="button" class="link" @click=${dismiss}>Dismiss</button>
  </p>`;
}

function continues(before: APIMessage | undefined, given: APIMessage): boolean {
  if (!before || before.author.id !== given.author.id) return false;
  // What answers something begins with what it answers.
  const isPlain = given.type === PLAIN_MESSAGE && given.interaction_metadata === undefined;
  return isPlain && before.flags === given.flags && timeOf(given) - timeOf(before) < TOGETHER_MS;
}

function dayBefore(before: APIMessage | undefined, given: APIMessage): TemplateResult | typeof nothing {
  const day = dayOf(given);
  if (before && dayOf(before) === day) return nothing;
  return html`<div class="day" role="separator" aria-label=${day}><span>${day}</span></div>`;
}

function dayOf({ timestamp }: APIMessage): string {
  return new Date(timestamp).toLocaleDateString("en", { dateStyle: "long" });
}

function timeOf({ timestamp }: APIMessage): number {
  return Date.parse(timestamp);
}
