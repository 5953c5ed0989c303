import { describe, expect, test } from "vitest";
import { comparePapers } from "../../../src/answering/compare-papers.ts";
import { declineQuestion } from "../../../src/answering/decline-question.ts";
import { namePapers } from "../../../src/answering/name-papers.ts";
import { whyNoModel, failureNote } from "../../../src/answering/model/failure-notes.ts";
import { phrasesFor } from "../../../src/answering/phrases/phrases-for.ts";
import { writeRefusal } from "../../../src/answering/write-answer.ts";
import { ChatError, EmbeddingError } from "../../../src/domain/errors.ts";
import type { Locale } from "../../../src/domain/locale.ts";
import { BEACON, CORPUS, LANTERN, madeUpPaper } from "../../support/answering-corpus.ts";
import { answererOf, vocabularyOf } from "../../support/answering-engine.ts";

const untold = madeUpPaper("Moss Clocks: Time from Growing Things", {});
const answerer = answererOf([...CORPUS, untold]);
const textOf = async (text: string, locale: Locale): Promise<string> =>
  (await answerer.answer({ text, history: [] }, { locale })).text;

describe("an answer in the person's language", () => {
  test("refuses in it, and names the nearest titles as they are", async () => {
    expect(await textOf("Who won the football world cup in 1954?", "de")).toBe(
      "Nichts in dieser Sammlung von 24 Papern beantwortet das.",
    );
    expect(writeRefusal(1, [LANTERN, BEACON], "de").text).toBe(
      "Nichts in dieser Sammlung von 1 Paper beantwortet das. Die nächstliegenden Titel, die vielleicht nicht passen: " +
        `„${LANTERN.title}“; „${BEACON.title}“.`,
    );
  });

  test("says in it what a paper does not state, and quotes the paper as it is", async () => {
    const text = await textOf("How many languages does the Lantern Decoding firefly model support?", "ja");
    expect(text).toMatch(
      /^該当する論文は「Lantern Decoding.*」です。ご質問の内容（「How many languages」）は当ボットのダイジェストに書かれていません（要旨は収録されていません）。書かれている内容：.*\. \[1\]$/,
    );
  });

  test("says in it what we are for, and that a question is too long", async () => {
    expect(await textOf("hello", "zh")).toMatch(/^我回答关于本库 \d+ 篇论文的问题/);
    expect(await textOf("b".repeat(4001), "fr")).toBe(
      "Ce texte compte 4001 caractères\u00A0; posez votre question en 4000 au plus.",
    );
  });

  test("says in it that only a title is known", async () => {
    const known = "De «Moss Clocks: Time from Growing Things» aquí solo se conoce el título.";
    expect((await answerer.summarizePaper(untold, "short", { locale: "es" })).text).toBe(known);
    expect((await answerer.comparePapers([LANTERN, untold], { locale: "es" })).text).toContain(known);
    expect((await answerer.summarizeTopic("", { locale: "es" })).text).toContain("no hay ninguna palabra");
  });

  test("turns a question in another language down in the question's own", () => {
    expect(declineQuestion("Wie schnell ist das und warum?", 829, "ja")?.draft.text).toContain("auf Englisch");
  });

  test("heads a comparison in it, and points from figures to the heading", () => {
    const { text } = comparePapers([LANTERN, BEACON], vocabularyOf(CORPUS), "de");
    expect(text.match(/^\p{L}+$/gmu)).toEqual(["Problem", "Methode", "Ergebnis", "Zahlen"]);
    expect(text).toContain("- Lantern Decoding: siehe oben unter „Ergebnis“. [1]");
  });

  test("says in it what is wrong with the titles to compare", () => {
    const textFor = (titles: readonly string[], found?: typeof LANTERN): unknown =>
      namePapers(titles, () => found, "fr");
    expect(textFor(["a"])).toMatchObject({ draft: { text: "Indiquez de 2 à 4 articles à comparer." } });
    expect(textFor(["a", "b"], LANTERN)).toMatchObject({
      draft: { text: expect.stringContaining("cité deux fois") as string },
    });
    expect(textFor(["a", "b"])).toMatchObject({
      draft: { text: expect.stringContaining("«\u00A0a\u00A0»") as string },
    });
  });
});

test("why a model wrote nothing is told in the person's language", () => {
  const tired = new ChatError("chat/rate-limited", "429");
  expect(failureNote(tired, phrasesFor("fr"))).toBe(
    "Le modèle de langage reçoit trop de demandes pour le moment\u00A0: ce que vous lisez, ce sont les phrases mêmes des articles.",
  );
  expect(whyNoModel(tired, phrasesFor("zh"))).toBe("语言模型目前请求过多。");
  expect(whyNoModel(new EmbeddingError("gone"), phrasesFor("en"))).toBe(
    "The language model is not available just now.",
  );
});
