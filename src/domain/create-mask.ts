const MASK = "***";

/** What secrets look like that nobody told us of. What is kept of a match is in its first group. */
const PATTERNS: readonly RegExp[] = [
  // An interaction's token is good for a quarter of an hour, and stands in addresses.
  /(\/(?:webhooks|interactions)\/\d+\/)[^\s/?#"'\\]+/g,
  /(\bBearer )[\w.~+/=-]{8,}/gi,
  // Discord's bot tokens, OpenAI's keys.
  /(\b)[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /(\b)sk-[\w-]{16,}/g,
  /(:\/\/)[^\s/@"']+@/g,
  /([?&](?:\w*[_-])?(?:key|token|secret|password)=)[^\s&#"']+/gi,
];

/**
 * Makes what masks secrets in text.
 *
 * @param secrets Those that are known, whatever they look like. Empty ones are passed over.
 * @returns A function that puts `***` in the place of each, and of whatever looks like one.
 */
export function createMask(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== "").toSorted((a, b) => b.length - a.length);
  return (text) => {
    const told = known.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
    return PATTERNS.reduce((masked, pattern) => masked.replaceAll(pattern, `$1${MASK}`), told);
  };
}
