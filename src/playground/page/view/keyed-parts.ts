import { repeat } from "lit-html/directives/repeat.js";
import type { APIMessageComponent } from "discord-api-types/v10";

/** Draws components so that each keeps its element, and the focus in it, while others come and go. */
export function keyedParts<Part extends APIMessageComponent>(
  parts: readonly Part[],
  draw: (part: Part) => unknown,
): unknown {
  const keys = uniqueKeys(parts);
  return repeat(parts, (_part, at) => keys[at], draw);
}

/**
 * What a button is called is what it means to people: that of the next page has another id on each page, and what has
 * another label does something else. A menu keeps its id.
 */
function keyOf(part: APIMessageComponent): string {
  if ("label" in part && part.label) return `${part.type} ${part.label}`;
  return "custom_id" in part ? `${part.type} ${part.custom_id}` : `${part.type}`;
}

function uniqueKeys(parts: readonly APIMessageComponent[]): readonly string[] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const key = keyOf(part);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${key} ${count}`;
  });
}

/** What a button is about: its id but for the last part, which says what to do, as `on` or `off`. */
export function controlName({ custom_id: id }: { readonly custom_id: string }): string {
  return id.replace(/\W[\w-]*$/, "");
}
