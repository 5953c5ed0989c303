import { expect, test } from "vitest";
import { arrangeStages } from "../../../src/playground/page/view/explanation-timing.ts";

test("counts the first sentence within the model's time, and shows it below", () => {
  const { stages, total } = arrangeStages([
    { name: "retrieve", ms: 5 },
    { name: "first sentence", ms: 60 },
    { name: "model", ms: 100 },
  ]);
  expect(stages.map(({ name, isPart }) => `${name}${isPart ? " (part)" : ""}`)).toEqual([
    "retrieve",
    "model",
    "first sentence (part)",
  ]);
  expect(total).toBe(105);
});

test("counts a first sentence alone where no model's time is known", () => {
  expect(arrangeStages([{ name: "first sentence", ms: 60 }])).toEqual({
    stages: [{ name: "first sentence", ms: 60, isPart: false }],
    total: 60,
  });
});

test("puts what a model made of the question before the search", () => {
  const names = ["retrieve", "read", "rewrite", "translate", "write"];
  const { stages } = arrangeStages(names.map((name) => ({ name, ms: 1 })));
  expect(stages.map(({ name }) => name)).toEqual(["rewrite", "translate", "retrieve", "read", "write"]);
});

test("keeps stages that it does not know, and those of one name", () => {
  const { stages, total } = arrangeStages([
    { name: "constructor", ms: 1 },
    { name: "read", ms: 2 },
    { name: "read", ms: 3 },
  ]);
  expect(stages.map(({ name, ms }) => [name, ms])).toEqual([
    ["constructor", 1],
    ["read", 2],
    ["read", 3],
  ]);
  expect(total).toBe(6);
});
