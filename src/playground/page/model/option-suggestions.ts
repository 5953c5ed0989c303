import { OPTION } from "./discord-numbers.ts";
import type { SendableOption } from "./list-commands.ts";
import type { Model } from "./model.ts";
import type { Suggestion } from "./suggestions.ts";

/** The values that an option can have, as far as the page knows them, fitting what is typed. */
export function fixedSuggestions(option: SendableOption, text: string, model: Model): readonly Suggestion[] {
  const typed = text.trim().toLowerCase();
  const items = valuesOf(option, model);
  // What is complete needs no suggestion: Enter sends.
  if (items.some(({ label }) => label.toLowerCase() === typed)) return [];
  return items.filter(({ label, name = "" }) => [label, name].some((each) => each.toLowerCase().includes(typed)));
}

function valuesOf(option: SendableOption, model: Model): readonly (Suggestion & { readonly name?: string })[] {
  if (option.type === OPTION.boolean)
    return [
      { label: "true", value: true },
      { label: "false", value: false },
    ];
  if (option.type === OPTION.user)
    return model.people.map(({ id, username, global_name: name }) => ({ label: name ?? username, value: id }));
  if (option.type === OPTION.channel)
    return [...model.channels.values()].map(({ id, name }) => ({ label: `#${name ?? ""}`, value: id }));
  return option.choices;
}
