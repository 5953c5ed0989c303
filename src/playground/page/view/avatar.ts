import { html, type TemplateResult } from "lit-html";
import type { APIUser } from "discord-api-types/v10";
import { displayName } from "../model/display-name.ts";

/** Colours of avatars: white letters are readable on each. */
const COLORS = ["#2d7d46", "#a84300", "#a12d6c", "#0b6e99"];

/** A picture made of the name's first letter: nothing is fetched for it. The bot's is its trade mark, a footnote. */
export function avatar(user: APIUser, size: "small" | "large" = "large"): TemplateResult {
  const name = displayName(user);
  const color = COLORS[user.username.charCodeAt(0) % COLORS.length];
  return user.bot
    ? html`<span class="avatar ${size} bot" aria-hidden="true">F<sup>1</sup></span>`
    : html`<span class="avatar ${size}" .style=${`--avatar: ${color}`} aria-hidden="true"
        >${name.slice(0, 1).toUpperCase()}</span
      >`;
}
