import type { Paper } from "../domain/paper.ts";
import type { Postings } from "./postings.ts";
import { words } from "./words.ts";

/** A title's head is a name when it is short: "FastSpeech 2: …", not "Attention as an RNN for …: …". */
const MOST_HEAD_WORDS = 3;
/** How papers announce what they call their own. */
const ANNOUNCED =
  /\b(?:propose|proposes|present|presents|introduce|introduces|develop|develops|called|named|dubbed|termed)\s+(?:the\s+|an?\s+)?([\p{L}\p{N}][\p{L}\p{N}+.-]*)/gu;
/** … or give in parentheses after announcing what it stands for: "introduces the Encoder-only Mask Transformer (EoMT)". */
const ANNOUNCED_SHORT =
  /\b(?:propose|proposes|present|presents|introduce|introduces|develop|develops|called|named|dubbed|termed)\b[^.()]{1,120}\(([\p{L}\p{N}][\p{L}\p{N}+.-]*)\)/gu;
const PARENTHESISED = /\(([\p{L}\p{N}][\p{L}\p{N}+.-]*)\)/gu;
const FIRST_TOKEN = /^[\p{L}\p{N}][\p{L}\p{N}+.-]*/u;
/** An acronym is a paper's own when its letters are the initials of neighbouring title words: "TFT". */
const ACRONYM = /\b\p{Lu}{3,}\b/gu;
/** A capital inside, or letters and digits: what no ordinary word looks like. */
const NAME_LIKE = /^\p{L}.*\p{Lu}|^\p{L}.*\p{N}/u;

interface NamedPaper {
  readonly place: number;
  readonly terms: readonly string[];
}

/**
 * Finds the papers that a question names. Names are what people remember of a paper ("how fast is YOCO"), and the one
 * paper that brought a name is meant more often than those that compare themselves with it.
 */
export class NameIndex {
  readonly #size: number;
  readonly #vocabulary: Postings;
  /** By the first term of the name. */
  readonly #named = new Map<string, NamedPaper[]>();

  /** @param vocabulary The word index of the same papers: how rare a name is decides how much it says. */
  constructor(papers: readonly Paper[], vocabulary: Postings) {
    this.#size = papers.length;
    this.#vocabulary = vocabulary;
    for (const [place, paper] of papers.entries()) {
      for (const name of ownNames(paper)) {
        const terms = words(name);
        const [first] = terms;
        if (first === undefined) continue;
        const entries = this.#named.get(first) ?? [];
        this.#named.set(first, [...entries, { place, terms }]);
      }
    }
  }

  /**
   * @param terms The terms of a question.
   * @returns For each paper the inverse document frequency of its rarest own name that the question holds, 0 without one.
   */
  scores(terms: Iterable<string>): Float64Array {
    const scores = new Float64Array(this.#size);
    const asked = new Set(terms);
    for (const term of asked) {
      for (const { place, terms: name } of this.#named.get(term) ?? []) {
        if (!name.every((part) => asked.has(part))) continue;
        const rarity = Math.max(...name.map((part) => this.#vocabulary.idf(part)));
        scores[place] = Math.max(scores[place]!, rarity);
      }
    }
    return scores;
  }
}

/** What a paper calls its own: the head of its title, its acronym, the subject of its TL;DR, what its abstract announces. */
function ownNames({ title, tldr, digest, abstract }: Paper): Set<string> {
  const colon = title.indexOf(":");
  const head = colon > 0 ? title.slice(0, colon) : "";
  const text = abstract ?? digest ?? "";
  const names = [
    tldr?.match(FIRST_TOKEN)?.[0],
    ...[...(tldr ?? "").matchAll(PARENTHESISED), ...text.matchAll(ANNOUNCED), ...text.matchAll(ANNOUNCED_SHORT)].map(
      ([, name]) => name,
    ),
  ];
  const initials = (title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word[0]?.toUpperCase()).join("");
  const acronyms = text.match(ACRONYM) ?? [];
  return new Set([
    ...acronyms.filter((acronym) => initials.includes(acronym)),
    ...(head !== "" && head.split(/\s+/).length <= MOST_HEAD_WORDS ? [head] : []),
    ...names.filter((name) => name !== undefined && NAME_LIKE.test(name)).map(String),
  ]);
}
