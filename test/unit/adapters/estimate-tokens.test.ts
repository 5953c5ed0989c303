import { describe, expect, it } from "vitest";
import { estimateTokens } from "../../../src/domain/estimate-tokens.ts";

describe("estimateTokens()", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["four", 1],
    ["Ünïcöde in Latin script.", 6],
    ["внимание", 4],
    ["注意力机制", 5],
    ["🧵", 2],
  ])("counts %j as %i", (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});
