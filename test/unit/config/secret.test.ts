import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret } from "../../../src/secret.ts";

test("Secret prints as *** wherever it is printed", () => {
  const secret = new Secret("sesame");
  expect(String(secret)).toBe("***");
  expect(JSON.stringify({ secret })).toBe('{"secret":"***"}');
  expect(inspect({ secret }, { showHidden: true, depth: null })).toBe("{ secret: *** }");
  expect(secret.reveal()).toBe("sesame");
});
