import { open, readFile } from "node:fs/promises";
import { InputError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file",
};

/**
 * Reads a text file that was named on the command line.
 *
 * @throws {InputError} If it cannot be read.
 */
export async function readInput(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    throw unreadable(file, error);
  });
}

/**
 * Opens a text file, or stdin for `-`, to be read line by line as the lines come.
 *
 * @returns The lines without their ends. A line break at the end of the text begins no line of its own.
 * @throws {InputError} If it cannot be read, at once or on the way.
 */
export async function openLines(file: string, { stdin }: Terminal): Promise<AsyncIterable<string>> {
  if (file === "-") return linesOf(stdin, "stdin");
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  return linesOf(handle.createReadStream(), file);
}

async function* linesOf(chunks: AsyncIterable<Buffer | string>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of chunks) {
      const lines = (rest + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines.map((line) => line.replace(/\r$/, ""));
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

function unreadable(file: string, cause: unknown): InputError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return new InputError(`Cannot read ${file}: ${REASONS[code] ?? String(cause)}.`, { cause });
}
