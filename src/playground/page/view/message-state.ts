import type { APIMessage } from "discord-api-types/v10";
import type { Model } from "../model/model.ts";
import type { Page } from "../model/page.ts";

const MINUTE_MS = 60_000;

/** All that a drawn message depends on: as long as each part is the same, it need not be drawn again. */
export function messageState(given: APIMessage, { model }: Page): readonly unknown[] {
  const { menu, messageMenu, me, people, bot, locale, commands, isConnected } = model;
  const isMenuHere = menu?.key.startsWith(`${given.id}/`) === true;
  return [
    given,
    me,
    people,
    bot,
    locale,
    commands,
    isConnected,
    model.failures.get(given.id),
    model.commandNames.get(given.interaction_metadata?.id ?? ""),
    messageMenu?.messageId === given.id,
    isMenuHere ? `${menu.key} ${menu.active} ${[...menu.chosen].join(" ")}` : "",
    pendingIn(given, model),
    channelNames(model),
    // Times such as "3 minutes ago".
    Math.floor(Date.now() / MINUTE_MS),
  ];
}

function pendingIn({ id }: APIMessage, { pending }: Model): string {
  const components = [...pending.values()].map(({ component = "" }) => component);
  return components.filter((component) => component.startsWith(`${id}/`)).join(" ");
}

/** Channels are mentioned, offered in menus, and stand below the message that they began with. */
function channelNames({ channels }: Model): string {
  return [...channels.values()].map(({ id, name }) => `${id} ${name ?? ""}`).join("\n");
}
