import { describe, expect, test } from "vitest";

import { parsePage } from "../../../src/corpus/parse-page.ts";
import { fixtureText } from "./fixtures.ts";

const COMPACT = fixtureText("compact-page.txt");
const SPACED = fixtureText("spaced-page.txt");
const WITH_FACTS = fixtureText("spaced-page-with-facts.txt");

const COMPACT_TITLES = [
  "Teapot: Steeping Language Models in Fewer Tokens",
  "H$_2$Owl: Night Vision for Underwater Drones",
  "S^{3}ort: Sorting Networks that Sort Themselves",
  "Do Mice Dream of Gradient Descent?",
];

function titles(text: string): readonly string[] {
  return parsePage(text).entries.map((entry) => entry.title);
}

function places(text: string): readonly string[] {
  return parsePage(text).problems.map((problem) => problem.place);
}

/** A spaced page of one paper with this block of facts. */
function pageWith(...facts: readonly string[]): string {
  const paper = "Lamps: A Survey\n\nWe look at lamps.";
  return `Get trending papers in your email inbox!\n\nSubscribe\n\n${paper}\n\n${facts.join("\n")}\n`;
}

describe("parsePage() on a compact page", () => {
  test("takes lines in turn for titles and abstracts", () => {
    const { entries, problems } = parsePage(COMPACT);
    expect(entries.map((entry) => entry.title)).toEqual(COMPACT_TITLES);
    expect(entries[2]?.abstract).toMatch(/^Sorting networks are drawn by hand .* has 10\.$/);
    expect(entries.map((entry) => entry.place)).toEqual(["entry 1", "entry 2", "entry 3", "entry 4"]);
    expect(problems).toEqual([]);
  });

  test("reports an abstract that is missing and goes on with the next title", () => {
    const lines = COMPACT.split("\n").filter((line) => !line.startsWith("Cameras see"));
    const { entries, problems } = parsePage(lines.join("\n"));
    expect(entries.map((entry) => entry.title)).toEqual(COMPACT_TITLES);
    expect(entries[1]).not.toHaveProperty("abstract");
    expect(problems).toEqual([{ place: "entry 2", reason: `no abstract below the title "${COMPACT_TITLES[1]}"` }]);
  });

  test("reports an abstract whose title is missing and goes on with the next title", () => {
    const lines = COMPACT.split("\n").filter((line) => !line.startsWith("H$_2$Owl"));
    expect(titles(lines.join("\n"))).toEqual(COMPACT_TITLES.toSpliced(1, 1));
    expect(places(lines.join("\n"))).toEqual(["line 5"]);
  });

  test("reports a last title that has no abstract", () => {
    expect(titles(`${COMPACT}One Title Too Many\n`)).toEqual([...COMPACT_TITLES, "One Title Too Many"]);
    expect(places(`${COMPACT}One Title Too Many\n`)).toEqual(["entry 5"]);
  });

  test("takes a title that ends with a full stop for a title", () => {
    const text = `${COMPACT}No attention. No problem.\nWe go without and measure what is lost.\n`;
    expect(titles(text).at(-1)).toBe("No attention. No problem.");
    expect(places(text)).toEqual([]);
  });
});

describe("parsePage() on a spaced page", () => {
  test("takes paragraphs in turn for titles and abstracts", () => {
    const { entries, problems } = parsePage(SPACED);
    expect(entries.map((entry) => entry.title)).toEqual([
      "Pointing Without Pointers",
      "H$_2$Owl: Night Vision for Underwater Drones",
      "Which Way Is Up? Gravity Priors for Video Models",
    ]);
    expect(entries[2]?.abstract).toMatch(/^Video models let .* cups float\.$/);
    expect(problems).toEqual([]);
  });

  test("joins the paragraphs of an abstract", () => {
    expect(parsePage(WITH_FACTS).entries[0]?.abstract).toMatch(
      /^A reader .* 8\\% of full attention\. The lanterns .* 11\\%\.$/,
    );
  });

  test("reads authors, dates, comments and organisations, where an entry has them", () => {
    const { entries, problems } = parsePage(WITH_FACTS);
    expect(entries.map(({ place: _place, abstract: _abstract, ...rest }) => rest)).toEqual([
      {
        title: "Lanterns: Finding the Way Back in Long Contexts",
        authorCount: 10,
        published: "2024-10-12",
        commentCount: 3,
      },
      { title: "Teapot: Steeping Language Models in Fewer Tokens", authorCount: 1, published: "2023-12-31" },
      { title: "A Paper of Which the Page Tells Nothing More" },
      {
        title: "Kites: Cheap Drafts for Slow Models",
        organization: "ACME Research Labs",
        published: "2025-02-11",
        commentCount: 2,
      },
      { title: "The Last Day of the Year", authorCount: 128, published: "2025-12-31" },
    ]);
    expect(problems).toEqual([]);
  });

  test("keeps a title whose abstract is missing, with its facts", () => {
    const text = WITH_FACTS.replace(/A small kite.*\n\n/, "");
    expect(parsePage(text).entries[3]).toEqual({
      place: "entry 4",
      title: "Kites: Cheap Drafts for Slow Models",
      organization: "ACME Research Labs",
      published: "2025-02-11",
      commentCount: 2,
    });
    expect(places(text)).toEqual(["entry 4"]);
  });

  test("reports facts above the first title by their line", () => {
    const text = SPACED.replace(
      "Pointing Without Pointers",
      "  • 3 authors\n·\nOct 1, 2020\n\nPointing Without Pointers",
    );
    expect(titles(text)).toEqual(titles(SPACED));
    expect(places(text)).toEqual(["line 11"]);
  });

  test("reports a paragraph that is too much for the abstract above it, as one without a title", () => {
    const stray = `We go on. ${"And on. ".repeat(300)}`.trim();
    const text = SPACED.replace("Which Way Is Up", `${stray}\n\nWhich Way Is Up`);
    expect(parsePage(text).entries).toEqual(parsePage(SPACED).entries);
    expect(places(text)).toEqual(["line 19"]);
  });

  test("tells a long title, and one that ends in dots, from a paragraph", () => {
    const long = `A Long Title: ${"Very ".repeat(50)}Long`;
    const text = `${SPACED}\n${long}\n\nWe write long titles.\n\nTransformers or ....\n\nWe list what is left.\n`;
    expect(titles(text).slice(3)).toEqual([long, "Transformers or ...."]);
  });
});

describe("parsePage() on dates", () => {
  test.each([
    ["Feb 30, 2024", '"Feb 30, 2024" is no date of the calendar: left out'],
    ["Feb 29, 2023", '"Feb 29, 2023" is no date of the calendar: left out'],
    ["Foo 3, 2023", '"Foo 3, 2023" is no date of the calendar: left out'],
    ["Oct 12 2024", '"Oct 12 2024" is no date of the calendar: left out'],
    ["Oct 12", '"Oct 12" names no year, nor does any other date of the page: left out'],
  ])("reports %s and keeps the entry without a date", (date, reason) => {
    const { entries, problems } = parsePage(pageWith("  • 2 authors", "·", date));
    expect(entries).toEqual([
      { place: "entry 1", title: "Lamps: A Survey", abstract: "We look at lamps.", authorCount: 2 },
    ]);
    expect(problems).toEqual([{ place: "entry 1", reason }]);
  });

  test("reports a block of facts without a date", () => {
    expect(parsePage(pageWith("  • 2 authors", "·")).problems).toEqual([
      { place: "entry 1", reason: "the date is missing" },
    ]);
  });

  test("puts a bare date into the year that the caller names", () => {
    expect(parsePage(pageWith("  • 2 authors", "·", "Feb 29 7"), 2024).entries[0]).toMatchObject({
      published: "2024-02-29",
      commentCount: 7,
    });
  });

  test("leaves a written year alone, whatever year the caller names", () => {
    expect(parsePage(pageWith("·", "Jan 1, 2019"), 2024).entries[0]?.published).toBe("2019-01-01");
  });

  test("reports a paper of no authors", () => {
    expect(places(pageWith("  • 0 authors", "·", "Jan 1, 2019"))).toEqual(["entry 1"]);
  });
});

describe("parsePage() on text that was saved in another way", () => {
  test.each([
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["blanks at the ends of lines", (text: string) => text.replaceAll("\n", " \t\n")],
    ["blank lines at the end", (text: string) => `${text}\n\n\n`],
    ["no line end at the end", (text: string) => text.trimEnd()],
  ])("reads the same entries with %s", (_, change) => {
    for (const text of [COMPACT, SPACED, WITH_FACTS]) expect(parsePage(change(text))).toEqual(parsePage(text));
  });

  test("finds no page in other text", () => {
    expect(parsePage("Subscribed users write to us.\n\nWe answer.\n")).toEqual({
      entries: [],
      problems: [
        { place: "file", reason: "neither a catalogue in JSON lines nor a saved page of Hugging Face Daily Papers" },
      ],
    });
  });

  test("reports a page that ends below its heading", () => {
    expect(parsePage("new\n\nGet trending papers in your email inbox!\n\nSubscribe\n")).toEqual({
      entries: [],
      problems: [{ place: "file", reason: "the page lists no paper" }],
    });
  });

  test("leaves out a title of more than 500 characters, and an abstract of more than 20,000", () => {
    const text = `${COMPACT}${"Endless ".repeat(70)}\nWe go on.\nShort\n${"And on. ".repeat(3000)}\n`;
    const { entries, problems } = parsePage(text);
    expect(entries.slice(4)).toEqual([{ place: "entry 6", title: "Short" }]);
    expect(problems.map((problem) => problem.place)).toEqual(["entry 5", "entry 6"]);
  });
});
