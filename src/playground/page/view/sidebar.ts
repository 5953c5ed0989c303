import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { APIUser } from "discord-api-types/v10";
import type { PlaygroundChannel } from "../../channel.ts";
import { CHANNEL } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { displayName } from "../model/display-name.ts";
import { avatar } from "./avatar.ts";
import { channelIcon } from "./channel-icon.ts";
import { chooseChannel, closeDrawer } from "./drawer.ts";
import { icon } from "./icons.ts";

/** The languages that the bot speaks, by Discord's names for them. */
const LANGUAGES = [
  { locale: "en-US", name: "English" },
  { locale: "de", name: "Deutsch" },
  { locale: "fr", name: "Français" },
  { locale: "es-ES", name: "Español" },
  { locale: "ja", name: "日本語" },
  { locale: "zh-CN", name: "中文" },
] as const;

/** The server with its channels and threads, the direct message, and who one is. */
export function sidebar(page: Page): TemplateResult {
  const { model } = page;
  const channels = [...model.channels.values()];
  const direct = channels.filter(({ type }) => type === CHANNEL.directMessage);
  const texts = channels.filter(({ type }) => type === CHANNEL.text);
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && model.isDrawerOpen) closeDrawer(page);
  };
  return html`<nav
      class="sidebar ${model.isDrawerOpen ? "open" : ""}"
      id="sidebar"
      aria-label="Channels"
      @keydown=${leave}
    >
      <header class="guild">
        <span class="guild-name">${model.guildName}</span>
        <button
          type="button"
          class="icon-button drawer-close"
          aria-label="Close channels"
          @click=${() => closeDrawer(page)}
        >
          ${icon("close")}
        </button>
      </header>
      <div class="channel-list">
        <h2>Text channels</h2>
        ${list(texts, channels, page)}
        <h2>Direct messages</h2>
        ${list(direct, [], page)}
      </div>
      ${me(page)}
    </nav>
    ${model.isDrawerOpen ? html`<div class="scrim" @click=${() => closeDrawer(page)}></div>` : nothing}`;
}

function list(channels: readonly PlaygroundChannel[], all: readonly PlaygroundChannel[], page: Page): TemplateResult {
  return html`<ul>
    ${channels.map((channel) => {
      const threads = all.filter((other) => "parent_id" in other && other.parent_id === channel.id);
      return html`<li>${entry(channel, page)}${threads.length > 0 ? list(threads, [], page) : nothing}</li>`;
    })}
  </ul>`;
}

function entry(channel: PlaygroundChannel, page: Page): TemplateResult {
  const { model } = page;
  const isOpen = model.channelId === channel.id;
  const isUnread = model.unread.has(channel.id);
  const isDirect = channel.type === CHANNEL.directMessage;
  const name = isDirect ? displayName(model.bot ?? { username: "", global_name: null }) : channel.name;
  return html`<button
    type="button"
    class="channel ${isOpen ? "open" : ""} ${isUnread ? "unread" : ""}"
    aria-current=${isOpen ? "page" : nothing}
    @click=${() => chooseChannel(channel.id, page)}
  >
    ${isDirect && model.bot ? avatar(model.bot, "small") : channelIcon(channel)}
    <span class="channel-name">${name}</span>
    ${isUnread ? html`<span class="unread-mark">new</span>` : nothing}
  </button>`;
}

/** Two people sit before this page: what one alone can see, the other cannot. */
function me(page: Page): TemplateResult {
  const { model } = page;
  return html`<div class="me">
    <span class="me-label" id="me-label">You are</span>
    <div class="people" role="radiogroup" aria-labelledby="me-label">
      ${model.people.map((person) => seat(person, person.id === model.me?.id, page))}
    </div>
    ${languageMenu(page)}
  </div>`;
}

/** Each person has a language on Discord, and the bot answers in it. The page itself stays English. */
function languageMenu(page: Page): TemplateResult {
  const change = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    void page.act({ type: "locale", locale: currentTarget.value });
  };
  return html`<label class="language">
    <span>Language</span>
    <select ?disabled=${!page.model.isConnected} @change=${change}>
      ${LANGUAGES.map(
        ({ locale, name }) =>
          html`<option value=${locale} lang=${locale} .selected=${live(locale === page.model.locale)}>${name}</option>`,
      )}
    </select>
  </label>`;
}

function seat(person: APIUser, isMe: boolean, page: Page): TemplateResult {
  const others = page.model.people;
  const turn = (event: KeyboardEvent): void => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const next = others[(others.indexOf(person) + 1) % others.length];
    if (!next) return;
    page.become(next.username);
    document.querySelector<HTMLElement>(`[data-person="${CSS.escape(next.username)}"]`)?.focus();
  };
  return html`<button
    type="button"
    role="radio"
    class="seat"
    data-person=${person.username}
    aria-checked=${isMe}
    tabindex=${isMe ? 0 : -1}
    @click=${() => (isMe ? undefined : page.become(person.username))}
    @keydown=${turn}
  >
    ${avatar(person, "small")}<span>${displayName(person)}</span>
  </button>`;
}
