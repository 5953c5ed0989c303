import { randomBytes } from "node:crypto";

/** Twelve characters that nobody guesses, none of them a colon. */
export function newId(): string {
  return randomBytes(9).toString("base64url");
}
