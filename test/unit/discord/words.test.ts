import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../../src/domain/locale.ts";
import { wordsFor } from "../../../src/discord/words/words-for.ts";
import { wordsIn, wordsOf } from "../../../src/discord/words/words-of.ts";
import { hasForeignMarks, sentencesOf, shownIn } from "../../support/sentences.ts";
import { literalsForPeople } from "../../support/literals.ts";

const english = sentencesOf(wordsFor("en"));
const places = [...english.keys()];

/** Characters that Discord allows, or that leave room for what stands beside, by place. */
const LIMITS: readonly (readonly [place: RegExp, limit: number])[] = [
  [/^buttons\./, 80],
  [/^placeholders\./, 150],
  [/^optionNotes\./, 80],
  [/^choices\./, 80],
  [/^modals\..*\.title$/, 45],
  [/^modals\..*\.label$/, 45],
  [/^modals\..*\.(?:description|placeholder)$/, 100],
  [/^panels\..*utton$/, 80],
  [/^panels\.messages\.(?:about|similar)$/, 32],
  [/^panels\.settings\.(?:isPrivate|usesThreads)$/, 80],
  [/^panels\.settings\.(?:perPerson|perServer)$/, 100],
  [/^panels\.settings\.channelsPlaceholder$/, 150],
  [/^panels\..*modal\.(?:title|label)$/, 45],
  [/^panels\..*modal\.description$/, 100],
  [/^commands\..*\.name$/, 32],
  [/^commands\..*\.description$/, 100],
  [/^commands\..*\.choices\./, 100],
  [/./, 1500],
];
const COMMAND_NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** Words that are the same in English and another language. */
const SAME_WORDS = new Set(["de: paper", "de: Code", "fr: Sources", "fr: Code", "fr: code", "fr: question"]);
/** Not for people. */
const SETTINGS = new Set(["locale", "tag"]);

test("interactions are answered in the person's language, messages in the server's, everything else in English", () => {
  expect(wordsOf({ locale: "es-419" }).locale).toBe("es");
  expect(wordsOf({ locale: "pt-BR" }).locale).toBe("en");
  expect(wordsIn({ preferredLocale: "zh-CN" }).locale).toBe("zh");
  expect(wordsIn(null).locale).toBe("en");
});

describe.each(LOCALES.map((locale) => [locale, sentencesOf(wordsFor(locale))] as const))("in %s", (locale, words) => {
  const isNamedInEnglish = locale === "ja" || locale === "zh";
  const isCommandName = (place: string): boolean => /^commands\..*\.name$/.test(place);

  test("no sentence is missing or empty", () => {
    expect([...words.keys()]).toEqual(places);
    expect([...words].filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
  });

  test.skipIf(locale === "en")("no sentence is English", () => {
    const isForPeople = (place: string): boolean =>
      !SETTINGS.has(place) && !(isNamedInEnglish && isCommandName(place)) && /\p{L}/u.test(english.get(place) ?? "");
    const same = [...words].filter(
      ([place, sentence]) =>
        isForPeople(place) && sentence === english.get(place) && !SAME_WORDS.has(`${locale}: ${sentence}`),
    );
    expect(same).toEqual([]);
  });

  test("every sentence shows what it is about", () => {
    expect(places.map((place) => [place, shownIn(words.get(place) ?? "")])).toEqual(
      places.map((place) => [place, shownIn(english.get(place) ?? "")]),
    );
  });

  test("no sentence is longer than its place allows", () => {
    const limitOf = (place: string): number => LIMITS.find(([pattern]) => pattern.test(place))?.[1] ?? 0;
    expect([...words].filter(([place, sentence]) => sentence.length > limitOf(place))).toEqual([]);
  });

  test("every sentence has the marks of its language", () => {
    const spoken = [...words].filter(([place]) => !isCommandName(place));
    expect(spoken.filter(([, sentence]) => hasForeignMarks(sentence, locale))).toEqual([]);
  });

  test("commands and options have names that Discord takes, each its own", () => {
    const names = [...words].filter(([place]) => isCommandName(place));
    for (const [, name] of names) {
      expect(name).toMatch(COMMAND_NAME);
      expect(name).toBe(name.toLowerCase());
    }
    if (isNamedInEnglish)
      expect(names.map(([place]) => words.get(place))).toEqual(names.map(([place]) => english.get(place)));
    const siblings = Map.groupBy(names, ([place]) => (place.split(".").length === 3 ? "" : place.split(".")[1]));
    for (const together of siblings.values()) {
      expect(new Set(together.map(([, name]) => name)).size).toBe(together.length);
    }
  });

  test("one is not many", () => {
    const { lists, card, help } = wordsFor(locale);
    const changes = (say: (count: number) => string): boolean => say(1).replace("1", "2") !== say(2);
    const hasPlurals = new Intl.PluralRules(wordsFor(locale).tag).resolvedOptions().pluralCategories.length > 1;
    expect([changes(card.authors), changes(help.about)]).toEqual([hasPlurals, hasPlurals]);
    // "1 Paper, 2 Paper".
    expect(changes(lists.papers)).toBe(hasPlurals && locale !== "de");
  });
});

describe("sentences outside words/", () => {
  const folder = "src/discord";
  /** What its owner reads, for the reasons of a DiscordLostError. */
  const OWNERS_FILE = "gateway-loss.ts";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("words/") && file !== OWNERS_FILE,
  );
  /** What is the same in all languages: a name, what everybody sees at once, what no person reads. */
  const ALLOWED = new Set(["### Footnote", "questions about papers", "Compare …."]);

  test.each(files)("%s has none", (file) => {
    const literals = literalsForPeople(readFileSync(join(folder, file), "utf8"));
    expect(literals.filter((literal) => !ALLOWED.has(literal))).toEqual([]);
  });

  test("are found where there are some, and not among the owner's", () => {
    const code =
      'log.warn("No tea."); throw new TeaError("No tea."); const a = [`${1} cup of tea`, "Stop", "two cups", "x"];';
    expect(literalsForPeople(code)).toEqual(["… cup of tea", "Stop", "two cups"]);
    expect(literalsForPeople('const a = { b: "A cup" } satisfies Tea<"x y">;')).toEqual(["A cup"]);
    expect(literalsForPeople('new Refusal(() => "No tea.")')).toEqual(["No tea."]);
  });
});
