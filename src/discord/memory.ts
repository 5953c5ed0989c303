import type { Answer } from "../domain/answer.ts";
import type { Turn } from "../domain/question.ts";
import { Lru } from "./lru.ts";
import { newId } from "./new-id.ts";
import type { PaperList } from "./render/render-paper-list.ts";

/** Answers, and as many lists, whose buttons work. */
const LIMIT = 1000;

/** An answer that was given, with the conversation up to and with it. */
export interface GivenAnswer {
  readonly answer: Answer;
  readonly history: readonly Turn[];
  /** Whether only one person saw it. */
  readonly isPrivate: boolean;
}

/** A list that was given, and to whom. */
export interface GivenList {
  readonly list: PaperList;
  readonly ownerId: string;
}

/** What the buttons under our messages refer to. In memory only: a restart forgets it, and buttons then say so. */
export class Memory {
  readonly #answers = new Lru<string, GivenAnswer>(LIMIT);
  readonly #lists = new Lru<string, GivenList>(LIMIT);
  readonly #messages = new Lru<string, string>(LIMIT);
  readonly #seen = new Lru<string, true>(LIMIT);

  keepAnswer(id: string, given: GivenAnswer): void {
    this.#answers.set(id, given);
  }

  answer(id: string): GivenAnswer | undefined {
    return this.#answers.get(id);
  }

  /** Notes which answer a message holds, for replies to it. */
  keepMessage(messageId: string, answerId: string): void {
    this.#messages.set(messageId, answerId);
  }

  answerIn(messageId: string): GivenAnswer | undefined {
    const id = this.#messages.get(messageId);
    return id === undefined ? undefined : this.answer(id);
  }

  /** @returns The id under which the list is known from now on. */
  keepList(given: GivenList): string {
    const id = newId();
    this.#lists.set(id, given);
    return id;
  }

  list(id: string): GivenList | undefined {
    return this.#lists.get(id);
  }

  /** @returns Whether this message or interaction is new; from then on it is not. */
  isNew(id: string): boolean {
    if (this.#seen.get(id)) return false;
    this.#seen.set(id, true);
    return true;
  }
}
