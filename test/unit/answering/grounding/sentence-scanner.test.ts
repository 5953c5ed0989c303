import { describe, expect, test } from "vitest";
import { CitationKeys } from "../../../../src/answering/grounding/citation-keys.ts";
import { LONGEST_SENTENCE, SentenceScanner } from "../../../../src/answering/grounding/sentence-scanner.ts";

const keys = new CitationKeys(["q7-1", "q7-2"]);

function scan(text: string): string[] {
  const scanner = new SentenceScanner(keys);
  return [...scanner.push(text), ...scanner.end()].map(({ raw }) => raw.trim()).filter((raw) => raw !== "");
}

/** What is complete before the model has ended. */
function scanOpen(text: string): string[] {
  return new SentenceScanner(keys).push(text).map(({ raw }) => raw);
}

describe("a sentence ends", () => {
  test.each([
    [
      "at a full stop with white space and a letter behind",
      "Bells ring. Towers stand.",
      ["Bells ring.", "Towers stand."],
    ],
    ["behind a closing quote or bracket", "He said “Stop.” (So.) Then", ["He said “Stop.”", "(So.)", "Then"]],
    ["behind bold", "**Bells ring.** Towers", ["**Bells ring.**", "Towers"]],
    ["at a full-width full stop without white space", "钟响了。塔立着。", ["钟响了。", "塔立着。"]],
    ["behind a full-width full stop and its key", "钟响了。[q7-1]塔", ["钟响了。 [q7-1]", "塔"]],
    ["behind the keys of its full stop", "Bells ring. [q7-1] [q7-2] Towers", ["Bells ring. [q7-1] [q7-2]", "Towers"]],
    ["behind a key without white space", "Bells ring.[q7-1]Towers", ["Bells ring. [q7-1]", "Towers"]],
    ["behind a bare key", "Bells ring. q7-1 Towers", ["Bells ring. q7-1", "Towers"]],
    ["behind a key in parentheses", "Bells ring. (q7-1) Towers", ["Bells ring. (q7-1)", "Towers"]],
    ["behind a bold key", "Bells ring. **[q7-1]** Towers", ["Bells ring. **[q7-1]", "** Towers"]],
    ["behind a key with its own full stop", "Bells ring. [q7-1]. Towers", ["Bells ring. [q7-1]", "Towers"]],
    ["behind a key even before a small letter", "Bells ring. [q7-1] wav2vec", ["Bells ring. [q7-1]", "wav2vec"]],
    ["behind a key in front of the full stop, even before a small letter", "Ring [q7-1]. mAP", ["Ring [q7-1].", "mAP"]],
    ["behind a made-up citation", "Bells ring. [12] Towers", ["Bells ring. [12]", "Towers"]],
    ["before brackets that cite nothing", "Bells ring. [MASK] is", ["Bells ring.", "[MASK] is"]],
    ["before a word that begins like a key", "Bells ring. Queues q7 form.", ["Bells ring.", "Queues q7 form."]],
    ["at the end of a line", "Bells ring\nTowers stand", ["Bells ring", "Towers stand"]],
    ["at the end of a line of Windows", "Bells ring.\r\nTowers", ["Bells ring.", "Towers"]],
    ["twice in what could have become a citation", "Ring. [See. q", ["Ring.", "[See. q"]],
    ["where a key is cut off", "Bells ring. [q7-", ["Bells ring.", "[q7-"]],
  ])("%s", (_, text, sentences) => {
    expect(scan(text)).toEqual(sentences);
  });
});

describe("a sentence goes on", () => {
  test.each([
    ["behind e.g.", "It helps speech, e.g. French."],
    ["behind et al.", "Miller et al. 2023 show it."],
    ["behind et al. and a key", "Miller et al. [q7-1] show it."],
    ["behind vs. and Fig.", "Bells vs. Drums are in Fig. 3."],
    ["behind an initial", "The method of J. Miller wins."],
    ["behind z. B.", "Es hilft, z. B. Deutsch."],
    ["in a decimal", "It is 2.7x faster at 0.3 points less."],
    ["in an address", "See example.org/a.b?c=1 for code."],
    ["before a small letter", "It beats Yahoo! by far."],
    ["behind the number of a list item", "1. First come bells."],
    ["behind the bold number of a list item", "**2.** First come bells."],
  ])("%s", (_, text) => {
    expect(scan(text)).toEqual([text]);
  });

  test("not behind the capital at the end of a name", () => {
    expect(scan("It uses ViT-L. Bells ring.")).toEqual(["It uses ViT-L.", "Bells ring."]);
  });
});

test("a sentence is complete once something that is no key follows", () => {
  expect(scanOpen("Bells ring. [q7-1] ")).toEqual([]);
  expect(scanOpen("Bells ring. [q7-1] [q")).toEqual([]);
  expect(scanOpen("Bells ring. [q7-1] T")).toEqual(["Bells ring. [q7-1]"]);
  expect(scanOpen("Bells ring. [q7-1]\n")).toEqual(["Bells ring. [q7-1]"]);
});

test("control characters and those that turn the direction of text are left out", () => {
  expect(scan("Be\u0000lls\u202E ri\u200Bng\u{E0041}.")).toEqual(["Bells ring."]);
});

test("a character whose halves come in two chunks stays whole, and half of one is left out", () => {
  const scanner = new SentenceScanner(keys);
  scanner.push("a\uD83D");
  scanner.push("\uDC1D b\uD83D");
  expect(scanner.end().map(({ raw }) => raw)).toEqual(["a🐝 b"]);
});

test("tells which sentences start and end a line", () => {
  const sentences = new SentenceScanner(keys).push("Bells ring. Towers stand.\n\nSo.\n");
  expect(sentences.map(({ startsLine, endsLine }) => [startsLine, endsLine])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
  ]);
});

test("a sentence that does not end is cut at its longest length, and the next one is whole", () => {
  const scanner = new SentenceScanner(keys);
  const [long, next] = scanner.push(`${"word ".repeat(2 * LONGEST_SENTENCE)}. Bells ring.\n`);
  expect(long?.isOverlong).toBe(true);
  expect(long?.raw.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
  expect(next).toMatchObject({ raw: "Bells ring.", isOverlong: false });
});
