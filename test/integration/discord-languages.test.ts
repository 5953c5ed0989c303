import { Locale } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Answer, AnswerOptions } from "../../src/domain/answer.ts";
import { LOCALES } from "../../src/domain/locale.ts";
import { phrasesFor } from "../../src/answering/phrases/phrases-for.ts";
import { wordsFor } from "../../src/discord/words/words-for.ts";
import { makeAnswer } from "../support/cli-app.ts";
import { paperAt, PAPERS } from "../support/papers.ts";
import { answeringApp, answerTo, BotWorld, CITATIONS, isPrivate, labelsOf, textOf } from "./discord-bot-world.ts";

/** Refuses in the language that is wanted, as the product does. */
function refuse({ locale }: AnswerOptions = {}): Answer {
  return makeAnswer({
    outcome: "no-evidence",
    text: phrasesFor(locale).refusal(PAPERS.length),
    seeAlso: [paperAt("KettleNet")],
  });
}

/** A Discord on which one person has another language, and the bot refuses every question. */
async function openFor(locale: string): Promise<BotWorld> {
  const world = await BotWorld.open({ app: answeringApp({ ask: async (_question, options) => refuse(options) }) });
  world.discord.setLocale("bob", locale);
  return world;
}

describe.each([
  ["a German", "de", { find: "suchen", query: "suche" }],
  ["a Japanese", "ja", { find: "find", query: "query" }],
  ["a Chinese", "zh-CN", { find: "find", query: "query" }],
  ["a Mexican", "es-419", { find: "buscar", query: "consulta" }],
] as const)("%s person", (_, locale, names) => {
  const words = wordsFor(LOCALES.find((known) => locale.startsWith(known)) ?? "en");

  test("is offered commands in their language, and uses them", async () => {
    const world = await openFor(locale);
    const offered = world.discord.commandsFor("bob", "general");
    const find = offered.find(({ name }) => name === "find");
    expect(find).toMatchObject({ name_localized: names.find, description_localized: words.commands.find.description });
    const list = await world.slash("find", { query: "tea", since: "2020" }, { as: "bob" });
    const shown = [words.quoted("tea"), words.lists.since("2020-01-01")].join(words.comma);
    expect(textOf(list)).toContain(words.headings.papersOn(shown));
    expect(textOf(list)).toContain(words.lists.page(1, 2));
    expect(labelsOf(list)).toEqual(expect.arrayContaining([words.buttons.previous, words.buttons.next]));
    const next = await world.press(list, words.buttons.next, { as: "bob" });
    expect(textOf(next)).toContain(words.lists.page(2, 2));
    // Whoever else turns its pages gets a copy that is all in one language.
    expect(textOf(await world.press(list, words.buttons.previous))).toContain(words.lists.page(1, 2));
  });

  test("is refused in their language, with buttons and a modal that say so too", async () => {
    const world = await openFor(locale);
    const refusal = await world.slash("ask", { question: "Why?" }, { as: "bob" });
    expect(textOf(refusal)).toContain(phrasesFor(words.locale).refusal(PAPERS.length));
    expect(textOf(refusal)).toContain(words.smallPrint.followUp.mention);
    const opened = await world.scene.press(refusal, words.buttons.followUp, { as: "bob" });
    const modal = await opened.modal();
    expect(modal.title).toBe(words.modals.followUp.title);
    const answer = await (await world.scene.submit(modal, { [words.modals.followUp.label]: "And now?" })).reply();
    expect(textOf(answer)).toContain(phrasesFor(words.locale).refusal(PAPERS.length));
    const card = await world.select(answer, words.placeholders.openNearby, [paperAt("KettleNet").title], { as: "bob" });
    expect(labelsOf(card)).toEqual([words.buttons.summary, words.buttons.related, words.buttons.link.code]);
  });

  test("is told in their language, and in private, what went wrong", async () => {
    const world = await openFor(locale);
    const wrong = await world.slash("find", { query: "tea", until: "soon" }, { as: "bob" });
    expect([isPrivate(wrong), textOf(wrong)]).toEqual([
      true,
      words.refusals.noDay(words.commands.find.options.until.name),
    ]);
    const list = await world.slash("find", { query: "tea" }, { as: "bob" });
    world.records.forgetPerson(world.discord.user("bob").id);
    const forgotten = await world.press(list, words.buttons.next, { as: "bob" });
    expect(textOf(forgotten)).toBe(words.refusals.forgottenList);
  });
});

test("a command used by its German name reaches us by its own, with its options", async () => {
  const world = await BotWorld.open();
  world.discord.setLocale("bob", "de");
  const asked = await world.slash("fragen", { question: "Wie?", private: true }, { as: "bob" });
  expect([isPrivate(asked), labelsOf(asked)[0]]).toEqual([true, "Quellen"]);
});

test("everybody reads the buttons' answers in their own language, whoever asked", async () => {
  const world = await BotWorld.open();
  world.discord.setLocale("bob", "fr");
  const answer = await world.slash("ask", { question: "How?" });
  const sources = await world.press(answer, "Sources", { as: "bob" });
  expect(textOf(sources)).toContain("nos mots, pas ceux des auteurs");
  expect(textOf(await world.press(answer, "Sources"))).toContain("our words, not the authors’");
});

test("a comparison is headed in the language of whoever asked", async () => {
  const compared = makeAnswer({
    kind: "comparison",
    text: "Ergebnis\n- KettleNet: It draws 3 mW. [1]",
    citations: CITATIONS.slice(0, 1),
  });
  const world = await BotWorld.open({ app: answeringApp({ compare: async () => compared }) });
  world.discord.setLocale("bob", "de");
  const titles = { first: paperAt("KettleNet").title, second: paperAt("Tidal Attention").title };
  const answer = await world.slash("compare", titles, { as: "bob" });
  expect(textOf(answer)).toMatch(
    /^### Vergleich: KettleNet und Tidal Attention\n\*\*Ergebnis\*\*\n- \*\*KettleNet\*\*:/,
  );
  expect(textOf(answer)).toContain("-# 02.04.2023 · aus unserer Kurzfassung · [Code](");
});

describe("a mention", () => {
  test("is answered in the language of the server, whoever writes", async () => {
    const ask = async (_question: unknown, options?: AnswerOptions) => refuse(options);
    const world = await BotWorld.open({ app: answeringApp({ ask }), discord: { guildLocale: Locale.French } });
    world.discord.setLocale("alice", "de");
    const refusal = textOf(await world.mention("Pourquoi ?"));
    expect(refusal).toContain("Rien dans cette collection de 10 articles ne répond à cette question.");
    expect(refusal).toContain(wordsFor("fr").smallPrint.followUp.reply);
    expect(textOf(await world.mention(" "))).toBe(wordsFor("fr").hints.mention);
    const direct = await world.ask("Why?", { in: await world.scene.dm() });
    expect(textOf(direct)).toContain("Nothing in this collection");
  });

  test("that fails is told so in the language of the server", async () => {
    const ask = async () => {
      throw new TypeError("No tea");
    };
    const world = await BotWorld.open({ app: answeringApp({ ask }), discord: { guildLocale: Locale.Japanese } });
    expect(textOf(await world.mention("なぜ？"))).toMatch(/番号 \w{8} を添えて/);
  });
});

test("an answer that is still being written says so, and stops, in the language of whoever asked", async () => {
  const begun = Promise.withResolvers<void>();
  const world = await BotWorld.open({
    app: answeringApp({
      ask: async (question, options = {}) => {
        const { signal, onPartial } = options;
        onPartial?.({ text: "One. [1]", citations: CITATIONS.slice(0, 1) });
        begun.resolve();
        await new Promise((resolve) => signal?.addEventListener("abort", resolve));
        return { ...answerTo(question), note: phrasesFor(options.locale).stopped };
      },
    }),
  });
  world.discord.setLocale("bob", "zh-CN");
  const asked = await world.scene.slash("ask", { question: "How?" }, { as: "bob" });
  await begun.promise;
  const draft = await asked.reply();
  expect(textOf(draft)).toContain("还在写……");
  const notTheirs = await world.press(draft, "停止");
  expect([isPrivate(notTheirs), textOf(notTheirs)]).toEqual([true, "Only whoever asked can stop this answer."]);
  await world.scene.press(draft, "停止", { as: "bob" });
  await world.scene.sees((message) => textOf(message).includes("回答在此处被停止。"), { as: "bob" });
});
