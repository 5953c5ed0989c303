const DOT = String.raw`(?:\.|\[\.\]|\(\.\))`;
const DOMAIN = new RegExp(
  String.raw`[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}\p{N}-]{1,63}){0,3}${DOT}(?:com|org|net|io|ai|dev|app|co|me|ru|cn|xyz|info|gg|top|example)(?![\p{Script=Latin}\p{Nd}-])`,
  "giu",
);

/**
 * Finds what reads as the name of a site: "evil.com", "evil[.]com", with a few common endings. Not every one is: "fast.ai"
 * may be a company, "cs.AI" a field.
 */
export function domainsIn(text: string): string[] {
  return text.match(DOMAIN) ?? [];
}
