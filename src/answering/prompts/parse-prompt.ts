import { PromptError } from "../../domain/errors.ts";

/** What a message of a prompt is to a chat model. */
export type PromptRole = "system" | "human";

/** A prompt as it lies in its file. */
export interface PromptFile {
  readonly name: string;
  /** A whole number, raised by whoever changes the text: it tells remembered answers apart. */
  readonly version: number;
  readonly variables: readonly string[];
  /** In order. In their text `{variable}` stands for a variable, `{{` and `}}` for braces. */
  readonly messages: readonly { readonly role: PromptRole; readonly text: string }[];
}

const FILE = /^---\n(?<head>[^]*?)\n---\n(?<body>[^]*)$/;
const SECTION = /^## (system|human)\n/m;

/**
 * Reads a prompt file: a head of `key: value` lines between `---`, then a section for each message (`## system`,
 * `## human`).
 *
 * @param path For the error alone.
 * @throws {PromptError} If it is none, with what is wrong.
 */
export function parsePrompt(text: string, path: string): PromptFile {
  const { head, body } = FILE.exec(text.replaceAll("\r\n", "\n"))?.groups ?? {};
  if (head === undefined || body === undefined) throw invalid(path, "it does not begin with a head between --- lines");
  const fields = new Map(head.split("\n").map((line) => readField(line, path)));
  const version = Number(fields.get("version"));
  if (!Number.isSafeInteger(version) || version < 1) throw invalid(path, "its version is no whole number from 1 on");
  const [before = "", ...parts] = body.split(SECTION);
  if (before.trim() !== "" || parts.length === 0)
    throw invalid(path, "its text is in no ## system or ## human section");
  const messages = Array.from({ length: parts.length / 2 }, (_, index) => ({
    role: parts[2 * index] === "system" ? ("system" as const) : ("human" as const),
    text: (parts[2 * index + 1] ?? "").trim(),
  }));
  const variables = (fields.get("variables") ?? "").split(",").map((name) => name.trim());
  return { name: fields.get("name") ?? "", version, variables: variables.filter((name) => name !== ""), messages };
}

function readField(line: string, path: string): [string, string] {
  const [, key, value] = /^(\w+): *(.*)$/.exec(line) ?? [];
  if (key === undefined || value === undefined) throw invalid(path, `its head has the line ${JSON.stringify(line)}`);
  return [key, value.trim()];
}

/** @param reason What is wrong, as the rest of a sentence. */
export function invalid(path: string, reason: string, cause?: unknown): PromptError {
  return new PromptError(`The prompt ${path} cannot be used: ${reason}. Mend it, or put the shipped file back.`, {
    cause,
  });
}
