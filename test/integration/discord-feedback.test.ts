import { describe, expect, test } from "vitest";
import { offerButton } from "../support/act-as-bot.ts";
import { BotWorld, isPrivate, labelsOf, textOf } from "./discord-bot-world.ts";

const opinions = (world: BotWorld): readonly unknown[] =>
  world.records.feedback().map(({ isGood, reason, about }) => ({ isGood, reason, question: about.question }));

describe("Helpful and Not helpful", () => {
  test("note a thumbs up at once, and thank in private", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    expect(labelsOf(answer)).toEqual([
      "Sources",
      "Ask a follow-up",
      "Related papers",
      "Continue in a thread",
      "Helpful",
      "Not helpful",
    ]);
    const thanks = await world.press(answer, "Helpful", { as: "bob" });
    expect([isPrivate(thanks), textOf(thanks)]).toEqual([true, expect.stringContaining("Thank you")]);
    expect(opinions(world)).toEqual([{ isGood: true, reason: "", question: "How frugal?" }]);
  });

  test("ask why before a thumbs down, which replaces what the person thought before", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    await world.press(answer, "Helpful");
    const modal = await (await world.scene.press(answer, "Not helpful")).modal();
    expect(opinions(world)).toMatchObject([{ isGood: true }]);
    const thanks = await (await world.scene.submit(modal, { "Your reason": " Wrong kettle. " })).reply();
    expect([isPrivate(thanks), textOf(thanks)]).toEqual([true, expect.stringContaining("Thank you")]);
    expect(opinions(world)).toEqual([{ isGood: false, reason: "Wrong kettle.", question: "How frugal?" }]);
    expect(world.thumbs).toEqual([true, false]);
  });

  test("take a thumbs down without a reason", async () => {
    const world = await BotWorld.open();
    const answer = await world.mention("How frugal?");
    const modal = await (await world.scene.press(answer, "Not helpful")).modal();
    await (await world.scene.submit(modal, {})).reply();
    expect(opinions(world)).toMatchObject([{ isGood: false, reason: "" }]);
  });

  test.each(["rate:000000000000:good", "rate:000000000000:bad", "rate::worse", "thread:000000000000", "rate"])(
    "refuse in private what nobody offered: %s",
    async (forged) => {
      const world = await BotWorld.open();
      const message = await offerButton(world.scene, world.discord.channel("general").id, forged);
      const notice = await world.press(message, "Forged");
      expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringMatching(/no longer (?:remember|know)/)]);
      expect(opinions(world)).toEqual([]);
    },
  );

  test("refuse another person's private answer, however its id is known", async () => {
    const world = await BotWorld.open();
    const secret = await world.slash("ask", { question: "Mine?", private: true });
    const id = /rate:[^:"]+:good/.exec(JSON.stringify(secret.components))?.[0] ?? "";
    const message = await offerButton(world.scene, secret.channel_id, id);
    const notice = await world.press(message, "Forged", { as: "bob" });
    expect([isPrivate(notice), opinions(world)]).toEqual([true, []]);
  });
});

test("an opinion counts though another process was first to answer it", async () => {
  let isTaken = false;
  const taken = { kind: "answer", status: 400, body: { code: 40_060, message: "Taken" } } as const;
  const world = await BotWorld.open({
    discord: { intercept: ({ path }) => (isTaken && path.endsWith("/callback") ? taken : undefined) },
  });
  const answer = await world.mention("How frugal?");
  isTaken = true;
  const pressed = await world.scene.press(answer, "Helpful");
  await expect.poll(() => opinions(world)).toMatchObject([{ isGood: true }]);
  isTaken = false;
  expect(await pressed.acknowledged).toBeDefined();
  expect(textOf(await world.press(answer, "Sources"))).toContain("It draws 3 mW.");
});

test("Related papers under an answer lists the neighbours of the first paper that it cites", async () => {
  const world = await BotWorld.open();
  const list = await world.press(await world.mention("How frugal?"), "Related papers");
  expect([isPrivate(list), textOf(list)]).toEqual([true, expect.stringContaining("Papers near “KettleNet")]);
});
