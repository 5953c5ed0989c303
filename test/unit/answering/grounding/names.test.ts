import { expect, test } from "vitest";
import { codeNamesIn, disguisedNamesIn } from "../../../../src/answering/grounding/names.ts";
import { Wording } from "../../../../src/answering/grounding/wording.ts";

test.each([
  ["ImageNet and LLaMA-2", ["ImageNet", "LLaMA-2"]],
  ["BERT-based LLMs", ["BERT-based", "LLMs"]],
  ["Qwen2.5-Coder", ["Qwen2.5-Coder"]],
  ["LLaMA-2-7B", ["LLaMA-2"]],
  ["top-1 and pass@5", ["top-1", "pass@5"]],
  ["在ImageNet上", ["ImageNet"]],
  ["H100s", ["H100s"]],
])("the coined names of %j are %j", (text, names) => {
  expect(codeNamesIn(text).map(({ name }) => name)).toEqual(names);
});

test.each(["Self-Supervised Learning", "Bells in Paris", "QA and RL", "x10", "3D", "7B", "e.g. this", "I-am-here"])(
  "%j has none",
  (text) => {
    expect(codeNamesIn(text)).toEqual([]);
  },
);

test.each([
  ["ВЕRТ and LLаМА ring", ["ВЕRТ", "LLаМА"]],
  ["Аttention", ["Аttention"]],
  ["ВЕРТ", ["ВЕРТ"]],
  ["ΒERT", ["ΒERT"]],
])("%j disguises %j", (text, names) => {
  expect(disguisedNamesIn(text)).toEqual(names);
});

test.each(["5 μs, 5 µm", "αβ-CROWN and Δt", "BERT", "Звон громкий", "β-VAE"])("%j disguises nothing", (text) => {
  expect(disguisedNamesIn(text)).toEqual([]);
});

const passage = new Wording([
  "GPT-4 and LLaMA 2 ring ShuffleNet V2 at 600fps and 1.29x on Qwen2.5 and H100 GPUs; low-rank adaptation of large language models",
]);

test.each(["GPT4", "gpt-4", "GPT", "LLaMA-2", "LLaMA", "ShuffleNetV2", "FPS", "1.29x", "Qwen 2.5", "H100s", "GPU"])(
  "%s stands there",
  (name) => {
    expect(passage.hasName(name)).toBe(true);
  },
);

test.each(["GPT-40", "GPT-3", "LLaMA-3", "ShuffleNet V3", "H10", "BERT", "29x", "12.9x", "Qwen2", "Qwen25"])(
  "%s does not",
  (name) => {
    expect(passage.hasName(name)).toBe(false);
  },
);

test.each(["LLM", "LLMs", "LoRA", "LRA"])("%s is spelled by its words", (name) => {
  expect(passage.spells(name)).toBe(true);
});

test.each(["LMM", "LARM", "BERT", "lora2", ""])("%j is not", (name) => {
  expect(passage.spells(name)).toBe(false);
});
