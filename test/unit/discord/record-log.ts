import type { Log } from "../../../src/discord/log.ts";

/** A log that only remembers. */
export function recordLog(): Log & { readonly lines: (readonly unknown[])[] } {
  const lines: (readonly unknown[])[] = [];
  return {
    lines,
    info: (text) => void lines.push(["info", text]),
    warn: (text) => void lines.push(["warn", text]),
    error: (text, error) => void lines.push(["error", text, error]),
  };
}
