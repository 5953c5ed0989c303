import { isText, objectOf, oneOf, parseShape } from "../domain/json-shape.ts";
import type { Shape } from "../domain/json-shape.ts";
import type { Clock } from "../domain/ports.ts";
import type { PendingRecord, PendingRecords } from "../domain/records.ts";
import type { Database, Row } from "./database.ts";
import { textOf, whereaboutsOf, whereaboutsValues } from "./database-records-rows.ts";

/** After an hour nobody waits for an answer, and no interaction's token lives. */
export const PENDING_MS = 3_600_000;

type Reach = PendingRecord["reach"];

const isMessageReach = objectOf<Extract<Reach, { kind: "message" }>>({
  kind: oneOf({ message: true }),
  messageId: isText,
});

const isInteractionReach = objectOf<Extract<Reach, { kind: "interaction" }>>({
  kind: oneOf({ interaction: true }),
  applicationId: isText,
  token: isText,
});

const isReach: Shape<Reach> = (value) => isMessageReach(value) || isInteractionReach(value);

/** Answers under way. */
export class DatabasePendingRecords implements PendingRecords {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  beginPending(record: PendingRecord): void {
    this.#database.write(
      "INSERT OR REPLACE INTO pending_answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      record.id,
      record.since,
      ...whereaboutsValues(record),
      JSON.stringify(record.reach),
      record.shownId ?? null,
      Number(record.isWhole),
    );
  }

  changePending(id: string, { shownId, isWhole }: Partial<Pick<PendingRecord, "shownId" | "isWhole">>): void {
    this.#database.write(
      "UPDATE pending_answers SET shown_id = ifnull(?, shown_id), is_whole = ifnull(?, is_whole) WHERE id = ?",
      shownId ?? null,
      isWhole === undefined ? null : Number(isWhole),
      id,
    );
  }

  endPending(id: string): void {
    this.#database.write("DELETE FROM pending_answers WHERE id = ?", id);
  }

  isPending(id: string): boolean {
    return this.#database.get("SELECT 1 FROM pending_answers WHERE id = ?", id) !== undefined;
  }

  pending(): readonly PendingRecord[] {
    return this.#database
      .all("SELECT * FROM pending_answers WHERE since >= ? ORDER BY since, id", this.#clock.now() - PENDING_MS)
      .flatMap((row) => restorePending(row) ?? []);
  }
}

function restorePending(row: Row): PendingRecord | undefined {
  const whereabouts = whereaboutsOf(row);
  const id = textOf(row, "id");
  const reach = parseShape(textOf(row, "reach") ?? "", isReach);
  const shownId = textOf(row, "shown_id");
  if (whereabouts === undefined || id === undefined || reach === undefined) return undefined;
  return {
    ...whereabouts,
    id,
    since: Number(row["since"]),
    reach,
    ...(shownId !== undefined && { shownId }),
    isWhole: row["is_whole"] === 1,
  };
}
