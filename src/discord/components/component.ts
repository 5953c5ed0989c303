import type {
  ButtonInteraction,
  ChannelSelectMenuInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import type { BotContext } from "../bot-context.ts";

/** What somebody pressed, chose or filled in. */
export type Use =
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ChannelSelectMenuInteraction
  | ModalSubmitInteraction;

/** What a button, menu or modal does. */
export interface Component {
  /**
   * @param details What its custom id says after its name. Anybody may have made them up.
   * @param signal Aborts when the process is about to end.
   */
  use(use: Use, details: readonly string[], bot: BotContext, signal: AbortSignal): Promise<void>;
}
