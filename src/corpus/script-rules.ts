import { GREEK, RAISED, SUBSCRIPTS, SUPERSCRIPTS } from "./latex-symbols.ts";
import { anyName, lookUp, type TextRule } from "./text-rule.ts";

/** Exponents and indices: S^{3} becomes S³, H_2 becomes H₂. */
export const SCRIPT_RULES: readonly TextRule[] = [
  [new RegExp(`(?<![A-Za-z\\\\])(${anyName(GREEK)})(?=[\\^_])`, "g"), lookUp(GREEK)],

  [new RegExp(`\\^\\{\\\\?(${anyName(RAISED)})\\}`, "g"), lookUp(RAISED)],
  [new RegExp(`\\^\\\\?(${anyName(RAISED)})(?=times|[^A-Za-z]|$)`, "g"), lookUp(RAISED)],
  [/(?<=[\p{L})\]])\^\*/gu, "*"],
  [/(?<=[\p{L}\p{N})\]}|])\^\{([-+]?(?:\d{1,4}|[A-Za-z]))\}/gu, spelled(SUPERSCRIPTS)],
  // Without braces a figure is raised whole or not at all: 10^1.5 stays.
  [/(?<=[\p{L}\p{N})\]}|])\^(-?\d{1,4})(?!\d|[.,]\d)/gu, spelled(SUPERSCRIPTS)],
  [/(?<=[\p{L}\p{N})\]}|])\^([A-Za-z+])(?![\p{L}\p{N}])/gu, spelled(SUPERSCRIPTS)],

  [/_\{?\\?odot\}?(?![A-Za-z])/g, "☉"],
  [/(?<=[\p{L})\]])_\{([-+]?(?:\d{1,4}|[a-z]))\}/gu, spelled(SUBSCRIPTS)],
  // Without braces only a variable has an index: file_2 and E5_mistral are names.
  [/(?<=(?<![\p{L}\p{N}_])(?:\p{L}|log))_(\d{1,2})(?![\p{N}_]|[.,]\d)/gu, spelled(SUBSCRIPTS)],
  [/(?<=(?<![\p{L}\p{N}_])\p{L})_([a-z])(?![\p{L}\p{N}_])/gu, spelled(SUBSCRIPTS)],
  // A word has no small letters of its own, but needs no braces either: G_stack.
  [/(?<=\p{L})_\{(\p{L}{1,20})\}(?![\p{L}\p{N}])/gu, "_$1"],
];

/** Spells a script in the letters of an alphabet, or leaves the match as it was where one is missing. */
function spelled(alphabet: ReadonlyMap<string, string>): (whole: string, script?: string) => string {
  return (whole, script = "") => {
    const letters = script.split("").map((letter) => alphabet.get(letter));
    return letters.includes(undefined) ? whole : letters.join("");
  };
}
