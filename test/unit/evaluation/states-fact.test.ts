import { describe, expect, test } from "vitest";
import { statesFact } from "../../../src/evaluation/states-fact.ts";

describe("statesFact() finds", () => {
  test.each([
    ["over 11x on GPT", "It is more than 11× faster on GPT [1]."],
    ["approximately 6.5% maximum L2 relative error", "The error is 6.5 % at most."],
    ["from 0.065 to 0.31 samples/kJ", "It rises from 0.065 to 0.31 samples per kJ."],
    ["1,080 questions", "It has 1080 questions."],
    ["3,700 LLMs", "They trained 3,700 models."],
    ["80.0%", "About 80% of them."],
    ["nine", "It was seen in 9 models."],
    ["9-by-9", "A 9 by 9 multiplication."],
    ["7x - 14x smaller", "It can be 7-14x smaller."],
    ["TuSimple", "Evaluated on the TuSimple benchmark."],
    ["CNN/DailyMail", "on CNN/DailyMail, Gigaword and SQuAD 1.1"],
    ["log-frequency spectrogram", "The spectrogram with log frequency won."],
    ["IWSLT2011", "on the iwslt2011 data"],
    ["762M parameter GPT-2-L", "a GPT-2-L with 762 M parameters"],
    ["two", "the ２ of them"],
  ])("%s in: %s", (fact, reply) => {
    expect(statesFact(reply, fact)).toBe(true);
  });
});

describe("statesFact() does not find", () => {
  test.each([
    ["over 11x on GPT", "It is 110x or 1.11x faster, says [11]."],
    ["8 H100 GPUs", "It ran on an H8 with H100 GPUs."],
    ["from 0.065 to 0.31 samples/kJ", "It rises to 0.31."],
    ["TuSimple", "Evaluated on another benchmark."],
    ["nearly one million NVIDIA H800 GPU hours", "One paper used many GPU hours."],
  ])("%s in: %s", (fact, reply) => {
    expect(statesFact(reply, fact)).toBe(false);
  });
});
