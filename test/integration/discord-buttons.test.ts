import { describe, expect, test } from "vitest";
import { answeringApp, BotWorld, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

describe("Sources", () => {
  test("shows whoever presses it the sentence behind each footnote, and whose words it is", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    const sources = await world.press(answer, "Sources", { as: "bob" });
    expect(isPrivate(sources)).toBe(true);
    expect(textOf(sources)).toMatch(/\*\*\[1\]\*\* KettleNet.*\n> It draws 3 mW\.\n-# from our digest: our words/);
  });

  test("says in private that it is forgotten, after a restart", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    await world.restart();
    const notice = await world.press(answer, "Sources");
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringContaining("no longer remember")]);
  });
});

describe("Ask a follow-up", () => {
  test("goes on from the answer above it, for whoever presses it, under the question", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const answer = await world.mention("First?");
    await world.mention("Second?");
    const followUp = await world.followUp(answer, "And *then*?", { as: "bob" });
    expect(textOf(followUp)).toMatch(/^> And \\\*then\\\*\?\n\nYou asked/);
    expect(isPrivate(followUp)).toBe(false);
    expect(questionsTo(app)[2]?.history.map(({ text }) => text)[0]).toBe("First?");
    await world.mention("Mine?", { as: "bob" });
    expect(questionsTo(app)[3]?.history).toHaveLength(4);
  });

  test("says in private that the answer is forgotten, before and after the modal", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("First?");
    const modal = await (await world.scene.press(answer, "Ask a follow-up")).modal();
    await world.restart();
    for (const notice of [
      await world.press(answer, "Ask a follow-up"),
      await (await world.scene.submit(modal, { "Your question": "And?" })).reply(),
    ]) {
      expect([isPrivate(notice), textOf(notice)]).toEqual([
        true,
        expect.stringContaining("no longer remember this answer"),
      ]);
    }
  });
});

test("a list that is forgotten says so in private", async () => {
  const world = await BotWorld.open();
  const list = await world.slash("find", { query: "tea" });
  await world.restart();
  const notice = await world.press(list, "Next");
  expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringContaining("no longer remember this list")]);
});
