import type { App } from "../app.ts";
import type { Conversations } from "./conversations.ts";
import type { Log } from "./log.ts";
import type { Memory } from "./memory.ts";
import type { Turns } from "./turns.ts";

/** What every handler knows. */
export interface BotContext {
  readonly app: App;
  readonly conversations: Conversations;
  readonly memory: Memory;
  readonly turns: Turns;
  readonly log: Log;
  /** How long an answer may take, in milliseconds. */
  readonly answerMs: number;
}
