import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReasoningFilter } from "../../../src/adapters/reasoning-filter.ts";

function filterChunks(chunks: readonly string[]) {
  const filter = new ReasoningFilter();
  const text = chunks.map((chunk) => filter.push(chunk)).join("") + filter.end();
  return { text, isMisplaced: filter.isMisplaced };
}

describe("ReasoningFilter", () => {
  it.each([
    ["no reasoning", "Plain text.", "Plain text."],
    ["reasoning at the start", "<think>Hm.</think>Yes.", "Yes."],
    ["the longer tag", "<thinking>Hm.</thinking>Yes.", "Yes."],
    ["reasoning in the middle", "Yes<think>or no</think>, it does.", "Yes, it does."],
    ["two blocks", "<think>a</think>b<think>c</think>d", "bd"],
    ["capitals", "<THINK>a</Think>b", "b"],
    ["a block that is not closed", "Yes.<think>But", "Yes."],
    ["an opening tag within a block", "<think>a<think>b</think>c", "c"],
    ["tags of other names", "<thin>a</thin> <thinker> 1 < 2 <", "<thin>a</thin> <thinker> 1 < 2 <"],
    ["<reasoning>", "<reasoning>Hm.</reasoning>Yes.", "Yes."],
    ["<thought>, ended by <thoughts>", "<thought>Hm.</thoughts>Yes.", "Yes."],
    ["<analysis>", "<Analysis>Hm.</analysis>Yes.", "Yes."],
    ["Kimi's brackets", "◁think▷Hm.◁/think▷Yes.", "Yes."],
    ["a block that quotes another kind", "<think>a<analysis>b</analysis>c</think>d", "d"],
    ["a block that was empty, without its beginning", "\n</think>\nYes.", "\n\nYes."],
    [
      "the channels of gpt-oss",
      "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Yes.<|return|>",
      "Yes.",
    ],
    [
      "channels that call tools",
      "<|start|>assistant<|channel|>commentary to=f <|constrain|>json<|message|>{}<|call|><|channel|>final <|constrain|>text<|message|>Yes.",
      "Yes.",
    ],
    ["a channel that is all there is", "<|channel|>analysis<|message|>Hm.", ""],
    ["control tokens of other templates", "Yes.<|im_end|><|endoftext|>", "Yes."],
    ["what only looks like a control token", "if a <|b or c| > d <||> <| |>", "if a <|b or c| > d <||> <| |>"],
    ["what only looks like a tag at the end", "a <thi", "a <thi"],
    ["an empty text", "", ""],
  ])("takes reasoning out of %s", (_title, text, shown) => {
    expect(filterChunks([text])).toEqual({ text: shown, isMisplaced: false });
  });

  it("tells reasoning that was closed and never began", () => {
    expect(filterChunks(["I think.</think>Yes."])).toEqual({ text: "I think.Yes.", isMisplaced: true });
  });

  it("tells a message whose channel stood in the prompt", () => {
    expect(filterChunks(["analysis<|message|>I think."])).toMatchObject({ isMisplaced: true });
  });

  it("gives the same text however it is cut, with marks of every kind", () => {
    const pieces = ["<|channel|>", "<|message|>", "<|start|>", "<|", "|>", "final", "◁think▷", "◁/think▷", "◁", "</"];
    const more = ["<reasoning>", "</reasoning>", "</think>", "<think>", "<", ">", "analysis", "a", " ", "\n"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more)), fc.array(fc.nat(8)), (parts, sizes) => {
        const whole = filterChunks([parts.join("")]);
        expect(filterChunks(cut(parts.join(""), sizes))).toEqual(whole);
        expect(filterChunks(Array.from(parts.join("")))).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same text however it is cut, as one pass over the whole would", () => {
    const pieces = [
      "<think>",
      "</think>",
      "<thinking>",
      "</thinking>",
      "<",
      ">",
      "/",
      "th",
      "think",
      "ing",
      "a",
      " ",
      "é",
      "<TH",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), fc.array(fc.nat(8)), (parts, sizes) => {
        const text = parts.join("");
        const block = /<think(?:ing)?>[^]*?(?:<\/think(?:ing)?>|$)|<\/think(?:ing)?>/gi;
        const whole = filterChunks([text]);
        expect(whole.text).toBe(text.replaceAll(block, ""));
        expect(filterChunks(cut(text, sizes))).toEqual(whole);
        expect(filterChunks(Array.from(text))).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it("holds back no more than what may become a tag", () => {
    const filter = new ReasoningFilter();
    expect(filter.push("a <thinki")).toBe("a ");
    expect(filter.push("ng about it")).toBe("<thinking about it");
    expect(filter.push(" <")).toBe(" ");
    expect(filter.push("b")).toBe("<b");
  });

  it("keeps pace with an endless text", () => {
    const filter = new ReasoningFilter();
    const start = performance.now();
    for (let chunk = 0; chunk < 20_000; chunk += 1) filter.push("<thinkin< <|channel <think></think");
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

function cut(text: string, sizes: readonly number[]): string[] {
  const chunks: string[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(text.slice(at, at + size));
    at += size;
  }
  return [...chunks, text.slice(at)];
}
