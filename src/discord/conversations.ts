import type { Turn } from "../domain/question.ts";
import { Lru } from "./lru.ts";

/** Conversations that are remembered. */
const LIMIT = 1000;

/** Where a conversation is held. */
export interface Talk {
  readonly channelId: string;
  readonly personId: string;
  /** Whether only that person sees the answers: what was said so must not show in an answer for all. */
  readonly isPrivate: boolean;
}

/** What was said, by channel and person. In memory only. */
export class Conversations {
  readonly #histories = new Lru<string, readonly Turn[]>(LIMIT);
  readonly #last = new Map<string, Promise<unknown>>();

  /** @returns Oldest turn first; empty for a conversation that begins. */
  history(talk: Talk): readonly Turn[] {
    return this.#histories.get(keyOf(talk)) ?? [];
  }

  remember(talk: Talk, history: readonly Turn[]): void {
    this.#histories.set(keyOf(talk), history);
  }

  /** Runs work after whatever else goes on in the same conversation, so that each question knows the one before. */
  async inTurn<Result>(talk: Talk, work: () => Promise<Result>): Promise<Result> {
    const key = keyOf(talk);
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}

function keyOf({ channelId, personId, isPrivate }: Talk): string {
  return `${channelId}:${personId}${isPrivate ? ":private" : ""}`;
}
