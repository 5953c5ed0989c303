import { describe, expect, test } from "vitest";
import { makeAnswer } from "../support/cli-app.ts";
import { answeringApp, BotWorld, CITATIONS, isPrivate, labelsOf, textOf } from "./discord-bot-world.ts";

describe("/privacy", () => {
  test("says in private what is kept, and forgets a person once they have said so twice", async () => {
    const world = await BotWorld.open();
    await world.mention("Mine?");
    await world.mention("Mine too?");
    const theirs = await world.mention("Theirs?", { as: "bob" });
    const privacy = await world.slash("privacy");
    expect([isPrivate(privacy), textOf(privacy)]).toEqual([
      true,
      expect.stringContaining("Where questions go: nowhere"),
    ]);
    const question = await world.press(privacy, "Forget me");
    expect(textOf(question)).toContain("cannot be undone");
    expect(textOf(await world.press(question, "Yes, forget me"))).toContain("Done. 2 answers");
    expect(textOf(await world.press(theirs, "Sources"))).toContain("It draws 3 mW.");
    const again = await world.press(await world.slash("privacy"), "Forget me");
    expect(textOf(await world.press(again, "Yes, forget me"))).toBe("Done. Nothing of you was kept.");
  });

  test.each([
    ["says that a model's answers are also remembered, and for how long", 7, true],
    ["says nothing of a model's answers where none is remembered", undefined, false],
  ])("%s", async (_, modelAnswerDays, isSaid) => {
    const owner = { modelHost: "model.example", ...(modelAnswerDays !== undefined && { modelAnswerDays }) };
    const said = textOf(await (await BotWorld.open({ owner })).slash("privacy"));
    expect(said.includes("wording of a model’s answers is also kept for up to 7 days")).toBe(isSaid);
  });
});

test("/about says in the person's language what is known, and since when", async () => {
  const world = await BotWorld.open();
  world.discord.setLocale("bob", "de");
  const [english, german] = [await world.slash("about"), await world.slash("about", {}, { as: "bob" })];
  expect([isPrivate(english), textOf(english)]).toEqual([true, expect.stringContaining("### About Footnote")]);
  expect(textOf(german)).toContain("### Über Footnote");
});

test("whoever installed the app for themselves gets a long answer cut, is told so, and can go on from it", async () => {
  const text = Array.from({ length: 900 }, (_, index) => `Sentence ${index} says so very much. [1]`).join(" ");
  const answer = makeAnswer({ text, citations: CITATIONS.slice(0, 1) });
  const world = await BotWorld.open({ app: answeringApp({ ask: () => Promise.resolve(answer) }) });
  const group = world.discord.addGroup(["alice", "bob"]);
  world.discord.install("alice");
  const asked = await world.scene.slash("ask", { question: "How long?" }, { in: group });
  await asked.reply();
  const last = await world.scene.sees((message) => textOf(message).includes("The rest does not fit here"), {
    in: group,
  });
  expect(labelsOf(last)).toContain("Ask a follow-up");
  expect(await world.seen({ in: group })).toHaveLength(6);
});
