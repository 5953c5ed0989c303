import type { ModelRequest } from "../workbench.ts";

/** One line of a recording: what a model was asked, and what it answered. */
export interface RecordedRequest {
  readonly id: string;
  /** Absent where the line answers whatever is asked under its id. */
  readonly messages?: ModelRequest["messages"];
  /** Null where nobody answered. */
  readonly completion: string | null;
}

/**
 * Parses a recording, one JSON object a line.
 *
 * @throws {SyntaxError} If a line is no recorded request, with its number.
 */
export function parseRecording(text: string): RecordedRequest[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [parseRequest(JSON.parse(line))];
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new SyntaxError(`Line ${index + 1} is no recorded request: ${reason}`, { cause });
    }
  });
}

function parseRequest(value: unknown): RecordedRequest {
  if (!isRecord(value)) throw new SyntaxError("It is no object.");
  const { id, messages, completion } = value;
  if (typeof id !== "string") throw new SyntaxError("It needs an id.");
  if (typeof completion !== "string" && completion !== null) {
    throw new SyntaxError("Its completion must be a text, or null.");
  }
  if (messages === undefined) return { id, completion };
  if (!Array.isArray(messages) || !messages.every(isMessage)) {
    throw new SyntaxError("Its messages must be a list, each with a role (system, user, assistant) and a content.");
  }
  return { id, messages, completion };
}

function isMessage(value: unknown): value is ModelRequest["messages"][number] {
  if (!isRecord(value)) return false;
  const { role, content } = value;
  return (role === "system" || role === "user" || role === "assistant") && typeof content === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
