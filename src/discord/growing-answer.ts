import type { PartialAnswer } from "../domain/answer.ts";
import { PacedEdits } from "./paced-edits.ts";
import type { Pace } from "./paced-edits.ts";
import { sendPages } from "./place.ts";
import type { Place, Sent } from "./place.ts";
import type { MessagePage } from "./render/message-page.ts";
import { isUnreachable } from "./unreachable.ts";

/** How an answer grows. */
export interface Growth extends Pace {
  /** Told the message that shows the answer, before it is whole. */
  readonly onShown?: (messageId: string) => void;
}

/** A message that shows an answer while it grows, and in the end the whole of it. */
export class GrowingAnswer {
  readonly #place: Place;
  readonly #render: (partial: PartialAnswer) => MessagePage;
  readonly #growth: Growth;
  readonly #edits: PacedEdits<() => MessagePage>;
  #isTried = false;
  #sent: Sent | undefined;
  #shown = "";
  #proved: PartialAnswer | undefined;

  constructor(place: Place, render: (partial: PartialAnswer) => MessagePage, growth: Growth) {
    this.#place = place;
    this.#render = render;
    this.#growth = growth;
    this.#edits = new PacedEdits((makePage) => this.#show(makePage()), growth);
  }

  /** What is proved by now, if anything of it was shown. */
  get proved(): PartialAnswer | undefined {
    return this.#sent === undefined ? undefined : this.#proved;
  }

  grow(partial: PartialAnswer): void {
    this.#proved = partial;
    this.#edits.show(() => this.#render(partial));
  }

  /** Shows what is to be said before there is anything of the answer. */
  tell(page: MessagePage): void {
    this.#edits.show(() => page);
  }

  /**
   * Ends the growth. Then comes {@link GrowingAnswer.finish} or {@link GrowingAnswer.takeBack}.
   *
   * @param hurry Aborts where there is no time to keep the pace.
   */
  async end(hurry: AbortSignal): Promise<void> {
    await this.#edits.end(hurry);
  }

  /**
   * Puts the whole answer where a part of it was.
   *
   * @param onFirst Told once its first message is as it stays.
   * @returns The ids of its messages.
   */
  async finish(pages: readonly MessagePage[], onFirst?: () => void): Promise<readonly string[]> {
    return sendPages(this.#place, pages, async (page) => {
      const sent = await this.#finishFirst(page);
      onFirst?.();
      return sent;
    });
  }

  /** Removes what was shown, where nothing is to come of it. */
  async takeBack(): Promise<void> {
    await this.#sent?.remove().catch((error: unknown) => {
      if (!isUnreachable(error)) throw error;
    });
    this.#sent = undefined;
  }

  async #show(page: MessagePage): Promise<void> {
    const shown = JSON.stringify(page.components);
    if (shown === this.#shown) return;
    this.#isTried = true;
    if (this.#sent === undefined) {
      this.#sent = await this.#place.first(page);
      this.#growth.onShown?.(this.#sent.id);
    } else await this.#sent.change(page);
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
