import { MessageFlags } from "discord.js";
import { describe, expect, test } from "vitest";
import { makeAnswer } from "../support/cli-app.ts";
import { paperAt } from "../support/papers.ts";
import { answeringApp, BotWorld, isPrivate, questionsTo, textOf } from "./discord-bot-world.ts";

describe("a message to the bot", () => {
  test("is answered when it mentions the bot, as a reply, with typing before it", async () => {
    const world = await BotWorld.open();
    const order: string[] = [];
    const typing = world.event((event) => {
      if (event.type === "typing" || event.type === "message-created") order.push(event.type);
      return event.type === "typing" ? event.channelId : undefined;
    });
    const answer = await world.mention("How frugal is KettleNet?");
    expect(await typing).toBe(world.discord.channel("general").id);
    expect(order).toEqual(["message-created", "typing"]);
    expect(textOf(answer)).toContain("You asked: How frugal is KettleNet? [1]");
    expect(textOf(answer)).toContain("reply to this with the ping on");
    expect(answer.flags).toBe(MessageFlags.IsComponentsV2);
  });

  test("is answered in a thread, and in a direct message without a mention", async () => {
    const world = await BotWorld.open();
    const thread = await world.scene.thread("tea", { in: "general" });
    expect(textOf(await world.mention("In a thread?", { in: thread }))).toContain("In a thread?");
    const direct = await world.scene.dm({ as: "bob" });
    const answer = await world.ask("Just so?", { as: "bob", in: direct });
    expect(textOf(answer)).toContain("You asked: Just so? [1]");
    expect(textOf(answer)).toContain("To follow up, just write.");
  });

  test("gets a hint when it has no words", async () => {
    const world = await BotWorld.open();
    expect(textOf(await world.mention(" "))).toMatch(/^Ask me about machine-learning papers: mention me/);
    const answer = await world.mention("Tea?");
    const picture = { files: [{ name: "tea.png", data: "tea" }] };
    expect(textOf(await world.ask("", { replyTo: answer, ...picture }))).toContain("no words in that reply");
    const direct = await world.scene.dm();
    expect(textOf(await world.ask("", { in: direct, ...picture }))).toContain("just write your question");
  });

  test("reaches us with other people's names, and without what only Discord can read", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const { id, global_name: name, username } = world.discord.user("bob");
    const channel = world.discord.channel("general").id;
    await world.mention(`Does <@${id}> know <:tea:1234567890> in <#${channel}> tea?`);
    expect(questionsTo(app)[0]?.text).toBe(`Does ${name ?? username} know in tea?`);
  });

  test("is left alone when it is not for us", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const { discord, scene } = world;
    discord.addUser("robot", { isBot: true });
    const role = discord.addRole("readers", { isMentionable: true });
    discord.giveRole(discord.bot, role);
    const fromBob = await scene.say("I like tea.", { as: "bob" });
    const fromBot = await world.mention("First?");
    await scene.say(`${scene.mention} Beep?`, { as: "robot" });
    await scene.say("@everyone Come all!");
    await scene.say("@here Come some!");
    await scene.say(`<@&${role.id}> Come readers!`);
    await scene.say("So do I.", { replyTo: fromBob });
    await scene.say("No ping here.", { replyTo: fromBot, ping: false });
    await scene.say("Nobody in particular?");
    await world.mention("Last?");
    expect(questionsTo(app).map(({ text }) => text)).toEqual(["First?", "Last?"]);
    expect(await world.seen()).toHaveLength(2);
  });

  test("pings nobody, whatever the papers and the question say", async () => {
    const evil = "@everyone @here <@&1> [x](http://evil.example) **bold**";
    const app = answeringApp({ ask: () => Promise.resolve(makeAnswer({ text: evil })) });
    const world = await BotWorld.open({ app });
    const { discord } = world;
    await world.mention(`${evil} <@${discord.user("bob").id}>`);
    await world.slash("ask", { question: evil });
    await world.slash("find", { query: evil });
    const sent = discord.messages.filter(({ message }) => message.author.id === discord.bot.id);
    expect(sent).toHaveLength(3);
    for (const { message, pings } of sent) {
      expect(pings).toEqual({ users: [], roles: [], everyone: false });
      expect(textOf(message)).toContain(String.raw`\@everyone \@here`);
      expect(textOf(message)).toContain(String.raw`\[x\](http://evil.example) \*\*bold\*\*`);
    }
  });

  test("gets a long answer on several messages, in order, the buttons under the last", async () => {
    const text = Array.from({ length: 100 }, (_, index) => `Sentence ${index} has ${"many ".repeat(15)}words.`).join(
      " ",
    );
    const world = await BotWorld.open({ app: answeringApp({ ask: () => Promise.resolve(makeAnswer({ text })) }) });
    await world.mention("Tell me everything?");
    const last = await world.scene.sees((message) => textOf(message).includes("Sentence 99 "));
    const pages = await world.seen();
    expect(pages.map((page) => textOf(page).match(/Sentence \d+/)?.[0])).toEqual([
      "Sentence 0",
      ...pages.slice(1).map(() => expect.stringMatching(/Sentence \d\d/) as string),
    ]);
    expect(pages.at(-1)?.id).toBe(last.id);
    await expect(world.followUp(last, "And?")).resolves.toBeDefined();
  });
});

describe("a conversation", () => {
  const turns = (question: string) => [
    { role: "user", text: question },
    { role: "assistant", text: `You asked: ${question} [${paperAt("KettleNet").title}]` },
  ];

  test("is remembered by channel and person, and no further than ten turns", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await world.mention(`Q${number}?`);
    await world.mention("Mine?", { as: "bob" });
    await world.ask("Elsewhere?", { in: await world.scene.dm() });
    const histories = questionsTo(app).map(({ history }) => history);
    expect(histories[0]).toEqual([]);
    expect(histories[1]).toEqual(turns("Q1?"));
    expect(histories[6]).toHaveLength(10);
    expect(histories.slice(7)).toEqual([[], []]);
  });

  test("goes on from the answer that is replied to, whoever replies", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const first = await world.mention("First?");
    await world.mention("Second?");
    await world.ask("And that?", { replyTo: first, as: "bob" });
    expect(questionsTo(app)[2]).toEqual({ text: "And that?", history: turns("First?") });
  });

  test("takes quick questions one after the other", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    await Promise.all([world.mention("One?"), world.mention("Two?"), world.mention("Three?")]);
    expect(questionsTo(app).map(({ history }) => history.length)).toEqual([0, 2, 4]);
  });

  test("that was private stays out of a public one", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const secret = await world.slash("ask", { question: "Secret?", private: true });
    await world.mention("Public?");
    const followUp = await world.followUp(secret, "More?");
    expect(questionsTo(app).map(({ history }) => history)).toEqual([[], [], turns("Secret?")]);
    expect(isPrivate(followUp)).toBe(true);
    const others = await world.seen({ as: "bob" });
    expect(others.map(textOf).join("\n")).not.toMatch(/Secret|More/);
  });
});
