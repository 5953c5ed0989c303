import { expect, test } from "vitest";
import { KnownTitles } from "../../../../src/answering/grounding/known-titles.ts";
import { BELLS, CORPUS, HERON, LANTERN, madeUpPaper, ORCHARD } from "../../../support/answering-corpus.ts";

const SHORT = madeUpPaper("Quiet Bells");
const TWIN = madeUpPaper("MossFormer: Something Else Entirely about Moss");
const LATEX = madeUpPaper("B$_2$L: Bells in Bells", { displayTitle: "B₂L: Bells in Bells" });
const titles = new KnownTitles([...CORPUS, SHORT, TWIN, LATEX, madeUpPaper("Patience")]);

function papersIn(text: string): string[][] {
  return titles.mentionsIn(text).map(({ papers }) => papers.map(({ title }) => title));
}

test.each([
  ["a full title", `As ${HERON.title} shows, it is so.`, HERON],
  ["a full title in other case and typography", HERON.title.toLowerCase().replaceAll(" ", "  "), HERON],
  ["a title within quotes", `“${BELLS.title}” is about bells.`, BELLS],
  ["the name before a colon", "Orchard-7's images are many.", ORCHARD],
  ["a short title in its own capitals", "See Quiet Bells for more.", SHORT],
  ["a name with raised or lowered digits", "B2L rings.", LATEX],
])("finds a paper by %s", (_, text, paper) => {
  expect(papersIn(text)).toContainEqual([paper.title]);
});

test("a name that two papers have stands for both", () => {
  expect(papersIn("MossFormer waters moss.")).toEqual([[expect.stringContaining("Learning about"), TWIN.title]]);
});

test.each([
  ["a short title in small letters", "They are quiet bells."],
  ["a title of one plain word", "Patience is needed."],
  ["words before a colon that are no name", "Church bells and snail mail are slow. Lantern light."],
  ["part of a title", LANTERN.title.split(":")[1] ?? ""],
  ["part of a longer name", "Orchard-75 is another."],
])("does not take %s for a paper", (_, text) => {
  expect(papersIn(text)).toEqual([]);
});

test("titles that begin alike are told apart", () => {
  const many = Array.from({ length: 100 }, (_, number) => madeUpPaper(`A Study of Bells and Towers, Volume ${number}`));
  const large = new KnownTitles(many);
  expect(large.mentionsIn("See a study of bells and towers, volume 77, for it.")).toHaveLength(1);
});
