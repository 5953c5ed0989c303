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
