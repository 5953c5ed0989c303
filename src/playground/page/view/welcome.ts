import { html, nothing, type TemplateResult } from "lit-html";
import type { APIMessage } from "discord-api-types/v10";
import type { PlaygroundChannel } from "../../channel.ts";
import { canSend } from "../model/can-send.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import { draftIn } from "../model/draft.ts";
import { focusComposer } from "../model/focus-soon.ts";
import type { Model } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { avatar } from "./avatar.ts";
import { channelIcon } from "./channel-icon.ts";
import { icon } from "./icons.ts";
import { messageText } from "./message-text.ts";
import { plainText } from "./plain-text.ts";
import { SUGGESTED_QUESTIONS } from "./suggested-questions.ts";

/** Characters of the message that a thread begins with. */
const MAX_EXCERPT = 300;

/** The top of every channel; in an empty one, what this is and how to begin. */
export function welcome(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  if (channel.type !== CHANNEL.text && "parent_id" in channel) return threadWelcome(channel, page);
  const isDirect = channel.type === CHANNEL.directMessage;
  const name = isDirect ? displayName(model.bot ?? { username: "", global_name: null }) : (channel.name ?? "");
  const isEmpty = (model.messages.get(channel.id) ?? []).length === 0;
  return html`<section class="welcome">
    <span class="welcome-icon" aria-hidden="true">${channelIcon(channel)}</span>
    <h2>${isDirect ? name : `Welcome to #${name}`}</h2>
    <p>
      Footnote answers questions about machine-learning papers, with a footnote behind every claim. This page is a
      Discord of its own on your machine: the bot in it is the one that runs on Discord.
    </p>
    ${isEmpty ? html`${suggestions(channel, page)}${hints(isDirect)}` : nothing}
  </section>`;
}

/** The top of a thread is what it began with: a thread that begins with a message has its id. */
function threadWelcome(thread: PlaygroundChannel, { model }: Page): TemplateResult {
  const parentId = "parent_id" in thread ? (thread.parent_id ?? "") : "";
  const starter = model.messages.get(parentId)?.find(({ id }) => id === thread.id);
  const isEmpty = (model.messages.get(thread.id) ?? []).length === 0;
  return html`<section class="welcome thread-welcome">
    <span class="welcome-icon" aria-hidden="true">${channelIcon(thread)}</span>
    <h2>${thread.name}</h2>
    <p>A thread of #${model.channels.get(parentId)?.name}</p>
    ${
      starter
        ? html`<blockquote class="thread-starter">
            ${avatar(starter.author, "small")}
            <p><strong>${displayName(starter.author)}</strong> ${excerpt(starter, model)}</p>
          </blockquote>`
        : nothing
    }
    ${isEmpty ? hints(false) : nothing}
  </section>`;
}

function excerpt(message: APIMessage, model: Model): string {
  const text = plainText(messageText(message, model), model);
  return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT)} …` : text;
}

function suggestions(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const isDirect = channel.type === CHANNEL.directMessage;
  const ask = (question: string): void => {
    const mention = isDirect || !model.bot ? "" : `<@${model.bot.id}> `;
    void page.act({ type: "say", channelId: channel.id, content: `${mention}${question}` });
  };
  const edit = (question: string): void => {
    const text = isDirect || !model.bot ? question : `@${displayName(model.bot)} ${question}`;
    Object.assign(draftIn(model, channel.id), { command: undefined, suggestions: undefined, text });
    focusComposer(page, channel.id);
  };
  return html`<ul class="questions">
    ${SUGGESTED_QUESTIONS.map(
      (question) =>
        html`<li>
          <button type="button" class="question" ?disabled=${!canSend(model)} @click=${() => ask(question)}>
            ${question}
          </button>
          <button type="button" class="question-edit" aria-label="Edit: ${question}" @click=${() => edit(question)}>
            ${icon("pencil")}
          </button>
        </li>`,
    )}
  </ul>`;
}

function hints(isDirect: boolean): TemplateResult {
  return html`<p class="hints">
    ${isDirect ? "Just write" : html`Write <kbd>@Footnote</kbd> and your question`}, or type <kbd>/</kbd> for its
    commands.
  </p>`;
}
