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

/** The last word of names whose values are secrets: `token`, `apiKey`, `x-api-key`, but neither `promptTokens` nor `keyboard`. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  "token",
  "key",
  "authorization",
  "cookie",
  "password",
  "secret",
  "credentials",
]);

/** Whether a field's value is a secret by its name. */
export function isSecretName(name: string): boolean {
  return SECRET_WORDS.has(lastWord(name));
}

/** Whether a field holds what somebody asked. */
export function isQuestionName(name: string): boolean {
  return ["question", "questions"].includes(lastWord(name));
}

function lastWord(name: string): string {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").split(/[^A-Za-z]+/);
  return (words.findLast((word) => word !== "") ?? "").toLowerCase();
}
