/** The first code unit after Latin script, and after the other alphabets. */
const LATIN_END = 0x0250;
const ALPHABETS_END = 0x2e80;

/**
 * Guesses how many tokens a text takes: one for 4 characters of Latin script, digits and punctuation, for 2 of other
 * alphabets (Greek, Cyrillic, Arabic, …), and for each of what comes after them in Unicode (Chinese, Japanese, Korean,
 * emoji).
 *
 * @returns 0 for the empty text.
 * @see https://help.openai.com/en/articles/4936856 for the rule of 4 characters.
 */
export function estimateTokens(text: string): number {
  let quarters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < LATIN_END) quarters += 1;
    else quarters += unit < ALPHABETS_END ? 2 : 4;
  }
  return Math.ceil(quarters / 4);
}
