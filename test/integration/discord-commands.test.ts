import { describe, expect, test } from "vitest";
import type { Question } from "../../src/domain/question.ts";
import { makeAnswer, makePaper } from "../support/cli-app.ts";
import { paperAt, PAPERS } from "../support/papers.ts";
import { answeringApp, BotWorld, CITATIONS, isPrivate, labelsOf, textOf } from "./discord-bot-world.ts";

const kettle = paperAt("KettleNet");
const kettleTitle = kettle.title;

describe("/ask", () => {
  test("defers, and answers for all under the question", async () => {
    const world = await BotWorld.open();
    const asked = await world.scene.slash("ask", { question: "How *frugal*?" });
    expect(await asked.acknowledged).toMatchObject({ kind: "deferred-reply" });
    const answer = await asked.reply();
    expect(textOf(answer)).toMatch(/^> How \\\*frugal\\\*\?\n\nYou asked/);
    expect(textOf(answer)).toContain("To follow up, press the button or mention me.");
    expect(isPrivate(answer)).toBe(false);
  });

  test("answers in private where asked to", async () => {
    const world = await BotWorld.open();
    expect(isPrivate(await world.slash("ask", { question: "How?", private: true }))).toBe(true);
    expect(await world.seen({ as: "bob" })).toEqual([]);
  });
});

describe("/find", () => {
  test("lists papers page by page, for whoever asked; another person gets a copy", async () => {
    const world = await BotWorld.open();
    const first = await world.slash("find", { query: "tea" });
    expect(textOf(first)).toContain("Papers on “tea”");
    expect(textOf(first)).toContain("Page 1 of 2 · 10 papers");
    const copy = await world.press(first, "Next", { as: "bob" });
    expect([isPrivate(copy), textOf(copy)]).toEqual([true, expect.stringContaining("Page 2 of 2")]);
    expect(textOf(world.discord.message(first))).toContain("Page 1 of 2");
    const second = await world.press(first, "Next");
    expect([second.id, textOf(second)]).toEqual([first.id, expect.stringContaining("Page 2 of 2")]);
    const own = await world.press(copy, "Previous", { as: "bob" });
    expect([own.id, textOf(own)]).toEqual([copy.id, expect.stringContaining("Page 1 of 2")]);
  });

  test("passes its filters on, and tells them", async () => {
    const app = answeringApp();
    const world = await BotWorld.open({ app });
    const list = await world.slash("find", { query: "tea", since: "2024", until: "2024-02", "has-code": true });
    expect(textOf(list)).toContain("“tea”, since 2024-01-01, until 2024-02-29, with code");
    expect(textOf(list)).toContain("1 of unknown date left out");
    expect(app.calls.at(-1)?.[2]).toEqual({
      filters: { since: "2024-01-01", until: "2024-02-29", hasCode: true },
      limit: 25,
    });
  });

  test("says in private what is wrong with a date, and for all that nothing matches", async () => {
    const app = answeringApp({ search: () => Promise.resolve({ papers: [], undated: 0 }) });
    const world = await BotWorld.open({ app });
    const wrong = await world.slash("find", { query: "tea", since: "now" });
    expect([isPrivate(wrong), textOf(wrong)]).toEqual([true, expect.stringContaining("since takes a day")]);
    const swapped = await world.slash("find", { query: "tea", since: "2025", until: "2024" });
    expect(textOf(swapped)).toContain("later than until");
    expect(textOf(await world.slash("find", { query: "tea" }))).toBe("No paper matches “tea”.");
  });

  test("opens the card of a chosen paper for the person who chose, after a restart too", async () => {
    const world = await BotWorld.open();
    const list = await world.slash("find", { query: "tea" });
    await world.restart();
    const card = await world.select(list, "Open a paper", [PAPERS[1]?.title ?? ""], { as: "bob" });
    expect([isPrivate(card), textOf(card)]).toEqual([true, expect.stringContaining(`### ${PAPERS[1]?.title}`)]);
  });
});

describe("/paper and /related", () => {
  const long = makePaper(`Long: ${"tea and ".repeat(15)}cake`, { id: "aaaaaaaaaaaa" });
  const papers = [long, ...PAPERS];
  const app = answeringApp({
    papers,
    findTitles: (query, limit) =>
      papers.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase())).slice(0, limit),
  });

  test("complete titles; a value offered is a value taken, however long the title", async () => {
    const world = await BotWorld.open({ app });
    for (const command of ["paper", "related", "summary"]) {
      const option = command === "summary" ? "target" : "title";
      const choices = await (await world.scene.autocomplete(command, option, { [option]: "long:" })).choices();
      const value = choices[0]?.value ?? "";
      expect(value).toBe(long.id);
      expect(textOf(await world.slash(command, { [option]: value }))).toContain("Long: tea and");
    }
  });

  test("show a card with its buttons, whose answers are private", async () => {
    const world = await BotWorld.open({ app });
    const card = await world.slash("paper", { title: kettleTitle });
    expect(textOf(card)).toContain("-# from our digest");
    const summary = await world.press(card, "Summary", { as: "bob" });
    expect([isPrivate(summary), textOf(summary)]).toEqual([true, expect.stringContaining("### Summary: KettleNet")]);
    const related = await world.press(card, "Related papers", { as: "bob" });
    expect([isPrivate(related), textOf(related)]).toEqual([true, expect.stringContaining("Papers near “KettleNet")]);
  });

  test("take a title that was never offered for the closest, and say so", async () => {
    const world = await BotWorld.open({ app });
    const card = await world.slash("paper", { title: "tea" });
    expect(textOf(card)).toContain("-# The closest title to “tea”.");
  });

  test("say in private when no title is like what was typed", async () => {
    const world = await BotWorld.open({ app });
    for (const command of ["paper", "related"]) {
      const notice = await world.slash(command, { title: "zebra" });
      expect([isPrivate(notice), textOf(notice)]).toEqual([true, "No title in this collection resembles “zebra”."]);
    }
  });
});

test("/summary sums up a paper or a topic, in the length asked for, and can be followed up", async () => {
  const app = answeringApp();
  const world = await BotWorld.open({ app });
  const typed = await world.scene.autocomplete("summary", "target", { target: "kettle" });
  expect((await typed.choices()).map(({ name }) => name)).toEqual([kettleTitle, "Topic: kettle"]);
  await world.slash("summary", { target: kettleTitle, length: "short" });
  await world.slash("summary", { target: kettleTitle, length: "plain" });
  const topic = await world.slash("summary", { target: "boiling water" });
  expect(textOf(topic)).toContain("### Summary: boiling water");
  expect(app.calls.slice(-3).map(([, ...args]) => args)).toMatchObject([
    [kettleTitle, { length: "short" }],
    [kettleTitle, { length: "plain" }],
    ["boiling water", { length: "standard" }],
  ]);
  await world.followUp(topic, "How hot?");
  const asked = app.calls.at(-1)?.[1] as Question;
  expect(asked.history.filter(({ role }) => role === "user").map(({ text }) => text)).toEqual([
    kettleTitle,
    kettleTitle,
    "boiling water",
  ]);
});

describe("/compare", () => {
  const tidalTitle = paperAt("Tidal Attention").title;

  test("passes titles on as they were named, and sets the answer under its aspects", async () => {
    const text = [
      "Problem\n- KettleNet: Kettles boil unheard. [1]\n- Tidal Attention: Scrolls are long. [2]",
      "Figures\n- KettleNet: It draws 3 mW. [1]",
    ].join("\n\n");
    const compared = makeAnswer({ kind: "comparison", text, citations: CITATIONS });
    const app = answeringApp({ compare: () => Promise.resolve(compared) });
    const world = await BotWorld.open({ app });
    const answer = await world.slash("compare", { first: kettle.id, second: tidalTitle, third: "bees, roughly" });
    expect(app.calls.at(-1)?.[1]).toEqual([kettleTitle, tidalTitle, "bees, roughly"]);
    expect(textOf(answer)).toContain(`### Comparison: KettleNet, Tidal Attention and bees, roughly
**Problem**
- **KettleNet**: Kettles boil unheard. [1]
- **Tidal Attention**: Scrolls are long. [2]

**Figures**
- **KettleNet**: It draws 3 mW. [1]`);
    expect(textOf(await world.press(answer, "Sources"))).toContain("> Memory is linear.");
    await world.followUp(answer, "Which is newer?");
    const asked = app.calls.at(-1)?.[1] as Question;
    expect(asked.history[0]?.text).toBe("Compare KettleNet, Tidal Attention and bees, roughly.");
  });

  test("completes the title that is being typed, whatever stands in the others", async () => {
    const world = await BotWorld.open();
    const options = { first: kettleTitle, second: "tidal", third: "bees" };
    for (const [focused, title] of [
      ["second", tidalTitle],
      ["third", paperAt("Listening to Bees").title],
    ] as const) {
      const typed = await world.scene.autocomplete("compare", focused, options);
      expect((await typed.choices()).map(({ name }) => name)).toEqual([title]);
    }
  });

  test("answers in words where the product declines", async () => {
    const declined = makeAnswer({ outcome: "declined", kind: "comparison", text: "“Tea” is named twice." });
    const world = await BotWorld.open({ app: answeringApp({ compare: () => Promise.resolve(declined) }) });
    const answer = await world.slash("compare", { first: "tea", second: "tea" });
    expect(textOf(answer)).toContain("“Tea” is named twice.");
    expect(labelsOf(answer)).not.toContain("Sources");
  });
});

test("/help says in private what there is to do", async () => {
  const world = await BotWorld.open();
  const help = await world.slash("help");
  expect([isPrivate(help), textOf(help)]).toEqual([true, expect.stringContaining("10 machine-learning papers")]);
});

test("the commands are registered once, and again only when they changed", async () => {
  const world = await BotWorld.open();
  await world.restart();
  const puts = world.discord.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"));
  expect(puts).toHaveLength(1);
  expect(world.discord.commands.map(({ name }) => name)).toEqual([
    "ask",
    "find",
    "paper",
    "summary",
    "compare",
    "related",
    "settings",
    "privacy",
    "about",
    "help",
    "Ask Footnote about this",
    "Find papers like this",
  ]);
});
