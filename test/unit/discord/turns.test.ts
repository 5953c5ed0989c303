import { expect, test } from "vitest";
import { Turns } from "../../../src/discord/turns.ts";

test("three questions of one person are taken, a fourth is told, and more are not heard", () => {
  const turns = new Turns();
  expect(["a", "a", "a", "a", "a", "a"].map((who) => turns.take(who))).toEqual([
    "free",
    "free",
    "free",
    "last",
    "full",
    "full",
  ]);
});

test("one person's questions take nobody else's place", () => {
  const turns = new Turns();
  for (let asked = 0; asked < 9; asked++) turns.take("a");
  expect(turns.take("b")).toBe("free");
});

test("an answered question makes room for another", () => {
  const turns = new Turns();
  for (let asked = 0; asked < 3; asked++) turns.take("a");
  turns.giveBack("a");
  expect(turns.take("a")).toBe("free");
});
