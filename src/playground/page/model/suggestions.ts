/** One line of the list above the composer. */
export interface Suggestion {
  readonly label: string;
  readonly detail?: string;
  /** What choosing it means to whoever offered it. */
  readonly value: string | number | boolean;
}

/** What the list above the composer offers, and where its mark stands. */
export interface Suggestions {
  readonly kind: "command" | "mention" | "option";
  readonly title: string;
  readonly items: readonly Suggestion[];
  readonly active: number;
}

/** Moves the mark, round and round. */
export function moveActive(suggestions: Suggestions, by: number): Suggestions {
  const { length } = suggestions.items;
  return length === 0 ? suggestions : { ...suggestions, active: (suggestions.active + by + length) % length };
}
