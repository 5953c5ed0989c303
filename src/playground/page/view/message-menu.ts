import { html, nothing, type TemplateResult } from "lit-html";
import type { APIMessage } from "discord-api-types/v10";
import { nameIn } from "../model/localize.ts";
import type { OpenMessageMenu } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { avatar } from "./avatar.ts";
import { icon } from "./icons.ts";
import { messageActions, type MessageAction } from "./message-actions.ts";
import { messageCommands, sendMessageCommand } from "./message-commands.ts";
import { messageText } from "./message-text.ts";

/** Opens the menu of a message, with the focus on its first item. */
export function openMessageMenu(
  { id, channel_id: channelId }: APIMessage,
  page: Page,
  place: Omit<OpenMessageMenu, "messageId" | "channelId">,
): void {
  page.model.messageMenu = { messageId: id, channelId, ...place };
  page.redraw();
  queueMicrotask(() => {
    const menu = document.querySelector<HTMLElement>(".message-menu");
    // The style sheet keeps a menu of this size within the window.
    menu?.style.setProperty("--width", `${menu.offsetWidth}px`);
    menu?.style.setProperty("--height", `${menu.offsetHeight}px`);
    menu?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  });
}

/** The menu of a message, where one is open: what to do with the message, and the bot's commands for messages. */
export function messageMenu(page: Page): TemplateResult | typeof nothing {
  const { messageMenu: open, messages } = page.model;
  const given = open && messages.get(open.channelId)?.find(({ id }) => id === open.messageId);
  if (!open || !given) return nothing;
  const commands = messageCommands(given, page.model);
  const leave = (event: Event): void => {
    event.preventDefault();
    close(page);
  };
  return html`<div class="menu-scrim" @click=${leave} @contextmenu=${leave}></div>
    <div
      class="message-menu"
      role="menu"
      aria-label="Message"
      .style=${`--x: ${open.x}px; --y: ${open.y}px`}
      @keydown=${(event: KeyboardEvent) => handleKey(event, page)}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${[...messageActions(given, page), ...copyText(given, page)].map((action) =>
        item(action.label, icon(action.icon), action.run, page),
      )}
      ${
        commands.length > 0
          ? html`<div role="group" aria-label="Apps">
              <p class="menu-heading" aria-hidden="true">Apps</p>
              ${commands.map((command) => {
                const bot = page.model.bot ? avatar(page.model.bot, "small") : icon("message");
                return item(
                  nameIn(page.model.locale, command),
                  bot,
                  () => sendMessageCommand(command, given, page),
                  page,
                );
              })}
            </div>`
          : nothing
      }
    </div>`;
}

function item(label: string, picture: TemplateResult, run: () => void, page: Page): TemplateResult {
  const choose = (): void => {
    // First, since what is done may move the focus on.
    close(page);
    run();
  };
  return html`<button
    type="button"
    class="menu-item"
    role="menuitem"
    tabindex="-1"
    @click=${choose}
    @pointerenter=${({ currentTarget }: Event) => currentTarget instanceof HTMLElement && currentTarget.focus()}
  >
    <span>${label}</span>${picture}
  </button>`;
}

function copyText(given: APIMessage, page: Page): readonly MessageAction[] {
  const text = messageText(given, page.model);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      page.note("The text was not copied: this browser does not let the page use the clipboard.", given.channel_id);
    }
  };
  return text === "" ? [] : [{ label: "Copy text", icon: "copy", run: () => void copy() }];
}

function handleKey(event: KeyboardEvent, page: Page): void {
  const { key, currentTarget } = event;
  if (!(currentTarget instanceof Element)) return;
  const items = [...currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.findIndex((each) => each === document.activeElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (Math.max(at, 0) - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const moved = moves[key];
  if (moved !== undefined) items[moved]?.focus();
  else if (key === "Escape" || key === "Tab") close(page);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Gives the focus back to where it came from, or to the messages if that is gone. */
function close(page: Page): void {
  const opener = page.model.messageMenu?.opener;
  page.model.messageMenu = undefined;
  (opener?.isConnected ? opener : document.querySelector<HTMLElement>("[role=log]"))?.focus();
  page.redraw();
}
