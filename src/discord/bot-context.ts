import type { App } from "../app.ts";
import type { Clock, Logger, Metrics } from "../domain/ports.ts";
import type { Records } from "../domain/records.ts";
import { Conversations } from "./conversations.ts";
import { Forgetting } from "./forgetting.ts";
import { FairQueue } from "./fair-queue.ts";
import type { Log } from "./log.ts";
import { Memory } from "./memory.ts";
import type { Owner } from "./owner.ts";
import { RateLimits } from "./rate-limits.ts";
import { Stops } from "./stops.ts";
import { ToldOnce } from "./told-once.ts";

/** Answers that one person may have under way, waiting ones too. */
const MOST_PER_PERSON = 3;

/** What a bot is made of. */
export interface BotParts {
  readonly app: App;
  readonly log: Log;
  /** What outlives the process. */
  readonly records: Records;
  /** One line an answer, for programs. */
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly owner: Owner;
  readonly clock: Clock;
  /** How long an answer may take, in milliseconds. */
  readonly answerMs: number;
  /** The least time between two changes of an answer that is being written, in milliseconds. */
  readonly editMs: number;
  /** How long somebody waits before they are told their place in the line, in milliseconds. */
  readonly tellPlaceMs: number;
}

/** What every handler knows. */
export interface BotContext extends BotParts {
  readonly conversations: Conversations;
  readonly memory: Memory;
  readonly stops: Stops;
  readonly queue: FairQueue;
  readonly limits: RateLimits;
  readonly forgetting: Forgetting;
  /** Refusals of messages, which all can see. */
  readonly told: ToldOnce;
}

/** What every handler is to know, before anything has happened. */
export function makeContext(parts: BotParts): BotContext {
  const { records, owner, clock, tellPlaceMs } = parts;
  const daily = { everybody: owner.dailyAnswers, perPerson: owner.dailyAnswersPerPerson };
  const limits = new RateLimits(records, daily, clock);
  return {
    ...parts,
    conversations: new Conversations(records),
    memory: new Memory(records),
    stops: new Stops(),
    queue: new FairQueue({
      atOnce: owner.answersAtOnce,
      most: owner.queue,
      mostPerPerson: MOST_PER_PERSON,
      clock,
      tellAfterMs: tellPlaceMs,
    }),
    limits,
    forgetting: new Forgetting(records, limits),
    told: new ToldOnce(clock),
  };
}
