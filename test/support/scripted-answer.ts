import type { Answer, AnswerOptions, Citation, PartialAnswer } from "../../src/domain/answer.ts";
import { makeAnswer } from "./cli-app.ts";

/**
 * An answer that grows as its test says, as one by a language model does. Once stopped it ends as App promises: with what
 * is proved and a note, or, where nothing is, with the reason.
 */
export class ScriptedAnswer {
  readonly #citations: readonly Citation[];
  readonly #begun = Promise.withResolvers<AnswerOptions>();
  readonly #ending = Promise.withResolvers<Answer>();
  #proved: PartialAnswer | undefined;

  constructor(citations: readonly Citation[] = []) {
    this.#citations = citations;
  }

  /** How it is wanted. Resolves once somebody wants it. */
  get options(): Promise<AnswerOptions> {
    return this.#begun.promise;
  }

  /** Its App's method. */
  readonly give = (options: AnswerOptions = {}): Promise<Answer> => {
    const { signal } = options;
    signal?.addEventListener("abort", () => this.#stop(signal.reason));
    this.#begun.resolve(options);
    return this.#ending.promise;
  };

  /** More is proved. @param text All of it. */
  async prove(text: string): Promise<void> {
    const { onPartial } = await this.options;
    this.#proved = { text, citations: this.#citations.filter(({ number }) => text.includes(`[${number}]`)) };
    onPartial?.(this.#proved);
  }

  /** It is whole. @param text Defaults to what is proved. */
  finish(text = this.#proved?.text ?? "", more: Partial<Answer> = {}): void {
    this.#ending.resolve(makeAnswer({ text, citations: this.#citations, ...more }));
  }

  fail(reason: Error): void {
    this.#ending.reject(reason);
  }

  #stop(reason: unknown): void {
    if (this.#proved === undefined) this.#ending.reject(reason);
    else this.#ending.resolve(makeAnswer({ ...this.#proved, note: "Stopped on request." }));
  }
}
