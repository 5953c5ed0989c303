import type { Clock } from "../domain/ports.ts";
import type { Turn } from "../domain/question.ts";
import type { ConversationRecords } from "../domain/records.ts";
import type { Database } from "./database.ts";
import { parseHistory, textOf } from "./database-records-rows.ts";

/** Conversations under way. */
export class DatabaseConversationRecords implements ConversationRecords {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  history(key: string): readonly Turn[] {
    return (
      parseHistory(textOf(this.#database.get("SELECT history FROM conversations WHERE key = ?", key), "history")) ?? []
    );
  }

  remember(
    key: string,
    history: readonly Turn[],
    { personId, channelId, serverId }: Parameters<ConversationRecords["remember"]>[2],
  ): void {
    // Everybody's conversation is as old as its first turn: it then holds nobody's words of whom no answer is kept any
    // more, by which they could be found.
    this.#database.write(
      `INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         made = iif(person_id IS NULL AND excluded.person_id IS NULL, made, excluded.made),
         (person_id, channel_id, server_id, history) =
           (excluded.person_id, excluded.channel_id, excluded.server_id, excluded.history)`,
      key,
      this.#clock.now(),
      personId ?? null,
      channelId,
      serverId ?? null,
      JSON.stringify(history),
    );
  }
}
