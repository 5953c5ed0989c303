import { expect, test } from "vitest";
import { holdsLink } from "../../../../src/answering/grounding/holds-link.ts";

test.each([
  "See https://bells.example.",
  "See HTTP://bells.example",
  "ftp://bells.example",
  "See www.bells.example",
  "Code at github.com/bells/ring is open.",
  "javascript:alert(1)",
  "See hxxps[:]//bells.example",
  "See [the paper](bells.html).",
  "Write to ring@bells.example",
])("%s", (text) => {
  expect(holdsLink(text)).toBe(true);
});

test.each([
  "and/or",
  "i.e. this/that",
  "ViT-L/14 at 0.5/0.6",
  "v1.5/v2",
  "Node.js rings",
  "pass@1",
  "data: three",
  "F(x)[0] (y)",
])("not: %s", (text) => {
  expect(holdsLink(text)).toBe(false);
});
