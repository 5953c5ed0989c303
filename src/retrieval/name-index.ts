import { titleHead } from "../domain/paper.ts";
import type { Paper } from "../domain/paper.ts";
import type { Postings } from "./postings.ts";
import { surfaceWords } from "./surface-words.ts";
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

/** How many words of a question may make up one name: "pangu weather", "flash attention 2". */
const MOST_NAME_WORDS = 4;

/**
 * Finds the papers that a question names. Names are what people remember of a paper ("how fast is YOCO"), and the one
 * paper that brought a name is meant more often than those that compare themselves with it. Names are compared as they
 * are written, but for case, spaces and hyphens: stems would make "capital" of "Capitalization".
 */
export class NameIndex {
  readonly #size: number;
  /** The papers that go by a name, and how rare its rarest word is, by the name without its spaces and hyphens. */
  readonly #named = new Map<string, { readonly places: Set<number>; readonly rarity: number }>();

  /** @param vocabulary The word index of the same papers: how rare a name is decides how much it says. */
  constructor(papers: readonly Paper[], vocabulary: Postings) {
    this.#size = papers.length;
    for (const [place, paper] of papers.entries()) {
      for (const name of ownNames(paper)) {
        const rarity = Math.max(0, ...words(name).map((term) => vocabulary.idf(term)));
        const key = surfaceWords(name).join("");
        const named = this.#named.get(key);
        if (named === undefined) this.#named.set(key, { places: new Set([place]), rarity });
        else named.places.add(place);
      }
    }
  }

  /** @returns For each paper the inverse document frequency of its rarest own name that the question holds, 0 without one. */
  scores(question: string): Float64Array {
    const scores = new Float64Array(this.#size);
    const tokens = surfaceWords(question);
    for (const [start] of tokens.entries()) {
      for (let end = start + 1; end <= Math.min(tokens.length, start + MOST_NAME_WORDS); end++) {
        const named = this.#named.get(tokens.slice(start, end).join(""));
        for (const place of named?.places ?? []) scores[place] = Math.max(scores[place]!, named?.rarity ?? 0);
      }
    }
    return scores;
  }
}

/** What a paper calls its own: the head of its title, its acronym, the subject of its TL;DR, what its abstract announces. */
function ownNames({ title, tldr, digest, abstract }: Paper): string[] {
  const head = titleHead(title);
  const text = abstract ?? digest ?? "";
  const names = [
    tldr?.match(FIRST_TOKEN)?.[0],
    ...[...(tldr ?? "").matchAll(PARENTHESISED), ...text.matchAll(ANNOUNCED), ...text.matchAll(ANNOUNCED_SHORT)].map(
      ([, name]) => name,
    ),
  ];
  const initials = (title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word[0]?.toUpperCase()).join("");
  const acronyms = text.match(ACRONYM) ?? [];
  return [
    ...acronyms.filter((acronym) => initials.includes(acronym)),
    ...(head !== undefined && head.split(/\s+/).length <= MOST_HEAD_WORDS ? [head] : []),
    ...names.filter((name) => name !== undefined && NAME_LIKE.test(name)).map(String),
  ];
}
