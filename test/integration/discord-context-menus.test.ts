import { describe, expect, test } from "vitest";
import { answeringApp, BotWorld, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

describe("Ask Footnote about this", () => {
  test("answers a message in private, under its beginning, and starts anew", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    await world.mention("Before?", { as: "bob" });
    const message = await world.scene.say("Is a *kettle* frugal?");
    const answer = await (await world.scene.contextMenu("Ask Footnote about this", message, { as: "bob" })).reply();
    expect([isPrivate(answer), textOf(answer)]).toEqual([
      true,
      expect.stringMatching(/^> Is a \\\*kettle\\\* frugal\?/),
    ]);
    expect(questionsTo(app).at(-1)).toEqual({ text: "Is a *kettle* frugal?", history: [] });
  });

  test("answers openly in a direct message, where all is private", async () => {
    const world = await BotWorld.open();
    const message = await world.scene.say("Is a kettle frugal?", { in: await world.scene.dm() });
    const answer = await (await world.scene.contextMenu("Ask Footnote about this", message)).reply();
    expect([isPrivate(answer), textOf(answer)]).toEqual([false, expect.stringContaining("You asked")]);
  });

  test("is called by its name in the person's language", async () => {
    const world = await BotWorld.open();
    world.discord.setLocale("alice", "de");
    const message = await world.scene.say("Is a kettle frugal?");
    const answer = await (await world.scene.contextMenu("Footnote dazu fragen", message)).reply();
    expect(textOf(answer)).toContain("Zum Nachfragen");
  });
});

test("Find papers like this lists papers for whoever wants to know", async () => {
  const app = answeringApp();
  const world = await BotWorld.open({ app });
  const message = await world.scene.say("Boiling water");
  const list = await (await world.scene.contextMenu("Find papers like this", message)).reply();
  expect([isPrivate(list), textOf(list)]).toEqual([true, expect.stringContaining("Papers on “Boiling water”")]);
  expect(app.calls.at(-1)?.slice(1)).toEqual(["Boiling water", { filters: {}, limit: 25 }]);
});

test.each(["Ask Footnote about this", "Find papers like this"])("%s refuses a message without text", async (name) => {
  const world = await BotWorld.open();
  const message = await world.scene.say("", { files: [{ name: "tea.txt", data: "tea" }] });
  const notice = await (await world.scene.contextMenu(name, message)).reply();
  expect([isPrivate(notice), textOf(notice)]).toEqual([true, "This message has no text that I could read."]);
});
