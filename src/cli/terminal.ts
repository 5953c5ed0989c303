import type { Readable, Writable } from "node:stream";

/** The three streams of a process and what they can show: all that a verb knows of the world it prints to. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Results only. */
  readonly stdout: OutputStream;
  /** Progress, notices and failures. */
  readonly stderr: OutputStream;
  /** Whether results may be bold and coloured. */
  readonly color: boolean;
}

type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const WIDEST_LINE = 88;

/** @returns The columns to wrap text to: at most 88, at least 24; Infinity where nobody looks at a screen. */
export function textWidth({ stdout }: Terminal): number {
  // Some terminals say that they are 0 columns wide, meaning that they do not know.
  return stdout.isTTY ? Math.max(24, Math.min(WIDEST_LINE, stdout.columns || WIDEST_LINE)) : Infinity;
}

/** Writes a result, and resolves when the stream has taken it. */
export function print({ stdout }: Terminal, text: string): Promise<void> {
  // A stream that breaks (`| head`) is the process's to handle, not each line's.
  return new Promise((resolve) => stdout.write(`${text}\n`, () => resolve()));
}

/** Writes one line that is no result: a notice or a failure. */
export function notify({ stderr }: Terminal, text: string): void {
  stderr.write(`${text}\n`);
}
