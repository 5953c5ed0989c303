import type { TextRule } from "./text-rule.ts";

/** What TeX's typists write for quotation marks, dashes and blanks that do not break. */
export const TYPOGRAPHY_RULES: readonly TextRule[] = [
  [/``([^`"]{1,300}?)(?:''|")/g, "“$1”"],
  [/(?<![\p{L}\p{N}'])''(\p{L}[^'"]{0,80})''(?!\p{L})/gu, "“$1”"],
  [/(?<![\p{L}\p{N}`])`([^`'\n]{1,80})'(?![\p{L}\p{N}'])/gu, "‘$1’"],

  [/(?<=\s)--(?=\s)|(?<=[\p{L}\p{N})"”’])--(?=[\p{L}\p{N}("“‘])/gu, "–"],
  [/(?<=\s)---(?=\s)|(?<=[\p{L}\p{N})"”’])---(?=[\p{L}\p{N}("“‘])/gu, "—"],

  // A tie joins a whole word, or a number of a list, with what follows; "~80%" and "1M~60M" are no ties.
  [/(?<=(?:^|[\s(])(?:[A-Za-z]{2,20}|\([a-z]{1,4}\)))~(?=[A-Za-z0-9(])/g, " "],
];
