/**
 * Wraps text at spaces. Its own line breaks stay, and a list item (`- `, `1. `) goes on under its first word. A word
 * that is longer than a line keeps a line of its own: addresses stay whole.
 *
 * @param width Columns, indentation included. Infinity wraps nothing.
 * @param indent What every line begins with. Default: nothing.
 */
export function wrapText(text: string, width: number, indent = ""): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line.trimEnd(), width, indent))
    .join("\n");
}

/**
 * As much of a growing text as can be shown before its end is known: nothing from a word with a control character on,
 * which may begin what must not be shown.
 *
 * @param text Ends with a whole word.
 * @returns The beginning of the text. Wrapped, it is what the whole text begins with when that is wrapped.
 */
export function settledText(text: string): string {
  const control = text.search(/(?!\n)\p{Cc}/u);
  if (control === -1) return text;
  const safe = text.slice(0, control);
  return safe.slice(0, Math.max(safe.lastIndexOf(" "), safe.lastIndexOf("\n")) + 1);
}

function wrapLine(line: string, width: number, indent: string): string {
  const [lead = ""] = /^\s*(?:[-*•] |\d+[.)] )?/.exec(line) ?? [];
  const lines: string[] = [];
  let current = indent + lead;
  let isFresh = true;
  for (const word of line.slice(lead.length).split(" ")) {
    if (!isFresh && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + " ".repeat(lead.length);
      isFresh = true;
    }
    current += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...lines, current].map((wrapped) => wrapped.trimEnd()).join("\n");
}
