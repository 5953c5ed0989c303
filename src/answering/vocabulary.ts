/** What answering needs to know of the corpus' language; given by whoever composes it with retrieval. */
export interface Vocabulary {
  /** The terms of a text: stems, stop words left out, in text order. */
  words(text: string): string[];
  /** How many papers the corpus has. */
  readonly size: number;
  /** How telling a term is in this corpus: above 0, highest for a term that never occurs. */
  idf(term: string): number;
  /** Whether any paper of the corpus has the term. */
  knows(term: string): boolean;
}

/** The weight of a set of terms: the sum of their inverse document frequencies. */
export function mass(terms: Iterable<string>, vocabulary: Vocabulary): number {
  let total = 0;
  for (const term of terms) total += vocabulary.idf(term);
  return total;
}

/**
 * How much of the wanted terms' weight some text holds.
 *
 * @returns 0 to 1; 0 when nothing is wanted.
 */
export function coverage(wanted: ReadonlySet<string>, held: ReadonlySet<string>, vocabulary: Vocabulary): number {
  const total = mass(wanted, vocabulary);
  return total === 0 ? 0 : mass(wanted.intersection(held), vocabulary) / total;
}
