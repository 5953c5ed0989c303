import { describe, expect, test } from "vitest";
import { judgeLexically } from "../../../src/evaluation/lexical-judge.ts";

const PASSAGE = `FlashAttention: fast exact attention
FlashAttention tiles the computation to reduce memory traffic, and trains GPT-2 3x faster on 1,024 tokens.`;

describe("judgeLexically()", () => {
  test.each([
    ["its own words", "FlashAttention tiles the computation to reduce memory traffic"],
    ["other endings and another order", "By tiling computations, FlashAttention reduces the traffic of memory."],
    ["a figure with another unit sign", "3 x faster GPT-2"],
    ["the same figures written otherwise", "GPT-2 is trained three times faster on 1024 tokens."],
  ])("takes a passage as proof of %s", async (_, statement) => {
    expect(await judgeLexically(PASSAGE, statement)).toBe(true);
  });

  test.each([
    ["another figure", "FlashAttention trains GPT-2 4x faster"],
    ["a figure that it has none of", "FlashAttention reduces memory traffic by 20 %"],
    ["other words", "FlashAttention renders photographs of distant galaxies"],
  ])("does not take a passage as proof of %s", async (_, statement) => {
    expect(await judgeLexically(PASSAGE, statement)).toBe(false);
  });

  test("finds no proof in nothing", async () => {
    expect(await judgeLexically("", "Tiling helps")).toBe(false);
  });
});
