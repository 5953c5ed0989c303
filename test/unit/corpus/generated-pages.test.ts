import {
  array,
  assert,
  constantFrom,
  date,
  integer,
  oneof,
  property,
  record,
  string,
  stringMatching,
  tuple,
  type Arbitrary,
} from "fast-check";
import { expect, test } from "vitest";

import type { Entry } from "../../../src/corpus/entry.ts";
import { parsePage } from "../../../src/corpus/parse-page.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NEWEST_YEAR = 2024;

const title = tuple(words(/^[a-zA-Z]{1,12}$/, 20), constantFrom("", "?", "!", ": A Survey")).map(
  ([text, end]) => text + end,
);
// Titles are told from paragraphs by how they end.
const paragraph = words(/^[a-z]{4,12}$/, 60).map((text) => `We ${text}.`);
const anyDay = date({ min: new Date("2017-01-01"), max: new Date("2025-12-31"), noInvalidDate: true });

const facts = record(
  {
    published: anyDay.map((day) => day.toISOString().slice(0, 10)),
    authorCount: integer({ min: 1, max: 3000 }),
    organization: words(/^[a-zA-Z]{1,12}$/, 4),
    commentCount: integer({ min: 1, max: 999 }),
  },
  { requiredKeys: ["published"] },
);

const plainPaper = record({ title, paragraphs: tuple(paragraph) });
const spacedPaper = record(
  {
    title,
    paragraphs: array(paragraph, { minLength: 1, maxLength: 3 }),
    facts,
  },
  { requiredKeys: ["title", "paragraphs"] },
);

/** One to `most` words of this shape. */
function words(shape: RegExp, most: number): Arbitrary<string> {
  return array(stringMatching(shape), { minLength: 1, maxLength: most }).map((list) => list.join(" "));
}

interface Paper {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts?: Pick<Entry, "authorCount" | "organization" | "commentCount"> & { readonly published: string };
}

function renderFacts(known: NonNullable<Paper["facts"]>): string {
  const [year, month, day] = known.published.split("-").map(Number);
  const monthAndDay = `${MONTHS[(month ?? 1) - 1]} ${day}`;
  return [
    ...(known.organization === undefined ? [] : [`handle ${known.organization}`]),
    ...(known.authorCount === undefined ? [] : [`  • ${known.authorCount} authors`]),
    "·",
    (year === NEWEST_YEAR + 1 ? monthAndDay : `${monthAndDay}, ${year}`) +
      (known.commentCount === undefined ? "" : ` ${known.commentCount}`),
  ].join("\n");
}

function renderSpaced(papers: readonly Paper[]): string {
  const heading = ["new", "Get trending papers in your email inbox!", "Subscribe", "Daily Papers", "Oct 31"];
  const blocks = papers.flatMap((paper) => [
    paper.title,
    ...paper.paragraphs,
    ...(paper.facts === undefined ? [] : [renderFacts(paper.facts)]),
  ]);
  return [...heading, ...blocks].join("\n\n");
}

function renderCompact(papers: readonly Paper[]): string {
  const lines = papers.flatMap((paper) => [paper.title, ...paper.paragraphs]);
  return `Get trending papers in your email inbox!\nSubscribe${lines.join("\n")}\n`;
}

function expected(papers: readonly Paper[]): readonly Entry[] {
  return papers.map((paper, index) => ({
    place: `entry ${index + 1}`,
    title: paper.title,
    abstract: paper.paragraphs.join(" "),
    ...paper.facts,
  }));
}

test("parsePage() reads any compact page that we can write", () => {
  assert(
    property(array(plainPaper, { minLength: 1, maxLength: 20 }), (papers) => {
      expect(parsePage(renderCompact(papers))).toEqual({ entries: expected(papers), problems: [] });
    }),
  );
});

test("parsePage() reads any spaced page that we can write", () => {
  assert(
    property(array(spacedPaper, { minLength: 1, maxLength: 20 }), (papers) => {
      expect(parsePage(renderSpaced(papers), NEWEST_YEAR + 1)).toEqual({ entries: expected(papers), problems: [] });
    }),
  );
});

test("parsePage() never throws, whatever stands below the heading", () => {
  const line = oneof(
    string({ maxLength: 40 }),
    constantFrom("", "·", "  • 3 authors", "Oct 3", "Jan 1, 2020 4", "A Title", "A text."),
  );
  assert(
    property(array(line, { maxLength: 40 }), (lines) => {
      const { entries } = parsePage(`Get trending papers in your email inbox!\n${lines.join("\n")}`);
      expect(entries.length).toBeLessThanOrEqual(lines.length);
    }),
  );
});
