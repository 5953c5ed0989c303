const TAGS = ["<think>", "<thinking>", "</think>", "</thinking>"] as const;

const ANY_TAG = /<(\/?)think(?:ing)?>/i;

const END_TAG = /<\/think(?:ing)?>/i;

/**
 * Takes a model's reasoning out of what it writes: `<think>…</think>` and `<thinking>…</thinking>`, anywhere, however the
 * text is cut into chunks. A block that is not closed runs to the end. Holds back no more than what may begin a tag.
 */
export class ReasoningFilter {
  #held = "";
  #isInside = false;
  #isMisplaced = false;

  /**
   * Whether a block was closed that never began: some servers put the opening tag into the prompt, and then nobody can
   * tell where the reasoning that was let through began.
   */
  get isMisplaced(): boolean {
    return this.#isMisplaced;
  }

  /** @returns What of the text so far can be shown and was not yet returned. Often empty. */
  push(chunk: string): string {
    let rest = this.#held + chunk;
    let shown = "";
    for (;;) {
      const tag = (this.#isInside ? END_TAG : ANY_TAG).exec(rest);
      if (!tag) break;
      if (!this.#isInside) shown += rest.slice(0, tag.index);
      if (!this.#isInside && tag[1]) this.#isMisplaced = true;
      this.#isInside = !tag[1] && !this.#isInside;
      rest = rest.slice(tag.index + tag[0].length);
    }
    const tail = findTagStart(rest);
    this.#held = rest.slice(tail);
    return this.#isInside ? shown : shown + rest.slice(0, tail);
  }

  /** @returns What was held back, once the text is at its end. */
  end(): string {
    const held = this.#isInside ? "" : this.#held;
    this.#held = "";
    return held;
  }
}

/** @returns Where the last characters begin that may become a tag; the length of the text if none do. */
function findTagStart(text: string): number {
  const start = text.lastIndexOf("<");
  if (start < 0) return text.length;
  const tail = text.slice(start).toLowerCase();
  return TAGS.some((tag) => tag.startsWith(tail)) ? start : text.length;
}
