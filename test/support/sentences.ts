/** Handed to every sentence that takes something: what it takes must show in it. */
const HANDED = ["41", "42", "43"];

type Sentence = string | ((...handed: readonly string[]) => string) | { readonly [inner: string]: Sentence };

/**
 * Every sentence of a language by its place, such as `buttons.stop`. One that takes something is given numbers, as text.
 *
 * @param words An object of sentences, functions that make sentences, and such objects.
 */
export function sentencesOf(words: object): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as readonly (readonly [string, Sentence])[]) {
    if (typeof value === "string") sentences.set(key, value);
    else if (typeof value === "function") sentences.set(key, value(...HANDED.slice(0, value.length)));
    else {
      for (const [inner, sentence] of sentencesOf(value)) sentences.set(`${key}.${inner}`, sentence);
    }
  }
  return sentences;
}

/** What a sentence must show of what it is handed, by what its English shows. */
export function shownIn(sentence: string): readonly string[] {
  return HANDED.filter((handed) => sentence.includes(handed));
}

/** Marks that a language writes otherwise, by what is wrong with them. */
const FOREIGN_MARKS: Readonly<Record<string, RegExp>> = {
  en: /[„«»「」]|"/u,
  de: /[”«»「」]|"|(?<!„[^“]*)“/u,
  fr: /[“”„「」]|"|«(?!\u00A0)|(?<!\u00A0)[»]|(?<!\u00A0)[?!;](?!\w)|[^\u00A0\d]:(?!\/\/)/u,
  es: /[“”„「」]|"/u,
  ja: /[“”„«»]|"|[^\x20-\x7E][,.;:?!](?!\w)/u,
  zh: /[„«»「」]|"|[^\x20-\x7E][,.;:?!](?!\w)/u,
};

/** Whether quotation marks and punctuation are those of another language. */
export function hasForeignMarks(sentence: string, locale: string): boolean {
  return FOREIGN_MARKS[locale]?.test(sentence) ?? false;
}
