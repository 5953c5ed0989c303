import type { Vocabulary } from "./vocabulary.ts";

const TOKEN = /[\p{L}\p{N}]+(?:[+-][\p{L}\p{N}]+)*/gu;
const SENTENCE_START = /(?:^|[.!?:]\s*)$/u;

/**
 * The tokens of a question that look like somebody's name for something: a capital inside ("HarmBench", "SQuAD"), letters
 * and digits ("word2vec"), or a capital that no sentence start explains ("Klingon").
 *
 * @returns In text order; no token holds a dot, a slash or an at sign.
 */
export function nameLikeTokens(question: string): string[] {
  return [...question.matchAll(TOKEN)]
    .filter(({ 0: token, index }) => {
      if (/\p{L}.*\p{Lu}/u.test(token) || (/^\p{L}/u.test(token) && /\p{N}/u.test(token))) return true;
      return /^\p{Lu}\p{L}/u.test(token) && !SENTENCE_START.test(question.slice(0, index));
    })
    .map(({ 0: token }) => token);
}

/** Names that no paper of the corpus holds, by their first part ("Google-ish" is known by "Google"). */
export function unknownNames(question: string, vocabulary: Vocabulary): string[] {
  return nameLikeTokens(question).filter((name) => {
    const [first] = vocabulary.words(name.split(/[+-]/)[0]!);
    return first !== undefined && !vocabulary.knows(first);
  });
}

const ASKS_RESULT =
  /\b(?:scores?|results?|reports?|numbers?|figures?|accuracy|perform(?:s|ance)?|evaluat(?:e|es|ed|ion)|tested|gets?|reach(?:es)?|achieves?)\b/iu;

/**
 * The names that a question asks a paper's results on and that the paper never mentions: "what does Q8BERT score on SQuAD"
 * cannot be answered from a text without SQuAD.
 *
 * @param mentioned Every term of the paper.
 * @returns Empty for a question that asks no result.
 */
export function unmentionedNames(question: string, mentioned: ReadonlySet<string>, vocabulary: Vocabulary): string[] {
  if (!ASKS_RESULT.test(question)) return [];
  return nameLikeTokens(question).filter((name) => {
    const terms = vocabulary.words(name);
    return terms.length > 0 && !terms.some((term) => mentioned.has(term));
  });
}
