import type { PartialAnswer } from "../domain/answer.ts";
import { PacedEdits } from "./paced-edits.ts";
import type { Pace } from "./paced-edits.ts";
import { sendPages } from "./place.ts";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";
import { isUnreachable } from "./unreachable.ts";

/** A message that shows an answer while it grows, and in the end the whole of it. */
export class GrowingAnswer {
  readonly #place: Place;
  readonly #render: (partial: PartialAnswer) => MessagePage;
  readonly #edits: PacedEdits<PartialAnswer>;
  #isTried = false;
  #sent: Sent | undefined;
  #shown = "";
  #proved: PartialAnswer | undefined;

  constructor(place: Place, render: (partial: PartialAnswer) => MessagePage, pace: Pace) {
    this.#place = place;
    this.#render = render;
    this.#edits = new PacedEdits((partial) => this.#show(partial), pace);
  }

  /** What is proved by now, if anything of it was shown. */
  get proved(): PartialAnswer | undefined {
    return this.#sent === undefined ? undefined : this.#proved;
  }

  grow(partial: PartialAnswer): void {
    this.#proved = partial;
    this.#edits.show(partial);
  }

  /**
   * Ends the growth. Then comes {@link GrowingAnswer.finish}.
   *
   * @param hurry Aborts where there is no time to keep the pace.
   */
  async end(hurry: AbortSignal): Promise<void> {
    await this.#edits.end(hurry);
  }

  /** Puts the whole answer where a part of it was. @returns The ids of its messages. */
  async finish(pages: readonly MessagePage[]): Promise<readonly string[]> {
    return sendPages(this.#place, pages, (page) => this.#finishFirst(page));
  }

  async #show(partial: PartialAnswer): Promise<void> {
    const page = this.#render(partial);
    const shown = JSON.stringify(page.components);
    if (shown === this.#shown) return;
    this.#isTried = true;
    if (this.#sent === undefined) this.#sent = await this.#place.first(page);
    else await this.#sent.change(page);
    this.#shown = shown;
  }

  async #finishFirst(page: MessagePage): Promise<Sent> {
    const shown = this.#sent;
    if (shown === undefined) {
      const sent = await this.#place.first(page);
      // What seemed to fail may have arrived: Discord then gives that message back, with what it said.
      if (this.#isTried) await sent.change(page);
      return sent;
    }
    try {
      await shown.change(page);
      return shown;
    } catch (error) {
      if (isUnreachable(error)) throw error;
      const sent = await this.#place.first(page);
      await shown.remove().catch(() => undefined);
      return sent;
    }
  }
}
