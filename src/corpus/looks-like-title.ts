// Longer than any title of the pages seen (176 characters), shorter than any abstract (1,366).
const LONGEST_TITLE = 300;

const SENTENCE_END = /(?:[^.]\.|[.!?][)"'”’]|[:;,])$/;

/**
 * Guesses whether a line of a saved page is a title rather than a paragraph of an abstract: it is short, names no web
 * address, and does not end as a sentence does, unless It Is Written Like This.
 */
export function looksLikeTitle(line: string): boolean {
  if (line.length > LONGEST_TITLE || line.includes("://") || /^[-*•]/.test(line)) return false;
  return !SENTENCE_END.test(line) || isTitleCase(line);
}

function isTitleCase(line: string): boolean {
  const words = line.split(/\s+/).filter((word) => word.length > 3);
  const capitals = words.filter((word) => /^\P{L}*\p{Lu}/u.test(word));
  return words.length > 0 && capitals.length >= words.length * 0.8;
}
