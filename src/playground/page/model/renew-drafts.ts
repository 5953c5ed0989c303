import { renewDraft, startDraft, wordsOf } from "./command-draft.ts";
import { listCommands } from "./list-commands.ts";
import type { Model } from "./model.ts";
import { suggestForText, wholeCommand } from "./text-suggestions.ts";

/** Goes on with what is being written when other commands are offered, or the same in another language. */
export function renewDrafts(model: Model): void {
  const commands = listCommands(model.commands, model.locale);
  for (const draft of model.drafts.values()) {
    const { command } = draft;
    const now = command && commands.find(({ name }) => name === command.name);
    if (now) draft.command = renewDraft(command, now);
    else if (command) {
      // The command is gone, but not the words that somebody wrote for it.
      draft.text = wordsOf(command);
      draft.command = undefined;
    }
    const typed = draft.command ? undefined : wholeCommand(model, draft.text);
    const begun = typed && commands.find(({ name }) => name === typed.name);
    // It was typed before the bot offered it.
    if (begun) Object.assign(draft, { command: startDraft(begun, typed.rest), text: "", suggestions: undefined });
    if (draft.suggestions?.kind === "command") draft.suggestions = suggestForText(model, draft.text);
    else if (command && !now) draft.suggestions = undefined;
  }
}
