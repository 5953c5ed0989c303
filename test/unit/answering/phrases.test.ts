import { describe, expect, test } from "vitest";
import { aspectNames } from "../../../src/domain/aspects.ts";
import { LOCALES } from "../../../src/domain/locale.ts";
import { phrasesFor } from "../../../src/answering/phrases/phrases-for.ts";
import { hasForeignMarks, sentencesOf, shownIn } from "../../support/sentences.ts";

const english = sentencesOf(phrasesFor("en"));

test("answering speaks English to whoever says nothing about their language", () => {
  expect(phrasesFor()).toBe(phrasesFor("en"));
  expect(aspectNames()).toEqual(["Problem", "Method", "Result", "Figures"]);
});

describe.each(LOCALES.map((locale) => [locale, sentencesOf(phrasesFor(locale))] as const))(
  "in %s",
  (locale, phrases) => {
    const places = [...english.keys()];

    test("no phrase is missing or empty", () => {
      expect([...phrases.keys()]).toEqual(places);
      expect(places.filter((place) => phrases.get(place)?.trim() === "" && !place.startsWith("separators."))).toEqual(
        [],
      );
    });

    test.skipIf(locale === "en")("no phrase is English", () => {
      const isWord = (place: string): boolean => /\p{L}/u.test(english.get(place) ?? "");
      expect(places.filter((place) => isWord(place) && phrases.get(place) === english.get(place))).toEqual([]);
    });

    test("every phrase shows what it is about", () => {
      const shown = (place: string) => shownIn(phrases.get(place) ?? "");
      expect(places.map((place) => [place, shown(place)])).toEqual(
        places.map((place) => [place, shownIn(english.get(place) ?? "")]),
      );
    });

    test("every phrase has the marks of its language", () => {
      expect([...phrases].filter(([, phrase]) => hasForeignMarks(phrase, locale))).toEqual([]);
    });

    test("a comparison's headings are different words on one line each", () => {
      const names = aspectNames(locale);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
      for (const name of names) expect(name).toMatch(/^\p{L}+$/u);
    });
  },
);
