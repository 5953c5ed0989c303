/** Tells whether a value that was parsed from JSON is one of a type. */
export type Shape<Value> = (value: unknown) => value is Value;

export const isText: Shape<string> = (value) => typeof value === "string";

export const isNumber: Shape<number> = (value) => typeof value === "number";

export const isFlag: Shape<boolean> = (value) => typeof value === "boolean";

/** The shape of a text out of several. @param texts All of them: the compiler asks for those that are missing. */
export function oneOf<Text extends string>(texts: Readonly<Record<Text, true>>): Shape<Text> {
  return (value): value is Text => isText(value) && Object.hasOwn(texts, value);
}

/** The shape of a value that may be left out. */
export function optional<Value>(is: Shape<Value>): Shape<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || is(value);
}

export function listOf<Value>(is: Shape<Value>): Shape<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.every((item) => is(item));
}

/** The shape of an object whose keys may be any. */
export function mapOf<Value>(is: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return (value): value is Readonly<Record<string, Value>> =>
    isObject(value) && Object.values(value).every((item) => is(item));
}

/** The shape of an object with these keys, and whatever else. */
export function objectOf<Value extends object>(fields: {
  readonly [Key in keyof Value]-?: Shape<Value[Key]>;
}): Shape<Value> {
  const checks = Object.entries<Shape<unknown>>(fields);
  return (value): value is Value => isObject(value) && checks.every(([key, is]) => is(value[key]));
}

/**
 * Parses JSON of a shape.
 *
 * @returns Undefined for a text that is no JSON, or none of this shape.
 */
export function parseShape<Value>(text: string, is: Shape<Value>): Value | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
