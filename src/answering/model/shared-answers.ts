/** Whoever waits for an answer. */
export interface Listener<Partial> {
  readonly signal?: AbortSignal | undefined;
  readonly onPartial?: ((partial: Partial) => void) | undefined;
}

/** What became of a wait. */
export type Shared<Partial, Result> =
  /** `isFirst` for the one who began the work, and so for one in all. */
  | { readonly result: Result; readonly isFirst: boolean }
  /** The listener's signal came first; `partial` is what there was by then. */
  | { readonly stoppedAt: Partial | undefined };

interface Run<Partial, Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  readonly listeners: Set<Listener<Partial>>;
  partial: Partial | undefined;
}

/** Lets those who ask the same at the same time share the work. It stops when the last of them has gone. */
export class SharedAnswers<Partial, Result> {
  readonly #underWay = new Map<string, Run<Partial, Result>>();

  /**
   * Waits for an answer that is under way, or begins it.
   *
   * @param key Says all that the answer depends on.
   * @throws Whatever `work` throws.
   */
  async join(
    key: string,
    listener: Listener<Partial>,
    work: (signal: AbortSignal, onPartial: (partial: Partial) => void) => Promise<Result>,
  ): Promise<Shared<Partial, Result>> {
    const { signal, onPartial } = listener;
    if (signal?.aborted) return { stoppedAt: undefined };
    const known = this.#underWay.get(key);
    const run = known ?? this.#begin(key, work);
    run.listeners.add(listener);
    if (run.partial !== undefined) onPartial?.(run.partial);
    const stopped = new AbortController();
    const stop = new Promise<"stopped">((resolve) =>
      signal?.addEventListener("abort", () => resolve("stopped"), { signal: stopped.signal }),
    );
    try {
      const end = await Promise.race([run.result.then((result) => ({ result })), stop]);
      return end === "stopped" ? { stoppedAt: run.partial } : { ...end, isFirst: known === undefined };
    } finally {
      stopped.abort();
      run.listeners.delete(listener);
      if (run.listeners.size === 0) {
        // Nobody who comes now may join work that is about to stop.
        if (this.#underWay.get(key) === run) this.#underWay.delete(key);
        run.controller.abort();
      }
    }
  }

  #begin(
    key: string,
    work: (signal: AbortSignal, onPartial: (partial: Partial) => void) => Promise<Result>,
  ): Run<Partial, Result> {
    const controller = new AbortController();
    const listeners = new Set<Listener<Partial>>();
    const onPartial = (partial: Partial): void => {
      run.partial = partial;
      for (const listener of listeners) listener.onPartial?.(partial);
    };
    // In a turn of its own, so that `run` is there when the first part comes.
    const result = Promise.resolve().then(() => work(controller.signal, onPartial));
    const run: Run<Partial, Result> = { result, controller, listeners, partial: undefined };
    this.#underWay.set(key, run);
    const forget = (): void => {
      if (this.#underWay.get(key) === run) this.#underWay.delete(key);
    };
    result.then(forget, forget);
    return run;
  }
}
