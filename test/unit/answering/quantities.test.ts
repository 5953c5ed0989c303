import { expect, test } from "vitest";
import { quantitiesOf } from "../../../src/answering/quantities.ts";

test.each([
  ["It reaches FID 2.81, 1.25x faster than before, with 10,000 steps.", ["2.81", "1.25", "10,000"]],
  ["Error falls by 4.2%, at $3 per hour.", ["4.2", "3"]],
  ["Over 350 experiments took 41 seconds.", ["350", "41"]],
  ["GPT-4, H100, Q8BERT, CIFAR-10 and ImageNet-256 have none.", []],
  ["It is akin to System 2 thinking in 3D and 2-D since 2019.", []],
  ["PaLM 2 does better: 1) it learns, and 2) it forgets.", []],
  ["Two ways: (1) by ear [12, 13], (2) by eye (Bell, 2007), see https://bells.example/42.", []],
])("the figures of a sentence are what it states, and no part of a name: %s", (sentence, figures) => {
  expect([...quantitiesOf(sentence)]).toEqual(figures);
});
