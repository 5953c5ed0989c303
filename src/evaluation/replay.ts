import type { ModelRequest } from "../workbench.ts";
import type { RecordedRequest } from "./recording.ts";

/** Answers a model's requests from a recording, and counts those that it cannot answer. */
export class Replay {
  readonly #recorded: ReadonlyMap<string, readonly RecordedRequest[]>;
  #missing = 0;
  #askedOtherwise = 0;

  constructor(recorded: readonly RecordedRequest[]) {
    this.#recorded = Map.groupBy(recorded, ({ id }) => id);
  }

  /** Requests so far of whose id the recording has no completion. */
  get missing(): number {
    return this.#missing;
  }

  /** Requests so far of whose id the recording has completions, to other messages. */
  get askedOtherwise(): number {
    return this.#askedOtherwise;
  }

  /** @returns The completion under the request's id, to the same messages where the recording has them. */
  answer({ id, messages }: ModelRequest): string | undefined {
    const answered = (this.#recorded.get(id) ?? []).filter(({ completion }) => completion !== null);
    const match = answered.find((recorded) => !recorded.messages || areSame(recorded.messages, messages));
    if (!match) {
      if (answered.length > 0) this.#askedOtherwise += 1;
      else this.#missing += 1;
    }
    return match?.completion ?? undefined;
  }
}

function areSame(left: ModelRequest["messages"], right: ModelRequest["messages"]): boolean {
  return (
    left.length === right.length &&
    left.every(({ role, content }, index) => role === right[index]?.role && content === right[index]?.content)
  );
}
