import { html, nothing, type TemplateResult } from "lit-html";
import type { PlaygroundChannel } from "../../channel.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "./avatar.ts";
import { channelIcon } from "./channel-icon.ts";
import { icon } from "./icons.ts";
import { SUGGESTED_QUESTIONS } from "./suggested-questions.ts";

/** The top of every channel; in an empty one, what this is and how to begin. */
export function welcome(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
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

function suggestions(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const isDirect = channel.type === CHANNEL.directMessage;
  const ask = (question: string): void => {
    const mention = isDirect || !model.bot ? "" : `<@${model.bot.id}> `;
    void page.act({ type: "say", channelId: channel.id, content: `${mention}${question}` });
  };
  const edit = (question: string): void => {
    model.command = undefined;
    model.text = isDirect || !model.bot ? question : `@${displayName(model.bot)} ${question}`;
    page.redraw();
    document.querySelector<HTMLElement>("#composer")?.focus();
  };
  return html`<ul class="questions">
    ${SUGGESTED_QUESTIONS.map(
      (question) =>
        html`<li>
          <button type="button" class="question" @click=${() => ask(question)}>${question}</button>
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
