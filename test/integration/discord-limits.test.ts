import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { WaitingClock } from "../support/waiting-clock.ts";
import { answeringApp, answerTo, BotWorld, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

/** An App whose answers come once the test lets them. */
function slowApp() {
  const answer = Promise.withResolvers<void>();
  const app = answeringApp({ ask: (question) => answer.promise.then(() => answerTo(question)) });
  return { app, finish: () => answer.resolve() };
}

describe("the line", () => {
  test("tells whoever waits their place, in the message that becomes the answer", async () => {
    const { app, finish } = slowApp();
    const world = await BotWorld.open({ app, owner: { answersAtOnce: 1 }, patience: { tellPlaceMs: 20, editMs: 10 } });
    world.discord.addUser("carol");
    await world.scene.slash("ask", { question: "First?" });
    await expect.poll(() => world.bot.underWay).toBe(1);
    const waits = world.mention("Second?", { as: "bob" });
    const placed = await waits;
    expect(textOf(placed)).toBe("Your question is number 1 in the line. Its answer comes here.");
    const asked = await world.scene.slash("ask", { question: "Third?", private: true }, { as: "carol" });
    const told = await world.scene.sees((message) => textOf(message).includes("number 2"), { as: "carol" });
    expect([isPrivate(told), world.bot.queued]).toEqual([true, 2]);
    finish();
    const second = await world.scene.sees((message) => textOf(message).includes("You asked: Second?"));
    expect(second.id).toBe(placed.id);
    const third = await world.scene.sees((message) => textOf(message).includes("You asked: Third?"), { as: "carol" });
    expect([third.id, isPrivate(third)]).toEqual([told.id, true]);
    await asked.acknowledged;
    await expect
      .poll(() => world.events.map(({ surface, outcome }) => `${surface} ${outcome}`).toSorted())
      .toEqual(["ask answered", "ask answered", "mention answered"]);
    const waited = world.events.find(({ surface }) => surface === "mention");
    expect(waited?.ms["queue"]).toBeGreaterThan(0);
  });

  test("that is full says so in private, and at once", async () => {
    const { app, finish } = slowApp();
    const world = await BotWorld.open({ app, owner: { answersAtOnce: 1, queue: 1 } });
    world.discord.addUser("carol");
    await world.scene.slash("ask", { question: "First?" });
    await world.scene.slash("ask", { question: "Second?" }, { as: "bob" });
    await expect.poll(() => world.bot.queued).toBe(1);
    const notice = await world.slash("ask", { question: "Third?" }, { as: "carol" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringContaining("Too many questions")]);
    finish();
    await world.scene.sees((message) => textOf(message).includes("You asked: Second?"));
    expect(questionsTo(app)).toHaveLength(2);
  });

  test("takes three questions of one person, tells them once of more, and takes more once one is answered", async () => {
    const { app, finish } = slowApp();
    const world = await BotWorld.open({ app });
    for (const number of [1, 2, 3]) await world.scene.say(`${world.scene.mention} Q${number}?`);
    await expect.poll(() => world.records.pending()).toHaveLength(3);
    expect(textOf(await world.mention("Q4?"))).toContain("still at your last questions");
    await world.scene.say(`${world.scene.mention} Q5?`);
    await expect
      .poll(() => world.events.map(({ failure }) => failure))
      .toEqual(["answer/queue-full", "answer/queue-full"]);
    finish();
    await world.scene.sees((message) => textOf(message).includes("You asked: Q3?"));
    await expect.poll(() => world.records.pending()).toEqual([]);
    expect(textOf(await world.mention("Q6?"))).toContain("You asked: Q6?");
    expect(questionsTo(app).map(({ text }) => text)).toEqual(["Q1?", "Q2?", "Q3?", "Q6?"]);
    expect(await world.seen()).toHaveLength(5);
  });
});

describe("a limit", () => {
  test("of the server's hour is told with the wait, in private to commands, once to mentions", async () => {
    const clock = new WaitingClock();
    const world = await BotWorld.open({ clock });
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, hourlyPerPerson: 1 });
    await world.mention("First?");
    clock.pass(60_000);
    const notice = await world.slash("ask", { question: "Second?" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringContaining("possible in 59 minutes.")]);
    expect(textOf(await world.mention("Third?"))).toContain("possible in 59 minutes.");
    await world.scene.say(`${world.scene.mention} Fourth?`);
    expect(textOf(await world.mention("Mine?", { as: "bob" }))).toContain("You asked: Mine?");
    clock.pass(59 * 60_000);
    expect(textOf(await world.mention("Fifth?"))).toContain("You asked: Fifth?");
    await expect
      .poll(() => world.events.map(({ failure, outcome }) => failure ?? outcome).toSorted())
      .toEqual(["answer/limited", "answer/limited", "answer/limited", "answered", "answered", "answered"]);
    expect(await world.seen()).toHaveLength(5);
  });

  test("of the owner's day holds everywhere, for summaries too", async () => {
    const world = await BotWorld.open({ clock: new WaitingClock(), owner: { dailyAnswersPerPerson: 1 } });
    await world.ask("First?", { in: await world.scene.dm() });
    const notice = await world.slash("summary", { target: "tea" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, expect.stringContaining("possible in 12 hours.")]);
  });
});

test("a server that the owner does not serve gets a sentence to commands, and nothing to mentions", async () => {
  const app = answeringApp();
  const world = await BotWorld.open({ app, owner: { servers: ["1"] } });
  await world.scene.say(`${world.scene.mention} First?`);
  const notice = await world.slash("ask", { question: "Second?" });
  expect([isPrivate(notice), textOf(notice)]).toEqual([true, "I do not answer questions in this server."]);
  expect(textOf(await world.ask("Third?", { in: await world.scene.dm() }))).toContain("You asked: Third?");
  expect(questionsTo(app).map(({ text }) => text)).toEqual(["Third?"]);
});

test("how long Discord waited for acknowledgements is measured, and the log holds no question unasked", async () => {
  const world = await BotWorld.open();
  await world.slash("ask", { question: "How?" });
  expect(world.acknowledgements).toEqual([expect.any(Number)]);
  await expect.poll(() => world.events).toHaveLength(1);
  expect(world.events[0]).toMatchObject({ surface: "ask", outcome: "answered", papers: 1 });
  expect(world.events[0]).not.toHaveProperty("question");
});
