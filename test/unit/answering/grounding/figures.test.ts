import { describe, expect, test } from "vitest";
import { figuresIn } from "../../../../src/answering/grounding/figures.ts";

function valuesIn(text: string): number[][] {
  return figuresIn(text, "sentence").map(({ values }) => [...values]);
}

describe("a sentence's figures", () => {
  test.each([
    ["80.0%", [[80]]],
    ["1,080 images", [[1080, 1.08]]],
    ["12,400,000", [[12_400_000]]],
    ["three bells", [[3]]],
    ["8 billion, 8B and 8bn", [[8e9], [8e9], [8e9]]],
    ["18k or 18K", [[18_000], [18_000]]],
    ["2.7B", [[2.7e9]]],
    ["three million", [[3e6]]],
    ["3-5x", [[3], [5]]],
    ["3–5×", [[3], [5]]],
    ["~90%", [[90]]],
    ["×10 and x10", [[10], [10]]],
    ["256x256", [[256], [256]]],
    ["80GB in 5 ms", [[80], [5]]],
    ["10^5, 10⁵ and 1e5", [[1e5], [1e5], [1e5]]],
    ["2,5 % der Merkmale", [[2.5]]],
    ["12.400 Bilder", [[12.4, 12_400]]],
    ["1,2 Mio. und 3 Milliarden", [[1.2e6], [3e9]]],
    ["12\u202F400 images", [[12_400]]],
    ["8.5万个", [[85_000]]],
    ["30億トークン", [[3e9]]],
    ["快了三倍", [[3]]],
    ["70Bの", [[7e10]]],
    ["version 2.5.1", [[2], [5], [1]]],
    ["twice as fast", [[2]]],
    ["a tenfold gain", [[10]]],
    ["twenty or thirty days", [[20], [30]]],
    ["ninety-nine percent", [[99]]],
    ["fifteen hundred days", [[1500]]],
    ["two hundred and fifty-six layers", [[256]]],
    ["a hundred, a thousand and a million", [[100], [1000], [1e6]]],
    ["a dozen and 8 dozen", [[12], [96]]],
    ["8 quadrillion", [[8e15]]],
    ["trillion-parameter", [[1e12]]],
    ["neunundneunzig Prozent und dreißig", [[99], [30]]],
    ["zweihundert", [[200]]],
    ["quatre-vingt-dix-neuf et vingt et un", [[99], [21]]],
    ["treinta y cinco, veintidós y cien", [[35], [22], [100]]],
    ["九十九 und 五百万", [[99], [5e6]]],
    ["十倍", [[10]]],
    ["⁹⁹% and ^98%", [[99], [98]]],
    ["٩٩٪, ९८%, ９７% and 𝟗𝟔%", [[99], [98], [97], [96]]],
    ["XV layers", [[15]]],
    ["four orders of magnitude", [[4, 10_000]]],
    [".93", [[0.93]]],
    ["5m away", [[5, 5e6]]],
  ])("%s", (text, values) => {
    expect(new Set(valuesIn(text))).toEqual(new Set(values));
  });

  test("digits grouped by plain spaces may be one figure or several", () => {
    expect(valuesIn("12 400")).toEqual([
      [12, 12_400],
      [400, 12_400],
    ]);
  });

  test.each([
    "GPT-4",
    "H100s",
    "top-1 and pass@5",
    "Qwen2.5",
    "O(n^2)",
    "n²",
    "one bell",
    "1. Bells",
    "(1) a, (2) b, (3) c",
    "三维",
    "十分",
    "(a+b)^2",
    "per cent, pour cent, por ciento",
    "XL models",
    "hundreds of bells",
  ])("%s holds none", (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  test("a number alone in parentheses is no numbering", () => {
    expect(valuesIn("the bells (8) ring")).toEqual([[8]]);
  });

  test.each([
    ["with LLaMA 2", ["LLaMA 2"]],
    ["the 30B model", ["30B", "the 30B"]],
    ["40の", []],
  ])("%s may be part of the names %j", (text, names) => {
    expect(figuresIn(text, "sentence")[0]?.names).toEqual(names);
  });
});

test.each([
  ["two bells", " bells"],
  ["twice as fast", undefined],
  ["2 bells", undefined],
])("%s counts %j", (text, counted) => {
  expect(figuresIn(text, "sentence")[0]?.counted).toBe(counted);
});

describe("a passage's figures", () => {
  test("are read as English", () => {
    expect(figuresIn("1.080 and 1,080", "passage").map(({ values }) => values)).toEqual([[1.08], [1080]]);
  });

  test.each([
    ["half of them", 50],
    ["a single bell", 1],
    ["two orders of magnitude", 100],
    ["four orders of magnitude", 10_000],
    ["an order of magnitude", 10],
    ["trillion-parameter models", 1e12],
    ["several hundred samples", 100],
    ["a million", 1e6],
  ])("%s supports %d", (text, value) => {
    expect(figuresIn(text, "passage").flatMap(({ values }) => values)).toContain(value);
  });
});
