import { ACCENTS, SYMBOLS } from "./latex-symbols.ts";
import { lookUp, type TextRule } from "./text-rule.ts";

const FONTS = "textbf|textit|texttt|textsc|textrm|textsf|mathcal|mathbb|mathbf|mathrm|mathsf|boldsymbol|operatorname";
const SIZES = "bf|rm|it|em|sf|tt|sc|tiny|small|footnotesize|large";
const INSIDE = "[^{}]{0,300}";

/** LaTeX that still has its backslashes or braces. Every repetition is bounded, so that no text takes long. */
export const MARKUP_RULES: readonly TextRule[] = [
  [/\\\(\s?([^\\\n]{1,300}?)\s?\\\)/g, "$1"],
  // The dollar sign that opens mathematics stands before no blank; the one that closes it, neither after a blank nor
  // before a digit. Prices are left alone.
  [
    /(?<![\\$\p{N}])\$(?!\s)([^$\n]{1,300})(?<![\s\\])\$(?![\d$])/gu,
    (whole, inner = "") => (isMathematics(inner) ? inner : whole),
  ],

  [/\\href\s?\{([^{}]{1,300})\}\s?\{([^{}]{1,300})\}/g, "$1 ($2)"],
  [/\\[td]?frac\{(\w{1,20})\}\{(\w{1,20})\}/g, "$1/$2"],
  [/\\sqrt\{(\w{1,20})\}/g, "√$1"],
  [new RegExp(`\\\\(?:${FONTS}|emph|text|url|underline|mbox)\\{\\s?(${INSIDE}?)\\s?\\}`, "g"), "$1"],
  [new RegExp(`(?<![A-Za-z\\\\])(?:${FONTS})\\{(${INSIDE})\\}`, "g"), "$1"],
  [/(?<![A-Za-z\\])(?:mathcal|mathbb|mathbf) (?=[A-Z](?![a-z]))/g, ""],
  // Braces that tell how far an index or exponent goes are still needed.
  [new RegExp(`([_^])\\{\\\\?(?:${SIZES}|boldsymbol)\\s(${INSIDE})\\}`, "g"), "$1{$2}"],
  [new RegExp(`\\{(?:\\\\(?:${SIZES})|bf|rm|boldsymbol)\\s(${INSIDE})\\}`, "g"), "$1"],
  [/\{times\}/g, "×"],

  [/\\(['`^~])(?:\{([A-Za-z])\}|([A-Za-z]))/g, accented],
  [/(?<=\p{L})\\(")(?:\{([A-Za-z])\}|([A-Za-z]))/gu, accented],
  [/(?<!\\)\\([%&#$_{}])/g, "$1"],
  [/(?<!\\)\\[,; ](?=\S)/g, " "],
  [/(?<!\^\{?)\\([A-Za-z]{2,16})(?![A-Za-z])/g, lookUp(SYMBOLS)],
];

function isMathematics(inner: string): boolean {
  return /[\\^_{}]/.test(inner) || /^\(?[A-Za-z0-9]{1,3}\)?$/.test(inner);
}

function accented(whole: string, mark = "", braced?: string, bare?: string): string {
  const letter = braced ?? bare ?? "";
  // A consonant without braces is left: `it\'s` has an apostrophe.
  if (bare !== undefined && !/[aeiouy]/i.test(bare) && !(mark === "~" && bare === "n")) return whole;
  const composed = (letter + (ACCENTS.get(mark) ?? "")).normalize("NFC");
  return composed.length === 1 ? composed : whole;
}
