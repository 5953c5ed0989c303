import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/adapters/database.ts";
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
