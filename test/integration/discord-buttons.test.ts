import { describe, expect, test } from "vitest";
import { wordsFor } from "../../src/discord/words/words-for.ts";
import { EmbeddingError } from "../../src/domain/errors.ts";
import { makeRanking } from "../support/cli-app.ts";
import { PAPERS } from "../support/papers.ts";
import { answeringApp, BotWorld, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

describe("Sources", () => {
  test("shows whoever presses it the sentence behind each footnote, and whose words it is", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    const sources = await world.press(answer, "Sources", { as: "bob" });
    expect(isPrivate(sources)).toBe(true);
    expect(textOf(sources)).toMatch(/\*\*\[1\]\*\* KettleNet.*\n> It draws 3 mW\.\n-# from our digest: our words/);
  });

  test("goes on working after a restart", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    await world.restart();
    expect(textOf(await world.press(answer, "Sources"))).toContain("It draws 3 mW.");
  });

  test("says in private that it is forgotten", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    world.records.forgetPerson(world.discord.user("alice").id);
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
    world.records.forgetPerson(world.discord.user("alice").id);
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

test("a follow-up goes on after a restart, by button and by reply", async () => {
  const app = answeringApp();
  const world = await BotWorld.open({ app });
  const answer = await world.mention("First?");
  await world.mention("Second?");
  await world.restart();
  await world.followUp(answer, "By button?", { as: "bob" });
  await world.ask("By reply?", { replyTo: answer });
  const histories = questionsTo(app).map(({ history }) => history.map(({ text }) => text)[0]);
  expect(histories.slice(2)).toEqual(["First?", "First?"]);
});

describe("a list", () => {
  test("is made again after a restart, page by page, with its filters", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const list = await world.slash("find", { query: "tea", since: "2024" });
    await world.restart();
    const second = await world.press(list, "Next");
    expect([second.id, textOf(second)]).toEqual([list.id, expect.stringContaining("Page 2 of 2")]);
    expect(textOf(second)).toContain("“tea”, since 2024-01-01");
    expect(app.calls.at(-1)?.[2]).toMatchObject({ filters: { since: "2024-01-01" } });
  });

  test("that cannot be made again stays, and whoever turns it learns so in private", async () => {
    let calls = 0;
    const app = answeringApp({
      search: () => {
        calls += 1;
        return calls === 1
          ? Promise.resolve({ papers: makeRanking(...PAPERS), undated: 0 })
          : Promise.reject(new EmbeddingError("The endpoint is away."));
      },
    });
    const world = await BotWorld.open({ app });
    const list = await world.slash("find", { query: "tea" });
    await world.scene.press(list, "Next");
    const notice = await world.scene.sees((message) => textOf(message) === wordsFor("en").refusals.failed);
    expect(isPrivate(notice)).toBe(true);
    expect(textOf(world.discord.message(list))).toContain("Page 1 of 2");
  });

  test("that is forgotten says so in private", async () => {
    const world = await BotWorld.open();
    const list = await world.slash("find", { query: "tea" });
    world.records.forgetPerson(world.discord.user("alice").id);
    const notice = await world.press(list, "Next");
    expect([isPrivate(notice), textOf(notice)]).toEqual([
      true,
      expect.stringContaining("no longer remember this list"),
    ]);
  });
});
