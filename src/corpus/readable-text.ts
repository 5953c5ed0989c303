import { LOST_MARKUP_RULES } from "./lost-markup-rules.ts";
import { MARKUP_RULES } from "./markup-rules.ts";
import { SCRIPT_RULES } from "./script-rules.ts";
import { applyTextRule, type TextRule } from "./text-rule.ts";
import { TYPOGRAPHY_RULES } from "./typography-rules.ts";

// Stands for a web address while the rules run, so that none touches it.
const ADDRESS = "\uE000";
const ADDRESSES = /\uE000|https?:\/\/[^\s{}\\$"'`<>]+/g;

const ADDRESS_RULES: readonly TextRule[] = [
  // What is left of \href{address}{text}.
  [/\uE000\{(\uE000|\[[^{}[\]]{1,80}\])\}/g, `${ADDRESS} ($1)`],
];

const RULES = [...MARKUP_RULES, ...ADDRESS_RULES, ...SCRIPT_RULES, ...LOST_MARKUP_RULES, ...TYPOGRAPHY_RULES];

// Nested markup takes a pass a level. What has not settled by then is not simple.
const MAX_PASSES = 8;

/**
 * Makes text readable that lost its markup: "33times" becomes "33×", `98.4\%` "98.4%", "H$_2$O" "H₂O". Figures are never
 * changed: the digits, raised and lowered ones included, stay the same in the same order. Web addresses, and markup that
 * is not simple, stay as they are. Applied twice, it changes nothing more.
 */
export function readableText(text: string): string {
  const addresses = text.match(ADDRESSES) ?? [];
  let settled = text.replaceAll(ADDRESSES, ADDRESS);
  for (let pass = 0; pass <= MAX_PASSES; pass += 1) {
    const next = RULES.reduce(applyTextRule, settled);
    if (next === settled) return restore(settled, addresses);
    settled = next;
  }
  return text;
}

function restore(text: string, addresses: readonly string[]): string {
  const remaining = addresses.values();
  return text.replaceAll(ADDRESS, () => remaining.next().value ?? "");
}
