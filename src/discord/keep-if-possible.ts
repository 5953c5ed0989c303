import type { BotContext } from "./bot-context.ts";

/**
 * Keeps something that an answer can be given without: a full disk costs its buttons, not the answer.
 *
 * @returns Whether it is kept.
 */
export function keepIfPossible({ log }: Pick<BotContext, "log">, keep: () => void): boolean {
  try {
    keep();
    return true;
  } catch (error) {
    log.error("Something could not be kept", error);
    return false;
  }
}
