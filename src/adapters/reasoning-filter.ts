/** What models call their reasoning. The first letters tell one kind from another: `</thinking>` ends `<think>`. */
const NAMES = ["think", "thinking", "thought", "thoughts", "reasoning", "analysis"];
const KIND_LENGTH = 5;

/** A tag, with Kimi's brackets as well; or a control token of a chat template, such as `<|channel|>`. */
const MARK = new RegExp(`[<◁](/?)(${NAMES.join("|")})[>▷]|<\\|([^|<>◁\\s]{1,40})\\|>`, "i");

/** What may become a control token. */
const TOKEN_START = /^<(?:\|[^|<>◁\s]{0,40}\|?)?$/;

/** What may become a tag, with its name so far. */
const TAG_START = /^[<◁]\/?([a-z]*)$/;

/** Characters of a message's head that are kept: its channel comes first. */
const HEAD_LENGTH = 40;

/**
 * Takes a model's reasoning out of what it writes, however the text is cut into chunks: blocks such as `<think>…</think>`
 * anywhere, every channel but `final` of gpt-oss, and all control tokens. A block that is not closed runs to the end. Holds
 * back no more than what may begin a mark.
 *
 * @see https://developers.openai.com/cookbook/articles/openai-harmony for channels.
 */
export class ReasoningFilter {
  #held = "";
  /** The kind of block that the text is in. */
  #block: string | undefined;
  /** The head of the message that the text is in, from `<|channel|>` or `<|start|>` to `<|message|>`. */
  #head: string | undefined;
  #isOtherChannel = false;
  #hasShown = false;
  #isMisplaced = false;

  /**
   * Whether reasoning ended that never began, after something was let through: some servers put the opening mark into the
   * prompt, and then what was let through is reasoning.
   */
  get isMisplaced(): boolean {
    return this.#isMisplaced;
  }

  /** @returns What of the text so far can be shown and was not yet returned. Often empty. */
  push(chunk: string): string {
    let rest = this.#held + chunk;
    let shown = "";
    for (let mark = MARK.exec(rest); mark; mark = MARK.exec(rest)) {
      shown += this.#pass(rest.slice(0, mark.index));
      const [text, slash, tag, token] = mark;
      if (token) this.#readToken(token.toLowerCase());
      else if (tag) this.#readTag(tag.slice(0, KIND_LENGTH).toLowerCase(), slash !== "");
      rest = rest.slice(mark.index + text.length);
    }
    const tail = findMarkStart(rest);
    this.#held = rest.slice(tail);
    return shown + this.#pass(rest.slice(0, tail));
  }

  /** @returns What was held back, once the text is at its end. */
  end(): string {
    const held = this.#pass(this.#held);
    this.#held = "";
    return held;
  }

  #pass(text: string): string {
    if (this.#head !== undefined) this.#head = (this.#head + text).slice(0, HEAD_LENGTH);
    if (this.#head !== undefined || this.#isOtherChannel || this.#block !== undefined) return "";
    this.#hasShown ||= text.trim() !== "";
    return text;
  }

  #readTag(kind: string, isEnd: boolean): void {
    if (this.#head !== undefined || this.#isOtherChannel) return;
    if (isEnd && this.#block === undefined) this.#isMisplaced ||= this.#hasShown;
    if (isEnd && this.#block === kind) this.#block = undefined;
    if (!isEnd) this.#block ??= kind;
  }

  #readToken(token: string): void {
    if (this.#block !== undefined) return;
    if (token === "start" || token === "channel") this.#head = "";
    if (token !== "message") return;
    if (this.#head === undefined) this.#isMisplaced ||= this.#hasShown;
    else this.#isOtherChannel = !/^\s*final\b/.test(this.#head);
    this.#head = undefined;
  }
}

/** @returns Where the last characters begin that may become a mark; the length of the text if none do. */
function findMarkStart(text: string): number {
  const start = Math.max(text.lastIndexOf("<"), text.lastIndexOf("◁"));
  if (start < 0) return text.length;
  const tail = text.slice(start).toLowerCase();
  const name = TAG_START.exec(tail)?.[1];
  const mayBeMark = TOKEN_START.test(tail) || (name !== undefined && NAMES.some((full) => full.startsWith(name)));
  return mayBeMark ? start : text.length;
}
