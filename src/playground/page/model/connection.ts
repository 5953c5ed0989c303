import type { Explanation } from "../../explanation.ts";
import type { ActionResult, PageEvent, PersonAction } from "../../page-wire.ts";

/** One person's line to the server. */
export class Connection {
  readonly #person: string;
  /** Tells this window from the others of the same person: forms open where their button was pressed. */
  readonly #stream = crypto.randomUUID();
  readonly #events: EventSource;

  /** @param onLost Hears whether the line is lost for good: the server that answers now does not know this page. */
  constructor(person: string, onEvent: (event: PageEvent) => void, onLost: (isEnded: boolean) => void) {
    this.#person = person;
    this.#events = new EventSource(this.#address("/events"));
    this.#events.addEventListener("message", ({ data }: MessageEvent<string>) =>
      onEvent(JSON.parse(data) as PageEvent),
    );
    // While there is no server, the browser tries again by itself, and a new snapshot comes then.
    this.#events.addEventListener("error", () => onLost(this.#events.readyState === EventSource.CLOSED));
  }

  /** @throws {Error} With the server's words, if this cannot be done. */
  async act(action: PersonAction): Promise<ActionResult> {
    const answer = await request(this.#address("/act"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(action),
    });
    return answer as ActionResult;
  }

  /**
   * @returns Null where the message holds no answer.
   * @throws {Error} If the server could not tell.
   */
  async explain(messageId: string): Promise<Explanation | null> {
    return (await request(this.#address("/explanation", { message: messageId }))) as Explanation | null;
  }

  close(): void {
    this.#events.close();
  }

  #address(path: string, more: Readonly<Record<string, string>> = {}): string {
    return `${path}?${new URLSearchParams({ as: this.#person, stream: this.#stream, ...more })}`;
  }
}

async function request(address: string, init?: RequestInit): Promise<unknown> {
  const { isFine, body } = await fetch(address, init)
    .then(async (response) => ({ isFine: response.ok, body: await response.text() }))
    .catch((cause: unknown) => {
      throw new Error("The playground's server does not answer.", { cause });
    });
  if (!isFine) throw new Error(body.trim());
  return JSON.parse(body);
}
