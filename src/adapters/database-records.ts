import type { Paper } from "../domain/paper.ts";
import type { Clock } from "../domain/ports.ts";
import type { Turn } from "../domain/question.ts";
import type {
  AnswerRecord,
  ConversationRecords,
  Feedback,
  FeedbackRecord,
  KeptAnswer,
  ListRecord,
  PendingRecord,
  Records,
  ServerSettings,
  Whereabouts,
} from "../domain/records.ts";
import type { Database } from "./database.ts";
import { DatabaseAnswerRecords } from "./database-records-answers.ts";
import { DatabaseConversationRecords } from "./database-records-conversations.ts";
import { DatabaseFeedbackRecords } from "./database-records-feedback.ts";
import { expireRecords, forgetPerson, forgetServer } from "./database-records-forgetting.ts";
import { DatabasePendingRecords, PENDING_MS } from "./database-records-pending.ts";
import { DatabaseServerRecords } from "./database-records-servers.ts";

const DAY_MS = 86_400_000;

/** Limits count the answers of a day; the day before says when it began. */
const USES_MS = 2 * DAY_MS;

export interface RecordsOptions {
  /**
   * How long what people said is kept, in days. 0 is for a database that keeps that in memory alone (`keepWordsInMemory`):
   * the process forgets what is older than a day.
   */
  readonly keepDays: number;
  /** Finds a paper of the corpus as it is now. */
  readonly paperOf: (id: string) => Paper | undefined;
}

/**
 * What a bot keeps, in SQLite. Several processes may share it.
 *
 * What is forgotten is gone: SQLite overwrites it in the file, and its write-ahead log is emptied. Copies of the file, and
 * what a disk keeps of blocks that were written before, are the owner's to look after.
 */
export class DatabaseRecords implements Records {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #keepMs: number;
  readonly #answers: DatabaseAnswerRecords;
  readonly #conversations: DatabaseConversationRecords;
  readonly #pending: DatabasePendingRecords;
  readonly #servers: DatabaseServerRecords;
  readonly #feedback: DatabaseFeedbackRecords;

  constructor(database: Database, clock: Clock, { keepDays, paperOf }: RecordsOptions) {
    this.#database = database;
    this.#clock = clock;
    this.#keepMs = Math.max(1, keepDays) * DAY_MS;
    this.#answers = new DatabaseAnswerRecords(database, clock, paperOf);
    this.#conversations = new DatabaseConversationRecords(database, clock);
    this.#pending = new DatabasePendingRecords(database, clock);
    this.#servers = new DatabaseServerRecords(database, clock);
    this.#feedback = new DatabaseFeedbackRecords(database, clock, (row) => this.#answers.restore(row));
  }

  keepAnswer(id: string, record: AnswerRecord): void {
    this.#answers.keepAnswer(id, record);
  }

  answer(id: string): KeptAnswer | undefined {
    return this.#answers.answer(id);
  }

  keepMessage(messageId: string, answerId: string): void {
    this.#answers.keepMessage(messageId, answerId);
  }

  answerIn(messageId: string): KeptAnswer | undefined {
    return this.#answers.answerIn(messageId);
  }

  keepList(id: string, record: ListRecord): void {
    this.#answers.keepList(id, record);
  }

  list(id: string): ListRecord | undefined {
    return this.#answers.list(id);
  }

  history(key: string): readonly Turn[] {
    return this.#conversations.history(key);
  }

  remember(...args: Parameters<ConversationRecords["remember"]>): void {
    this.#conversations.remember(...args);
  }

  beginPending(record: PendingRecord): void {
    this.#pending.beginPending(record);
  }

  changePending(id: string, change: Partial<Pick<PendingRecord, "shownId" | "isWhole">>): void {
    this.#pending.changePending(id, change);
  }

  endPending(id: string): void {
    this.#pending.endPending(id);
  }

  isPending(id: string): boolean {
    return this.#pending.isPending(id);
  }

  pending(): readonly PendingRecord[] {
    return this.#pending.pending();
  }

  settings(serverId: string): ServerSettings {
    return this.#servers.settings(serverId);
  }

  setSettings(serverId: string, settings: ServerSettings): void {
    this.#servers.setSettings(serverId, settings);
  }

  isOf(applicationId: string): boolean {
    return this.#servers.isOf(applicationId);
  }

  servers(): readonly string[] {
    return this.#servers.servers();
  }

  countUse(whereabouts: Pick<Whereabouts, "personId" | "serverId">): void {
    this.#servers.countUse(whereabouts);
  }

  uses(since: number, by: Partial<Pick<Whereabouts, "personId" | "serverId">>): readonly number[] {
    return this.#servers.uses(since, by);
  }

  rate(feedback: Feedback): void {
    this.#feedback.rate(feedback);
  }

  feedback(): readonly FeedbackRecord[] {
    return this.#feedback.feedback();
  }

  expire(): boolean {
    const now = this.#clock.now();
    const before = now - this.#keepMs;
    return expireRecords(this.#database, [
      { table: "given_answers", column: "made", before },
      { table: "given_lists", column: "made", before },
      { table: "conversations", column: "made", before },
      { table: "pending_answers", column: "since", before: now - PENDING_MS },
      { table: "uses", column: "at", before: now - USES_MS },
    ]);
  }

  forgetPerson(personId: string): number {
    return forgetPerson(this.#database, personId);
  }

  forgetServer(serverId: string): void {
    forgetServer(this.#database, serverId);
  }
}
