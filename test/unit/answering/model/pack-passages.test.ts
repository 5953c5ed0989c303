import { describe, expect, test } from "vitest";
import { createNonce, packPassages, renderPassages } from "../../../../src/answering/model/pack-passages.ts";
import { inventPaper } from "../../../support/papers.ts";

const NONCE = { text: "n", prefix: "q7" };
const paperOf = (title: string, characters: number) => inventPaper(title, { digest: `${"a".repeat(characters - 1)}.` });

describe("packPassages()", () => {
  test("takes papers whole, best first, as long as they fit", () => {
    const papers = [paperOf("A", 400), paperOf("B", 400), paperOf("C", 400)];
    expect(packPassages(papers, NONCE, 250).map(({ key, paper }) => [key, paper.title])).toEqual([
      ["q7-1", "A"],
      ["q7-2", "B"],
    ]);
  });

  test("takes the best paper whatever its length", () => {
    expect(packPassages([paperOf("A", 4000)], NONCE, 10)).toHaveLength(1);
  });

  test("leaves out a paper of which only the title is known, and counts no key for it", () => {
    const keys = packPassages([inventPaper("Untold"), paperOf("B", 40)], NONCE, 1000).map(({ key }) => key);
    expect(keys).toEqual(["q7-1"]);
  });

  test.each([
    ["a text", inventPaper("A", { digest: "It runs Q7-B." }), ""],
    ["a title", inventPaper("Bells of Q7", { digest: "It is fast." }), ""],
    ["the question", inventPaper("A", { digest: "It is fast." }), "What is q7?"],
  ])("begins its keys otherwise where %s holds the prefix", (_, paper, question) => {
    expect(packPassages([paper, paperOf("B", 40)], NONCE, 1000, question).map(({ key }) => key)).toEqual([
      "q8-1",
      "q8-2",
    ]);
  });

  test("begins its keys anew behind the last prefix", () => {
    const passages = packPassages([inventPaper("A", { digest: "Z8 and Z9." })], { text: "n", prefix: "z8" }, 1000);
    expect(passages[0]?.key).toBe("b0-1");
  });

  test("has nothing of nothing", () => {
    expect(packPassages([], NONCE, 1000)).toEqual([]);
    expect(renderPassages([])).toBe("");
  });
});

test("a passage is shown under its key, with its title as people read it", () => {
  const passages = packPassages([inventPaper("A", { digest: "It is fast. It is small." })], NONCE, 1000);
  expect(renderPassages(passages)).toBe("[q7-1] A\nIt is fast. It is small.");
});

describe("createNonce()", () => {
  test("makes keys of a letter and a digit, and delimiters of the rest", () => {
    expect(createNonce(Uint8Array.of(0, 17, 1, 255))).toEqual({ prefix: "b7", text: "01ff" });
  });

  test("says the same of the same bytes alone", () => {
    const bytes = Uint8Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    expect(createNonce(bytes)).toEqual(createNonce(bytes));
    expect(createNonce(bytes).text).not.toBe(createNonce(bytes.toReversed()).text);
  });
});
