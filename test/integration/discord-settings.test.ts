import type { APIMessage } from "discord.js";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { ImpossibleActionError } from "../../src/playground/person.ts";
import { offerButton } from "../support/act-as-bot.ts";
import { BotWorld, isPrivate, labelsOf, textOf } from "./discord-bot-world.ts";

const settingsIn = (world: BotWorld): unknown => world.records.settings(world.discord.guildId);

describe("/settings", () => {
  test("is offered to whoever manages the server, and to nobody else", async () => {
    const world = await BotWorld.open();
    expect(isPrivate(await world.slash("settings"))).toBe(true);
    await expect(world.slash("settings", {}, { as: "bob" })).rejects.toThrow(ImpossibleActionError);
    await expect(world.slash("settings", {}, { in: await world.scene.dm() })).rejects.toThrow(ImpossibleActionError);
  });

  test("saves each change at once, and shows it", async () => {
    const world = await BotWorld.open();
    let panel: APIMessage = await world.slash("settings");
    const papers = world.discord.channel("papers").id;
    panel = await world.select(panel, "All channels", [papers]);
    panel = await world.press(panel, "Private by default: off");
    panel = await world.press(panel, "Answers in threads: off");
    panel = await world.select(panel, "One person: no limit", ["One person: 5 answers an hour"]);
    panel = await world.select(panel, "The server: no limit", ["The server: 50 answers an hour"]);
    expect(settingsIn(world)).toEqual({
      channels: [papers],
      isPrivateByDefault: true,
      usesThreads: true,
      hourlyPerPerson: 5,
      hourlyPerServer: 50,
    });
    expect(textOf(panel)).toContain("Saved.");
    expect(labelsOf(panel)).toEqual(["Private by default: on", "Answers in threads: on"]);
    expect(JSON.stringify(await world.slash("settings"))).toContain(`"default_values":[{"id":"${papers}"`);
    panel = await world.select(panel, "All channels", []);
    await world.press(panel, "Answers in threads: on");
    expect(settingsIn(world)).toMatchObject({ channels: [], usesThreads: false });
  });

  test("says which channels are gone, and forgets none of them by another change", async () => {
    const world = await BotWorld.open();
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: ["1"] });
    const panel = await world.slash("settings");
    expect(JSON.stringify(panel)).toContain('"default_values":[]');
    expect(textOf(panel)).toContain("All channels chosen here are deleted: I answer mentions in every channel.");
    await world.press(panel, "Answers in threads: off");
    expect(settingsIn(world)).toMatchObject({ channels: ["1"], usesThreads: true });
    const papers = world.discord.channel("papers").id;
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: ["1", papers] });
    expect(textOf(await world.slash("settings"))).toContain("Some of the channels chosen here are deleted");
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, channels: [papers] });
    expect(textOf(await world.slash("settings"))).not.toContain("deleted");
  });

  test("makes /ask private where nobody says otherwise", async () => {
    const world = await BotWorld.open();
    await world.press(await world.slash("settings"), "Private by default: off");
    expect(isPrivate(await world.slash("ask", { question: "How?" }))).toBe(true);
    expect(isPrivate(await world.slash("ask", { question: "How?", private: false }))).toBe(false);
  });

  test("is refused to whoever may not manage the server (any more), whatever they press", async () => {
    const world = await BotWorld.open();
    const message = await offerButton(world.scene, world.discord.channel("general").id, "setting:private:on");
    const notice = await world.press(message, "Forged", { as: "bob" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringContaining("Only whoever may manage")]);
    expect(settingsIn(world)).toEqual(DEFAULT_SETTINGS);
  });

  test.each(["setting:private:maybe", "setting:person", "setting:channels:on", "setting:1234:on", "setting"])(
    "changes nothing by what it never offered: %s",
    async (forged) => {
      const world = await BotWorld.open();
      const message = await offerButton(world.scene, world.discord.channel("general").id, forged);
      expect(textOf(await world.press(message, "Forged"))).toContain("no longer know what this was for");
      expect(settingsIn(world)).toEqual(DEFAULT_SETTINGS);
    },
  );
});
