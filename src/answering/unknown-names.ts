import type { Vocabulary } from "./vocabulary.ts";

const TOKEN = /[\p{L}\p{N}]+(?:[+-][\p{L}\p{N}]+)*/gu;
/** A capital after a letter; anchored, so that a long token is read once. */
const INNER_CAPITAL = /^\P{L}*\p{L}.*\p{Lu}/u;

/**
 * The tokens of a question that look like somebody's name for something: a capital inside ("HarmBench", "SQuAD"), letters
 * and digits ("word2vec"), or a capital that no sentence start explains ("Klingon").
 *
 * @returns In text order; no token holds a dot, a slash or an at sign.
 */
export function nameLikeTokens(question: string): string[] {
  return [...question.matchAll(TOKEN)]
    .filter(({ 0: token, index }) => {
      if (INNER_CAPITAL.test(token) || (/^\p{L}/u.test(token) && /\p{N}/u.test(token))) return true;
      return /^\p{Lu}\p{L}/u.test(token) && !startsSentence(question, index);
    })
    .map(({ 0: token }) => token);
}

function startsSentence(question: string, index: number): boolean {
  return index === 0 || ".!?:".includes(question.slice(0, index).trimEnd().at(-1) ?? " ");
}

/** Names that no paper of the corpus holds, by their first part ("Google-ish" is known by "Google"). */
export function unknownNames(question: string, vocabulary: Vocabulary): string[] {
  return nameLikeTokens(question).filter((name) => {
    const [first] = vocabulary.words(name.split(/[+-]/)[0]!);
    return first !== undefined && !vocabulary.knows(first);
  });
}

/** Whether a text mentions a name. One in capitals must stand so: CLIP is no video clip. */
export function mentionsName(text: string, name: string, vocabulary: Vocabulary): boolean {
  if (/^\p{Lu}{3,}$/u.test(name)) return new RegExp(String.raw`(?<!\p{L})${name}(?!\p{Ll}{2})`, "u").test(text);
  const terms = new Set(vocabulary.words(text));
  return vocabulary.words(name).some((term) => terms.has(term));
}

/** A result asked for on something: "score on SQuAD", "report HarmBench numbers", "its ImageNet accuracy". */
const RESULT_ON = String.raw`\b(?:scores?|scored|results?|accuracy|perform(?:s|ance)?|evaluat(?:e|es|ed|ion)|tested|does)\b[^,.;:?]{0,60}\bon (?:the )?`;
const REPORTS = String.raw`\breports? (?:any |the )?`;
const RESULT_AFTER = String.raw`[\s-]+(?:scores?|results?|numbers?|figures?|accuracy|performance)\b`;

/**
 * The names that a question asks a paper's results on and that the paper never mentions: "what does Q8BERT score on SQuAD"
 * cannot be answered from a text without SQuAD.
 *
 * @param mentioned Every term of the paper.
 * @returns Empty for a question that asks no result on anything.
 */
export function unmentionedNames(question: string, mentioned: ReadonlySet<string>, vocabulary: Vocabulary): string[] {
  return nameLikeTokens(question).filter((name) => {
    const terms = vocabulary.words(name);
    if (terms.length === 0 || terms.some((term) => mentioned.has(term))) return false;
    const escaped = name.replaceAll("+", String.raw`\+`);
    return new RegExp(`(?:${RESULT_ON}|${REPORTS})${escaped}|\\b${escaped}${RESULT_AFTER}`, "iu").test(question);
  });
}
