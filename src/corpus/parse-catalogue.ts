import { CATALOGUE_FIELDS, isCatalogueField } from "./catalogue-fields.ts";
import type { Entry, Parsed, Problem } from "./entry.ts";

/** In characters, of one line. Far above what the largest allowed entry needs, and quick to refuse. */
const MAX_LINE_LENGTH = 200_000;

/**
 * Reads a catalogue: one JSON object a line, blank lines allowed. A line that is no object, or has no usable title, is
 * left out; of any other, each wrong field and each unknown key is left out. All of it is reported.
 */
export function parseCatalogue(text: string): Parsed {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === "") continue;
    const place = `line ${index + 1}`;
    const { entry, reasons } = readLine(line, place);
    if (entry !== undefined) entries.push(entry);
    for (const reason of reasons) problems.push({ place, reason });
  }
  return { entries, problems };
}

interface LineReading {
  readonly entry?: Entry;
  readonly reasons: readonly string[];
}

function readLine(line: string, place: string): LineReading {
  if (line.length > MAX_LINE_LENGTH) return { reasons: [`longer than ${MAX_LINE_LENGTH} characters: left out`] };
  const record = parseObject(line);
  if (record === undefined) return { reasons: ["no JSON object: left out"] };
  const { title } = record;
  if (!CATALOGUE_FIELDS.title.accepts(title)) {
    return { reasons: [`"title" must be ${CATALOGUE_FIELDS.title.expected}: the line is left out`] };
  }
  const faults = new Map(Object.entries(record).map(([key, value]) => [key, faultOf(key, value)]));
  const sound = Object.entries(record).filter(([key]) => faults.get(key) === undefined);
  const fields: Partial<Entry> = Object.fromEntries(sound);
  const reasons = [...faults.values()].filter((fault) => fault !== undefined);
  return { entry: { ...fields, title, place }, reasons };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function faultOf(key: string, value: unknown): string | undefined {
  if (!isCatalogueField(key)) return `unknown key "${key.slice(0, 40)}": left out`;
  const { accepts, expected } = CATALOGUE_FIELDS[key];
  return accepts(value) ? undefined : `"${key}" must be ${expected}: left out`;
}
