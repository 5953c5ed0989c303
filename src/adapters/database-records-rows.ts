import { isText, listOf, objectOf, oneOf, parseShape } from "../domain/json-shape.ts";
import { localeOf } from "../domain/locale.ts";
import type { Locale } from "../domain/locale.ts";
import type { Turn } from "../domain/question.ts";
import type { Whereabouts } from "../domain/records.ts";
import type { Row } from "./database.ts";

const isHistory = listOf(objectOf<Turn>({ role: oneOf<Turn["role"]>({ user: true, assistant: true }), text: isText }));

/** @returns A column's text; undefined where it holds none. */
export function textOf(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column];
  return typeof value === "string" ? value : undefined;
}

/** @returns Undefined for a row without a person or a channel. */
export function whereaboutsOf(row: Row): (Whereabouts & { readonly locale: Locale }) | undefined {
  const personId = textOf(row, "person_id");
  const channelId = textOf(row, "channel_id");
  const serverId = textOf(row, "server_id");
  if (personId === undefined || channelId === undefined) return undefined;
  return {
    personId,
    channelId,
    ...(serverId !== undefined && { serverId }),
    isPrivate: row["is_private"] === 1,
    locale: localeOf(textOf(row, "locale")),
  };
}

/** The values of {@link whereaboutsOf}: person, channel, server, privacy, locale. */
export function whereaboutsValues(
  record: Whereabouts & { readonly locale: Locale },
): readonly [string, string, string | null, number, Locale] {
  return [record.personId, record.channelId, record.serverId ?? null, Number(record.isPrivate), record.locale];
}

/** @returns Oldest turn first; undefined for a text that is no conversation. */
export function parseHistory(text: string | undefined): readonly Turn[] | undefined {
  return text === undefined ? undefined : parseShape(text, isHistory);
}

/** SQL for the beginning of a text, by which a turn is known for a question of somebody: conversations cut long ones. */
export function beginningOf(sql: string): string {
  return `substr(${sql}, 1, 100)`;
}
