/** Questions that one person may have under way in one channel, at the most. */
const LIMIT = 3;

/**
 * Keeps one person from filling a channel's queue: Discord takes about one message a second from us, in the order in which
 * we send them, so that whoever asks thirty times would make everybody else wait.
 */
export class Turns {
  readonly #underWay = new Map<string, number>();

  /**
   * @param who The person and the channel.
   * @returns `free` for a question to answer, `last` for the first one too many, which is told so, `full` for all others.
   */
  take(who: string): "free" | "last" | "full" {
    const taken = this.#underWay.get(who) ?? 0;
    if (taken > LIMIT) return "full";
    this.#underWay.set(who, taken + 1);
    return taken === LIMIT ? "last" : "free";
  }

  /** Ends what {@link Turns.take} began, unless that was `full`. */
  giveBack(who: string): void {
    const taken = this.#underWay.get(who) ?? 0;
    if (taken <= 1) this.#underWay.delete(who);
    else this.#underWay.set(who, taken - 1);
  }
}
