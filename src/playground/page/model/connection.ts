import type { Explanation } from "../../explanation.ts";
import type { ActionResult, PageEvent, PersonAction } from "../../page-wire.ts";

/** One person's line to the server. */
export class Connection {
  readonly #person: string;
  readonly #events: EventSource;

  constructor(person: string, onEvent: (event: PageEvent) => void, onLost: () => void) {
    this.#person = person;
    this.#events = new EventSource(`/events?as=${encodeURIComponent(person)}`);
    this.#events.addEventListener("message", ({ data }: MessageEvent<string>) =>
      onEvent(JSON.parse(data) as PageEvent),
    );
    // The browser tries again by itself, and a new snapshot comes then.
    this.#events.addEventListener("error", onLost);
  }

  /** @throws {Error} With the server's words, if this cannot be done. */
  async act(action: PersonAction): Promise<ActionResult> {
    const response = await fetch(`/act?as=${encodeURIComponent(this.#person)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(action),
    });
    if (!response.ok) throw new Error((await response.text()).trim());
    return (await response.json()) as ActionResult;
  }

  /**
   * @returns Null where the message holds no answer.
   * @throws {Error} If the server could not tell.
   */
  async explain(messageId: string): Promise<Explanation | null> {
    const query = new URLSearchParams({ as: this.#person, message: messageId });
    const response = await fetch(`/explanation?${query}`);
    if (!response.ok) throw new Error((await response.text()).trim());
    return (await response.json()) as Explanation | null;
  }

  close(): void {
    this.#events.close();
  }
}
