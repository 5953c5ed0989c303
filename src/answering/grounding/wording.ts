import { figuresIn } from "./figures.ts";
import { foldText, plainWords } from "./fold-text.ts";

/** A name has at most this many words: "Qwen-2.5-Coder-32B-Instruct". */
const LONGEST_NAME = 7;
/** Stands between texts, so that nothing runs from one into the next. */
const BREAK = "¶";
const SMALL_WORDS = /\b(?:of|the|and|for|in|with|to|on|a|an|by|from)\b[\s-]*/gu;

/** Text that sentences are checked against. Whatever comparison asks for first is read then, and once. */
export class Wording {
  readonly #texts: readonly string[];
  #words: string | undefined;
  #names: ReadonlySet<string> | undefined;
  #spelled: readonly string[] | undefined;
  #figures: ReadonlySet<number> | undefined;

  /** @param texts Nothing runs from one into the next. */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** The values of its figures. */
  get figures(): ReadonlySet<number> {
    this.#figures ??= new Set(
      this.#texts.flatMap((text) => figuresIn(text, "passage").flatMap(({ values }) => values)),
    );
    return this.#figures;
  }

  /** Whether the words of a text stand here in the same order, with nothing between them. True for a text without words. */
  hasRunning(text: string): boolean {
    const words = plainWords(text).join(" ");
    this.#words ??= ` ${this.#texts.map((own) => plainWords(own).join(" ")).join(` ${BREAK} `)} `;
    return words === "" || this.#words.includes(` ${words} `);
  }

  /** Whether a text stands here as it is, whatever its case and typography. */
  holds(text: string): boolean {
    return this.#lowerCase().includes(foldText(text).toLowerCase());
  }

  /** Whether a name stands here, whatever its case, hyphens, spaces and plural. */
  hasName(name: string): boolean {
    this.#names ??= namesIn(this.#lowerCase());
    return this.#names.has(squash(name));
  }

  /** Whether a name is put together from words running here: LLM, MoE, ViT, LoRA. Each capital begins a word. */
  spells(name: string): boolean {
    const [first, ...letters] = name.replace(/(?<=\p{Lu})s$/u, "");
    if (first === undefined || letters.length > 5 || !/^\p{L}+$/u.test(name)) return false;
    const next = String.raw`[\p{L}\p{N}]*[\s-]+`;
    const rest = letters.map((letter) => {
      const lower = letter.toLowerCase();
      return letter === lower ? `(?:${next})??${lower}` : next + lower;
    });
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${first.toLowerCase()}${rest.join("")}`, "u");
    const text = this.#lowerCase();
    this.#spelled ??= [text, text.replaceAll(SMALL_WORDS, "")];
    return this.#spelled.some((spelled) => pattern.test(spelled));
  }

  #lowerCase(): string {
    return foldText(this.#texts.join(` ${BREAK} `)).toLowerCase();
  }
}

/** Without hyphens, spaces and the s of a plural. A decimal keeps its point: 2.9 is not 29. */
function squash(name: string): string {
  return singular(
    foldText(name)
      .toLowerCase()
      .replaceAll(/(?!(?<=\p{N})\.\p{N})[^\p{L}\p{N}]/gu, ""),
  );
}

function singular(word: string): string {
  return word.length > 2 && word.endsWith("s") ? word.slice(0, -1) : word;
}

/**
 * Everything in a text that can be a name: some words running, written as one. "H100" holds "H", "600fps" holds "fps".
 *
 * @param text Folded, lower case.
 */
function namesIn(text: string): Set<string> {
  const words = text.match(/\p{N}+(?:\.\p{N}+)*\p{L}*|\p{L}+/gu) ?? [];
  const names = new Set(words.map((word) => singular(word.replace(/^[\p{N}.]+/u, ""))));
  for (const start of words.keys()) {
    let name = "";
    for (const word of words.slice(start, start + LONGEST_NAME)) {
      name += word;
      names.add(singular(name));
    }
  }
  return names;
}
