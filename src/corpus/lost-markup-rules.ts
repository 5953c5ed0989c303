import { UNMISTAKABLE } from "./latex-symbols.ts";
import { anyName, lookUp, type TextRule } from "./text-rule.ts";

/**
 * LaTeX whose backslashes the page lost: "33times" was `33\times`. A name that is also a word is mended only where the
 * figures next to it leave no doubt: "3 times" stays.
 */
export const LOST_MARKUP_RULES: readonly TextRule[] = [
  [/(?<=[\d°⁰¹²³⁴-⁹])times(?=sim\d|[^A-Za-z]|$)/g, "×"],
  [/(?<=[\d×%])sim(?=\d)/g, "~"],
  [/(?<![A-Za-z\\])sim(?=\d{1,9}(?:\.\d{1,9})?(?:×|times|%|[^A-Za-z0-9.]|$))/g, "~"],
  [/(?<![A-Za-z\\])sim (?=\d{1,9}(?:\.\d{1,9})?(?:×|times|[%^⁰¹²³⁴-⁹]))/g, "~"],
  [/(?<=\d\.\d{1,6}) pm (?=\d{1,6}\.\d)/g, " ± "],
  [/(?<![A-Za-z\\])ell(?![A-Za-z'’])/g, "ℓ"],
  [/(?<![A-Za-z\\])lceil /g, "⌈"],
  [/ rceil(?![A-Za-z])/g, "⌉"],
  [/(?<=(?<![A-Za-z])[A-Za-z] )gg(?= [A-Za-z](?![A-Za-z]))/g, "≫"],
  [new RegExp(`(?<![A-Za-z\\\\])(${anyName(UNMISTAKABLE)})(?![A-Za-z])`, "g"), lookUp(UNMISTAKABLE)],
];
