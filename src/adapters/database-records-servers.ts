import { isFlag, isNumber, isText, listOf, objectOf, parseShape } from "../domain/json-shape.ts";
import type { Clock } from "../domain/ports.ts";
import { DEFAULT_SETTINGS } from "../domain/records.ts";
import type { ServerRecords, ServerSettings, Whereabouts } from "../domain/records.ts";
import type { Database } from "./database.ts";
import { textOf } from "./database-records-rows.ts";

const isSettings = objectOf<ServerSettings>({
  channels: listOf(isText),
  isPrivateByDefault: isFlag,
  usesThreads: isFlag,
  hourlyPerPerson: isNumber,
  hourlyPerServer: isNumber,
});

/** Servers, what they set, and how much people use. */
export class DatabaseServerRecords implements ServerRecords {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  settings(serverId: string): ServerSettings {
    const row = this.#database.get(
      // What was set in an earlier version lacks what can be set since.
      "SELECT json_patch(?, settings) AS settings FROM server_settings WHERE server_id = ?",
      JSON.stringify(DEFAULT_SETTINGS),
      serverId,
    );
    return parseShape(textOf(row, "settings") ?? "", isSettings) ?? DEFAULT_SETTINGS;
  }

  setSettings(serverId: string, settings: ServerSettings): void {
    this.#database.write("INSERT OR REPLACE INTO server_settings VALUES (?, ?)", serverId, JSON.stringify(settings));
  }

  isOf(applicationId: string): boolean {
    this.#database.write(
      "INSERT INTO application SELECT ? WHERE NOT EXISTS (SELECT 1 FROM application)",
      applicationId,
    );
    return textOf(this.#database.get("SELECT id FROM application"), "id") === applicationId;
  }

  servers(): readonly string[] {
    return this.#database
      .all(
        `SELECT server_id FROM server_settings
         UNION SELECT server_id FROM given_answers UNION SELECT server_id FROM given_lists
         UNION SELECT server_id FROM conversations UNION SELECT server_id FROM pending_answers
         UNION SELECT server_id FROM uses`,
      )
      .flatMap((row) => textOf(row, "server_id") ?? []);
  }

  countUse({ personId, serverId }: Pick<Whereabouts, "personId" | "serverId">): void {
    this.#database.write("INSERT INTO uses VALUES (?, ?, ?)", this.#clock.now(), personId, serverId ?? null);
  }

  uses(since: number, { personId, serverId }: Partial<Pick<Whereabouts, "personId" | "serverId">>): readonly number[] {
    const ofPerson = personId === undefined ? "" : " AND person_id = ?";
    const inServer = serverId === undefined ? "" : " AND server_id = ?";
    const ids = [personId, serverId].filter((id) => id !== undefined);
    return this.#database
      .all(`SELECT at FROM uses WHERE at >= ?${ofPerson}${inServer} ORDER BY at`, since, ...ids)
      .map(({ at }) => Number(at));
  }
}
