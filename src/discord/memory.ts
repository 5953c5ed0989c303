import type { AnswerRecord, AnswerRecords, KeptAnswer, ListRecord, Whereabouts } from "../domain/records.ts";
import { Refusal } from "./failures.ts";
import { Lru } from "./lru.ts";
import { newId } from "./new-id.ts";

/** Messages and interactions that are known to be heard. */
const LIMIT = 1000;

/** Who wants to know, and where. */
export type Reader = Omit<Whereabouts, "isPrivate">;

/** What the buttons under our messages refer to, for those whom it concerns. */
export class Memory {
  readonly #records: AnswerRecords;
  readonly #seen = new Lru<string, true>(LIMIT);

  constructor(records: AnswerRecords) {
    this.#records = records;
  }

  keepAnswer(id: string, record: AnswerRecord): void {
    this.#records.keepAnswer(id, record);
  }

  /**
   * @returns Undefined where it is forgotten, or another server's.
   * @throws {Refusal} If it is another person's alone.
   */
  answer(id: string, reader: Reader): KeptAnswer | undefined {
    return checkReader(this.#records.answer(id), reader);
  }

  /** Notes which answer a message holds, for replies to it. */
  keepMessage(messageId: string, answerId: string): void {
    this.#records.keepMessage(messageId, answerId);
  }

  /** As {@link Memory.answer}, by a message that holds it. */
  answerIn(messageId: string, reader: Reader): KeptAnswer | undefined {
    return checkReader(this.#records.answerIn(messageId), reader);
  }

  /** @returns The id under which the list is known from now on. */
  keepList(record: ListRecord): string {
    const id = newId();
    this.#records.keepList(id, record);
    return id;
  }

  /** As {@link Memory.answer}, of a list. */
  list(id: string, reader: Reader): ListRecord | undefined {
    return checkReader(this.#records.list(id), reader);
  }

  /** @returns Whether this message or interaction is new; from then on it is not. */
  isNew(id: string): boolean {
    if (this.#seen.get(id)) return false;
    this.#seen.set(id, true);
    return true;
  }
}

function checkReader<Kept extends Whereabouts>(kept: Kept | undefined, reader: Reader): Kept | undefined {
  if (kept === undefined || kept.serverId !== reader.serverId) return undefined;
  // Outside servers, each channel is a world of its own.
  if (kept.serverId === undefined && kept.channelId !== reader.channelId) return undefined;
  if (kept.isPrivate && kept.personId !== reader.personId) {
    throw new Refusal(({ refusals }) => refusals.privateToOther);
  }
  return kept;
}
