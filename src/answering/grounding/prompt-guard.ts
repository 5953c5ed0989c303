import { plainWords } from "./fold-text.ts";

/** So many words running are no coincidence. */
const RUN = 6;
/** What chat templates put around messages. */
const DELIMITER = /<\|[^|]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>/iu;

/** Knows what a request told the model and nobody else should read. */
export class PromptGuard {
  readonly #runs: ReadonlySet<string>;
  readonly #secrets: readonly string[];

  constructor(instructions: string, secrets: readonly string[]) {
    this.#runs = new Set(runsOf(instructions));
    this.#secrets = secrets.filter((secret) => secret.trim() !== "").map((secret) => secret.toLowerCase());
  }

  /** Whether a text repeats six words running of the instructions, or holds a secret or a delimiter of prompts. */
  isBrokenBy(text: string): boolean {
    const lower = text.toLowerCase();
    return (
      DELIMITER.test(text) ||
      this.#secrets.some((secret) => lower.includes(secret)) ||
      runsOf(text).some((run) => this.#runs.has(run))
    );
  }
}

function runsOf(text: string): string[] {
  const words = plainWords(text);
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, start) =>
    words.slice(start, start + RUN).join(" "),
  );
}
