import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
import { wordsFor } from "../../src/discord/words/words-for.ts";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import { USUAL_RATE_LIMITS } from "../../src/playground/rate-limiter.ts";
import { answeringApp, answerTo, BotWorld, questionsTo, textOf } from "./discord-bot-world.ts";

/** An App whose answers come once the test lets them. */
function slowApp() {
  const answer = Promise.withResolvers<void>();
  const app = answeringApp({ ask: (question) => answer.promise.then(() => answerTo(question)) });
  return { app, finish: () => answer.resolve() };
}

function addCrowd({ discord }: BotWorld, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => discord.addUser(`person${number}`).username);
}

/** Lets everybody mention the bot at once. */
async function mentionAll({ scene }: BotWorld, people: readonly string[]): Promise<void> {
  await Promise.all(people.map((as) => scene.say(`${scene.mention} How, ${as}?`, { as })));
}

const outcomes = (world: BotWorld) => world.events.map(({ failure, outcome }) => failure ?? outcome);

describe("people who ask at the same moment", () => {
  test.each([true, false])("get no more answers than the server's hour has (in threads: %s)", async (usesThreads) => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, usesThreads, hourlyPerServer: 3 });
    await mentionAll(world, addCrowd(world, 12));
    await expect.poll(() => outcomes(world)).toHaveLength(12);
    expect(outcomes(world).filter((outcome) => outcome === "answered")).toHaveLength(3);
    expect(questionsTo(app)).toHaveLength(3);
  });

  test("in a thread of all fill the line like everybody else, and are told their places", async () => {
    const { app, finish } = slowApp();
    const owner = { answersAtOnce: 1, queue: 2 };
    const world = await BotWorld.open({ app, owner, patience: { tellPlaceMs: 20, editMs: 10 } });
    world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, usesThreads: true });
    const opened = world.event((event) => (event.type === "thread-created" ? event.thread.id : undefined));
    await world.scene.say(`${world.scene.mention} First?`);
    const thread = await opened;
    for (const as of addCrowd(world, 4)) await world.scene.say(`${world.scene.mention} I, too?`, { as, in: thread });
    await expect.poll(() => outcomes(world)).toEqual(["answer/queue-full", "answer/queue-full"]);
    expect([world.bot.underWay, world.bot.queued]).toEqual([1, 2]);
    await world.scene.sees((message) => textOf(message).includes("number 2 in the line"), { in: thread });
    finish();
    await expect.poll(() => outcomes(world)).toHaveLength(5);
    expect(questionsTo(app)).toHaveLength(3);
  });
});

test("whoever stops in the line is told so, and leaves it", async () => {
  const { app, finish } = slowApp();
  const world = await BotWorld.open({ app, owner: { answersAtOnce: 1 }, patience: { tellPlaceMs: 20, editMs: 10 } });
  await world.scene.slash("ask", { question: "First?" });
  await expect.poll(() => questionsTo(app)).toHaveLength(1);
  await world.scene.slash("ask", { question: "Second?", private: true }, { as: "bob" });
  const place = await world.scene.sees((message) => textOf(message).includes("number 1"), { as: "bob" });
  await world.scene.press(place, "Stop", { as: "bob" });
  await world.scene.sees((message) => textOf(message) === wordsFor("en").refusals.stopped, { as: "bob" });
  expect([outcomes(world), world.bot.queued]).toEqual([["answer/stopped"], 0]);
  finish();
});

test("one person's flood opens no threads for what is refused, and uses up nothing", async () => {
  const { app, finish } = slowApp();
  const world = await BotWorld.open({ app });
  world.records.setSettings(world.discord.guildId, { ...DEFAULT_SETTINGS, usesThreads: true, hourlyPerPerson: 5 });
  const threads: string[] = [];
  world.discord.watch("alice", (event) => void (event.type === "thread-created" && threads.push(event.thread.id)));
  await mentionAll(
    world,
    Array.from({ length: 12 }, () => "alice"),
  );
  await expect.poll(() => outcomes(world)).toHaveLength(9);
  finish();
  await expect.poll(() => outcomes(world).filter((outcome) => outcome === "answered")).toHaveLength(3);
  expect(threads).toHaveLength(3);
  expect(world.records.uses(0, {})).toHaveLength(3);
  expect(await world.seen()).toHaveLength(1);
});

describe("what was forgotten while an answer was under way", () => {
  async function openWaiting() {
    const { app, finish } = slowApp();
    const world = await BotWorld.open({ app });
    const asked = await world.scene.slash("ask", { question: "Secret?" });
    await expect.poll(() => questionsTo(app)).toHaveLength(1);
    const end = async (): Promise<void> => {
      finish();
      await expect.poll(() => outcomes(world)).toHaveLength(1);
    };
    return { world, asked, end };
  }

  test("stays forgotten of a person, who gets the answer all the same", async () => {
    const { world, asked, end } = await openWaiting();
    const alice = world.discord.user("alice").id;
    world.records.forgetPerson(alice);
    await end();
    expect(textOf(await asked.reply())).toContain("You asked: Secret?");
    expect(world.records.forgetPerson(alice)).toBe(0);
  });

  test("stays forgotten of a person in a conversation that somebody else goes on with", async () => {
    const answer = Promise.withResolvers<void>();
    const app = answeringApp({
      ask: async (question) => {
        if (question.text === "Slow?") await answer.promise;
        return answerTo(question);
      },
    });
    const world = await BotWorld.open({ app });
    const first = await world.mention("Secret?");
    await world.press(first, "Continue in a thread");
    const thread = first.id;
    await world.mention("My secret?", { in: thread });
    await world.scene.say(`${world.scene.mention} Slow?`, { as: "bob", in: thread });
    await expect.poll(() => questionsTo(app)).toHaveLength(3);
    const sure = await world.press(await world.slash("privacy"), "Forget me");
    await world.press(sure, "Yes, forget me");
    answer.resolve();
    await expect.poll(() => outcomes(world)).toHaveLength(3);
    await world.mention("And now?", { as: "bob", in: thread });
    expect(
      questionsTo(app)
        .at(-1)
        ?.history.map(({ text }) => text),
    ).toEqual(["Slow?", expect.anything()]);
  });

  test("stays forgotten of a server", async () => {
    const { world, end } = await openWaiting();
    world.records.forgetServer(world.discord.guildId);
    await end();
    expect(world.records.servers()).toEqual([]);
  });
});

test("whoever is forgotten has no more answers a day than before", async () => {
  const world = await BotWorld.open({ owner: { dailyAnswersPerPerson: 1 } });
  await world.mention("How?");
  const question = await world.press(await world.slash("privacy"), "Forget me");
  await world.press(question, "Yes, forget me");
  expect(textOf(await world.slash("ask", { question: "Again?" }))).toContain("possible in");
  expect(textOf(await world.slash("ask", { question: "I, too?" }, { as: "bob" }))).toContain("You asked");
});

test("while nothing can be written down, questions are answered and counted all the same", async () => {
  const world = await BotWorld.open({ owner: { dailyAnswersPerPerson: 1 } });
  using writer = openDatabase(world.dataFolder);
  writer.run("BEGIN IMMEDIATE");
  expect(textOf(await world.slash("ask", { question: "How?" }))).toContain("You asked: How?");
  expect(textOf(await world.slash("ask", { question: "Again?" }))).toContain("possible in");
  writer.run("ROLLBACK");
  expect(world.log.lines).toContainEqual(["error", expect.stringContaining("could not be kept"), expect.anything()]);
});

test("while another process holds the file, a crowd is answered in time all the same", async () => {
  const world = await BotWorld.open();
  const people = addCrowd(world, 8);
  using writer = openDatabase(world.dataFolder);
  writer.run("BEGIN IMMEDIATE");
  const asked = await Promise.all(people.map((as) => world.scene.slash("ask", { question: "How?" }, { as })));
  const replies = await Promise.all(asked.map((interaction) => interaction.reply()));
  writer.run("ROLLBACK");
  expect(replies.filter((reply) => !textOf(reply).includes("You asked"))).toEqual([]);
});

test("what another bot keeps of its servers stays, whatever servers this one is in", async () => {
  const world = await BotWorld.open();
  world.records.setSettings("4242", DEFAULT_SETTINGS);
  using database = openDatabase(world.dataFolder);
  database.run("UPDATE application SET id = '1'");
  await world.restart();
  expect(world.records.servers()).toEqual(["4242"]);
  expect(world.log.lines).toContainEqual(["warn", expect.stringContaining("another bot's")]);
});

test("many people of one channel who were interrupted are told together, as fast as Discord takes it", async () => {
  const app = answeringApp({ ask: () => new Promise<never>(() => {}) });
  const world = await BotWorld.open({ app, discord: { rateLimits: USUAL_RATE_LIMITS }, patience: { graceMs: 20 } });
  const people = addCrowd(world, 14);
  await mentionAll(world, people);
  await expect.poll(() => world.records.pending()).toHaveLength(14);
  await world.restartAbruptly();
  const told = await world.scene.sees((message) => textOf(message).includes("I was interrupted"));
  for (const person of people) expect(textOf(told)).toContain(`<@${world.discord.user(person).id}>`);
  await expect.poll(() => world.records.pending()).toEqual([]);
  expect(await world.seen()).toHaveLength(1);
});

test("whoever asked too much at once is told once, and again after an answer has come", async () => {
  let { app: slow, finish } = slowApp();
  const app = answeringApp({ ask: (question) => slow.ask(question) });
  const world = await BotWorld.open({ app });
  const flood = () =>
    mentionAll(
      world,
      Array.from({ length: 6 }, () => "alice"),
    );
  const count = (outcome: string) => outcomes(world).filter((each) => each === outcome).length;
  const notices = async () => (await world.seen()).filter((message) => !textOf(message).includes("You asked")).length;
  await flood();
  await expect.poll(() => count("answer/queue-full")).toBe(3);
  await expect.poll(notices).toBe(1);
  finish();
  await expect.poll(() => count("answered")).toBe(3);
  ({ app: slow, finish } = slowApp());
  await flood();
  await expect.poll(() => count("answer/queue-full")).toBe(6);
  await expect.poll(notices).toBe(2);
  finish();
  await expect.poll(() => count("answered")).toBe(6);
  expect(await notices()).toBe(2);
});
