/** A step towards readable text: what every match of a global pattern becomes. */
export type TextRule = readonly [pattern: RegExp, replace: string | ((...groups: string[]) => string)];

export function applyTextRule(text: string, [pattern, replace]: TextRule): string {
  return typeof replace === "string" ? text.replaceAll(pattern, replace) : text.replaceAll(pattern, replace);
}

/** A pattern's part that matches any name of a table. */
export function anyName(table: ReadonlyMap<string, string>): string {
  return [...table.keys()].join("|");
}

/** What a name stands for, else the match as it was. */
export function lookUp(table: ReadonlyMap<string, string>): (whole: string, name?: string) => string {
  return (whole, name = "") => table.get(name) ?? whole;
}
