import { DEFAULTS } from "./config-defaults.ts";
import type { ConfigKey } from "./config-defaults.ts";
import { parseInteger, parseNumber } from "./config-parsers.ts";

/** Reads keys of an environment one by one, and gathers what is wrong with them. */
export class ConfigReader {
  readonly #env: Readonly<Record<string, string | undefined>>;
  /** What is wrong so far, each with its mend. */
  readonly problems: string[];

  constructor(env: Readonly<Record<string, string | undefined>>, problems: readonly string[]) {
    this.#env = env;
    this.problems = [...problems];
  }

  /** @returns A key's text; undefined where it is unset or blank. */
  text(key: ConfigKey): string | undefined {
    return this.#env[key]?.trim() || undefined;
  }

  /** Parses a key's text; a parser returns undefined for what it cannot take, and `wanted` then says what it takes. */
  read<Value>(key: ConfigKey, wanted: string, parse: (text: string) => Value | undefined): Value {
    const text = this.text(key) ?? DEFAULTS[key];
    const value = parse(text);
    if (value !== undefined) return value;
    this.problems.push(`${key} is ${JSON.stringify(text.replace(/\/\/[^/]*@/, "//***@"))}: give ${wanted}.`);
    // Stands in until every problem is gathered, and is then thrown away.
    return parse(DEFAULTS[key]) as Value;
  }

  integer(key: ConfigKey, lowest: number, highest: number): number {
    return this.read(key, `a whole number from ${lowest} to ${highest}`, (text) => parseInteger(text, lowest, highest));
  }

  number(key: ConfigKey, lowest: number, highest: number): number {
    return this.read(key, `a number from ${lowest} to ${highest}`, (text) => parseNumber(text, lowest, highest));
  }
}
