import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import type { APIMessage } from "discord.js";
import { describe, expect, test } from "vitest";
import { actAsBot } from "../support/act-as-bot.ts";
import { makeAnswer } from "../support/cli-app.ts";
import { answeringApp, BotWorld, CITATIONS, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

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

  test("asks what an answer of ours claims, without its question, footnotes, references and hints", async () => {
    const app = answeringApp({
      ask: ({ text }) =>
        Promise.resolve(
          makeAnswer({ text: `It draws *3* mW [1].\n- More on ${text} [1][2]`, citations: CITATIONS, note: "Noted." }),
        ),
    });
    const world = await BotWorld.open({ app });
    const answer = await world.slash("ask", { question: "kettles" });
    await (await world.scene.contextMenu("Ask Footnote about this", answer)).reply();
    expect(questionsTo(app).at(-1)?.text).toBe("It draws *3* mW.\n- More on kettles");
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

test("Find papers like this reads words wherever they stand in a message", async () => {
  const app = answeringApp();
  const world = await BotWorld.open({ app });
  const find = async (body: object): Promise<unknown> => {
    const channel = world.discord.channel("general").id;
    const message = (await actAsBot(world.scene, "POST", `/channels/${channel}/messages`, body)) as APIMessage;
    await (await world.scene.contextMenu("Find papers like this", message)).reply();
    return app.calls.at(-1)?.[1];
  };
  const embeds = [{ title: "Kettles", description: "They boil.", fields: [{ name: "Power", value: "3 mW" }] }];
  expect(await find({ embeds })).toBe("Kettles\nThey boil.\nPower\n3 mW");
  const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
  const accessory = { type: ComponentType.Button, style: ButtonStyle.Secondary, label: "Boil", custom_id: "boil" };
  const section = { type: ComponentType.Section, components: [text("Inner")], accessory };
  const components = [text("Outer"), { type: ComponentType.Container, components: [text("Held"), section] }];
  expect(await find({ components, flags: MessageFlags.IsComponentsV2 })).toBe("Outer\nHeld\nInner");
});

test.each(["Ask Footnote about this", "Find papers like this"])("%s refuses a message without text", async (name) => {
  const world = await BotWorld.open();
  const message = await world.scene.say("", { files: [{ name: "tea.txt", data: "tea" }] });
  const notice = await (await world.scene.contextMenu(name, message)).reply();
  expect([isPrivate(notice), textOf(notice)]).toEqual([true, "This message has no text that I could read."]);
});
