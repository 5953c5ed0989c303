const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Spaces and apostrophes that group the digits of a figure by three: 12 400, 12'400. */
const DIGIT_GROUPING = /(?<=\d)[\u00A0\u2009\u202F'’](?=\d{3}(?!\d))/gu;

/**
 * Folds what is only typography, so that two spellings of a thing can be compared: Unicode NFKC, one kind of dash and
 * of apostrophe, no spaces within a figure, one kind of digits. Raised digits become powers: 10⁵ is 10^5, not 105.
 */
export function foldText(text: string): string {
  return text
    .replaceAll(DIGIT_GROUPING, "")
    .replaceAll(
      /[⁰¹²³⁴-⁹]+/gu,
      (power) => `^${power.replaceAll(/./gu, (digit) => String(SUPERSCRIPTS.indexOf(digit)))}`,
    )
    .normalize("NFKC")
    .replaceAll(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replaceAll(/[\u2010-\u2015\u2212]/gu, "-")
    .replaceAll(/[‘’]/gu, "'");
}

/** Every script has its ten digits in a row. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}

/** The words of a text, lower case, hyphens apart: "State-of-the-art" is four. */
export function plainWords(text: string): string[] {
  return (
    foldText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
