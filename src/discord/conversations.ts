import type { Turn } from "../domain/question.ts";
import type { ConversationRecords, Whereabouts } from "../domain/records.ts";

/** Where a conversation is held. What was said in private must not show in an answer for all. */
export interface Talk extends Whereabouts {
  /** Whether everybody in the channel takes part in one conversation, as in a thread opened for it. */
  readonly isShared?: boolean;
}

/** What was said, by channel and person, and who is next to be answered. */
export class Conversations {
  readonly #records: ConversationRecords;
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(records: ConversationRecords) {
    this.#records = records;
  }

  /** @returns Oldest turn first; empty for a conversation that begins. */
  history(talk: Talk): readonly Turn[] {
    return this.#records.history(keyOf(talk));
  }

  remember(talk: Talk, history: readonly Turn[]): void {
    const { personId, channelId, serverId, isPrivate, isShared = false } = talk;
    this.#records.remember(keyOf(talk), history, {
      channelId,
      isPrivate,
      ...(serverId !== undefined && { serverId }),
      ...(!isShared && { personId }),
    });
  }

  /**
   * Lets each question know the one before.
   *
   * @param work Gets what it must wait for: the end, however that is, of whatever else goes on in the conversation.
   */
  async inTurn<Result>(talk: Talk, work: (before: Promise<unknown>) => Promise<Result>): Promise<Result> {
    const key = keyOf(talk);
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = work(before);
    const last = Promise.allSettled([before, mine]);
    this.#last.set(key, last);
    try {
      return await mine;
    } finally {
      void last.then(() => {
        if (this.#last.get(key) === last) this.#last.delete(key);
      });
    }
  }
}

function keyOf({ channelId, personId, isPrivate, isShared }: Talk): string {
  return isShared ? channelId : `${channelId}:${personId}${isPrivate ? ":private" : ""}`;
}
