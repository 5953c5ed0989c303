import type { Model } from "./model.ts";

/** Whether what a person writes can reach the bot now: else it stays where it is written. */
export function canSend({ me, isConnected, isBotOnline }: Model): boolean {
  return me !== undefined && isConnected && isBotOnline;
}
