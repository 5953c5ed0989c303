/** Opening marks, and what closes each. German closes with what English opens with. */
const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["›", "‹"],
  ["❝", "❞"],
  ["「", "」"],
  ["『", "』"],
  ['"', '"'],
]);
const MARKS = /[“”„«»‹›❝❞「」『』"]/gu;
/** Closing marks whose opening may stand in the sentence before. */
const CLOSING = "”❞」』";
/** With an apostrophe inside: ‘it doesn’t help’. What an apostrophe or the sign for inches may be opens behind no word. */
const SINGLE =
  /(?<![\p{L}\p{N}])(?:‘([^‘]{2,300}?)’|'(?!\s)([^‘]{2,300}?)(?<!\s)'|‚([^‚‘]{2,300})‘|″([^″]{2,300})″)(?![\p{L}\p{N}])/gu;
/** What an author may leave out of a quotation. */
const OMISSION = /…|\.{3}|\[[^\]]{0,40}\]/u;
const HAN_OR_KANA = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** Chinese and Japanese put terms in quotes; longer than this many characters it is somebody's words. */
const LONGEST_TERM = 10;

/**
 * Finds what a sentence says in somebody's words: two and more words in quotes. A single word in quotes is a term. A
 * quotation that began in another sentence, or goes on in the next, counts with the part that stands here.
 *
 * @returns What must stand running in the source, in text order.
 */
export function quotationsIn(sentence: string): string[] {
  const plain = sentence.replaceAll("＂", '"');
  const single = [...plain.matchAll(SINGLE)].map(([, ...insides]) => insides.find((inside) => inside !== undefined));
  const spans = [...doubleQuoted(plain), ...single.map((inside) => inside ?? "")];
  return spans.filter(isSomebodysWords).flatMap((span) => span.split(OMISSION));
}

function doubleQuoted(sentence: string): string[] {
  const spans: string[] = [];
  let open: { readonly mark: string; readonly start: number } | undefined;
  for (const { 0: mark, index } of sentence.matchAll(MARKS)) {
    if (open !== undefined) {
      if (!CLOSED_BY.get(open.mark)?.includes(mark)) continue;
      spans.push(sentence.slice(open.start, index));
      open = undefined;
    } else if (CLOSING.includes(mark) || (mark === '"' && spans.length === 0 && closesFirst(sentence, index))) {
      spans.push(sentence.slice(0, index));
    } else {
      open = { mark, start: index + 1 };
    }
  }
  return open === undefined ? spans : [...spans, sentence.slice(open.start)];
}

/** Whether a straight quote ends what an earlier sentence began: it is the odd one, and stands behind a word. */
function closesFirst(sentence: string, index: number): boolean {
  const isOdd = sentence.split('"').length % 2 === 0;
  return isOdd && /[^\s(]/u.test(sentence.charAt(index - 1)) && !/\p{L}/u.test(sentence.charAt(index + 1));
}

function isSomebodysWords(span: string): boolean {
  const words = span.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  return words.length > 1 || (span.match(HAN_OR_KANA)?.length ?? 0) > LONGEST_TERM;
}
