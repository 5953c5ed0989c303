import { splitSentences } from "../src/answering/split-sentences.ts";
import type { Entry } from "../src/corpus/entry.ts";
import { seededRandom } from "./seeded-random.ts";

/** A synthetic paper mixes so many real ones: enough that few are alike, few enough that it is about something. */
const DONORS = 3;
const SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "ru", "sa", "te", "vi", "xo", "zu"];

/**
 * Writes a catalogue of any size in the shape of a real one: each paper has the head of one title and the tail of
 * another, and as many sentences, questions and terms as one of the real papers that it takes them from in turn. A coined
 * name of its own lets the vocabulary grow with the corpus, as it does in a real one.
 *
 * @returns JSON lines. The same seed gives the same text.
 */
export function syntheticCatalogue(real: readonly Entry[], papers: number, seed = 1): string {
  const random = seededRandom(seed);
  const lines: string[] = [];
  for (let paper = 0; paper < papers; paper += 1) {
    const donors = Array.from({ length: DONORS }, () => pick(real, random));
    lines.push(`${JSON.stringify(mix(donors, coinName(paper, random)))}\n`);
  }
  return lines.join("");
}

function mix(donors: readonly Entry[], name: string): Omit<Entry, "place"> {
  const [first, second] = donors.map(({ title }) => title.split(" "));
  const head = first?.slice(0, Math.ceil(first.length / 2)) ?? [];
  const tail = second?.slice(Math.floor(second.length / 2)) ?? [];
  return {
    title: `${name}: ${[...head, ...tail].join(" ").replaceAll(":", "")}`,
    tldr: `${name}: ${donors[0]?.tldr ?? ""}`,
    digest: inTurn(donors.map(({ digest = "" }) => splitSentences(digest))).join(" "),
    questions: inTurn(donors.map(({ questions = [] }) => questions)),
    terms: inTurn(donors.map(({ terms = [] }) => terms)),
  };
}

/** As many parts as the first donor has, one donor after the other, each at the place where the part stood. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const parts = lists[0]?.map((own, place) => lists[place % lists.length]?.[place] ?? own) ?? [];
  return [...new Set(parts)];
}

/** A name that no other paper has: its number sees to that. */
function coinName(paper: number, random: () => number): string {
  const name = Array.from({ length: 3 }, () => pick(SYLLABLES, random)).join("");
  return `${name[0]?.toUpperCase()}${name.slice(1)}${paper}`;
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("There is nothing to pick from.");
  return value;
}
