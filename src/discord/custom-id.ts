/** What a button, select menu or modal of ours does, by the first word of its custom id. */
export type ControlName =
  | "sources"
  | "follow-up"
  | "list"
  | "card"
  | "related"
  | "summary"
  | "stop"
  | "rate"
  | "thread"
  | "setting"
  | "forget";

/**
 * Writes a custom id. It holds nothing but names and opaque ids, so that a control works, or says why it cannot, after
 * the process has restarted.
 *
 * @param details At most 80 characters together, none with a colon.
 */
export function customId(control: ControlName, ...details: readonly (string | number)[]): string {
  return [control, ...details].join(":");
}

/** Reads a custom id back, whoever wrote it. */
export function parseCustomId(id: string): { readonly control: string; readonly details: readonly string[] } {
  const [control = "", ...details] = id.split(":");
  return { control, details };
}
