import { characterNgrams } from "./character-ngrams.ts";
import { Postings } from "./postings.ts";
import { words } from "./words.ts";

/** The two lexical indexes over the same documents: stemmed words and character n-grams. */
export interface Lexicon {
  readonly words: Postings;
  readonly characters: Postings;
}

/** @param texts One text a document, in document order. */
export function buildLexicon(texts: readonly string[]): Lexicon {
  return {
    words: Postings.build(texts.map((text) => words(text))),
    characters: Postings.build(texts.map((text) => characterNgrams(text))),
  };
}

/** What both indexes say of a query, by document. */
export function lexicalScores(lexicon: Lexicon, query: string): { words: Float64Array; characters: Float64Array } {
  return {
    words: lexicon.words.scores(words(query)),
    characters: lexicon.characters.scores(characterNgrams(query)),
  };
}
