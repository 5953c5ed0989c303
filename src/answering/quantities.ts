const ADDRESS = /https?:\/\/\S+/gu;
/** A digit that is not the tail of a name ("GPT-4", "H100", "System 2"), nor what counts dimensions ("3D"). */
const QUANTITY = /(?<![\p{L}\p{N}][-.,]?)(?<!\S \p{Lu}\p{Ll}+ |\p{Ll}\p{Lu}+ )\d[\d.,]*(?!\d*-?D\b)/gu;
const YEAR = /^(?:19|20)\d\d$/;
/** `(1)` and `1)` of a list, `[12]`, `(Name, 2007)`. */
const CITED = /\(\d\)|(?<= )\d\)(?= \p{Ll})|\[[\d, –-]+\]|\([^()]*\b(?:19|20)\d\d[a-z]?\)/gu;

/**
 * The figures that a sentence states, as they are written.
 *
 * @returns Without years, the numbers of names ("GPT-4"), of dimensions ("3D"), of lists, citations and addresses.
 */
export function quantitiesOf(sentence: string): Set<string> {
  const text = sentence.replaceAll(ADDRESS, " ").replaceAll(CITED, " ");
  const figures = [...text.matchAll(QUANTITY)].map(([figure]) => figure.replace(/[.,]+$/, ""));
  return new Set(figures.filter((figure) => !YEAR.test(figure)));
}
