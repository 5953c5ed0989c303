import { wordsFor } from "../words/words-for.ts";
import { askAboutMessage } from "./ask-about-message.ts";
import { findLikeMessage } from "./find-like-message.ts";
import type { MessageCommand } from "./message-command.ts";

const { about, similar } = wordsFor("en").panels.messages;

/** Every command in the menu of a message by its English name. */
export const MESSAGE_COMMANDS: ReadonlyMap<string, MessageCommand> = new Map([
  [about, askAboutMessage],
  [similar, findLikeMessage],
]);
