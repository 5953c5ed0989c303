const MASK = "***";

/** A value that must not be printed: it shows as `***` in text, in JSON and in `util.inspect`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** @returns The value itself, for the one call that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  // The symbol by its name, so that the class stays free of `node:`.
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return MASK;
  }
}
