import type { App } from "../app.ts";
import type { Conversations } from "./conversations.ts";
import type { Log } from "./log.ts";
import type { Memory } from "./memory.ts";
import type { Stops } from "./stops.ts";
import type { Turns } from "./turns.ts";

/** What every handler knows. */
export interface BotContext {
  readonly app: App;
  readonly conversations: Conversations;
  readonly memory: Memory;
  readonly turns: Turns;
  readonly stops: Stops;
  readonly log: Log;
  /** How long an answer may take, in milliseconds. */
  readonly answerMs: number;
  /** The least time between two changes of an answer that is being written, in milliseconds. */
  readonly editMs: number;
}
