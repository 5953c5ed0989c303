import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderCard } from "../../../src/discord/render/render-card.ts";
import { renderHelp } from "../../../src/discord/render/render-help.ts";
import { renderNotice } from "../../../src/discord/render/render-notice.ts";
import { renderPaperList } from "../../../src/discord/render/render-paper-list.ts";
import { LOCALES } from "../../../src/domain/locale.ts";
import { wordsFor } from "../../../src/discord/words/words-for.ts";
import { inventPaper, paperAt, PAPERS } from "../../support/papers.ts";
import { anyPaper, anyText, expectWithinLimits, labelsOf, nodesOf, textOf } from "./pages.ts";

const words = wordsFor("en");

describe("renderPaperList()", () => {
  const list = {
    heading: "### Papers on “tea”",
    papers: PAPERS.slice(0, 7),
    total: "7 papers",
    aside: "2 without a known date left out",
  };

  test("shows five papers a page with their sentence, date and link, and turns pages by its id", () => {
    const [first] = renderPaperList(list, { id: "list-id", words });
    const [second] = renderPaperList(list, { id: "list-id", words, page: 1 });
    expect(first && textOf(first)).toContain(`### Papers on “tea”
**1.** **KettleNet: Spiking Neural Networks for Boiling Water Detection**
KettleNet hears when water boils, with spiking neurons, at 3 mW.
-# 2 Apr 2023 · [code](https://github.com/example/kettlenet)`);
    expect(first && textOf(first)).toContain(
      "-# Page 1 of 2 · 7 papers · sentences from our digest · 2 without a known date left out",
    );
    expect(second && textOf(second)).toContain("**7.** **Night Trains");
    const buttons = first ? nodesOf(first).filter(({ label }) => label !== undefined) : [];
    expect(buttons.map(({ custom_id: id, disabled }) => [id, disabled])).toEqual([
      ["list:list-id:-1", true],
      ["list:list-id:1", false],
    ]);
  });

  test("has no page buttons where one page is all, and takes the nearest page that there is", () => {
    const [page] = renderPaperList(
      { ...list, papers: PAPERS.slice(0, 1), total: "1 paper" },
      { id: "list-id", words, page: 99 },
    );
    expect(page && labelsOf(page)).toEqual([]);
    expect(page && textOf(page)).toContain("-# 1 paper");
  });

  test("is always one message that keeps every limit", () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { minLength: 1, maxLength: 25 }), fc.integer(), (papers, wanted) => {
        const pages = renderPaperList({ ...list, papers }, { id: "0123456789ab", words, page: wanted });
        expect(pages).toHaveLength(1);
        for (const page of pages) expectWithinLimits(page);
      }),
    );
  });
});

describe("renderCard()", () => {
  test("shows what is known of a paper, and whose words they are", () => {
    const [page] = renderCard(paperAt("KettleNet"), { words });
    expect(page && textOf(page)).toBe(`### KettleNet: Spiking Neural Networks for Boiling Water Detection
-# 2 Apr 2023

**KettleNet hears when water boils, with spiking neurons, at 3 mW.**

KettleNet is a spiking neural network that listens to a kettle through one cheap microphone. It detects boiling water with 96.4% accuracy and draws 3 mW on a small chip.
-# from our digest`);
    expect(page && labelsOf(page)).toEqual(["Summary", "Related papers", "Code"]);
  });

  test("prefers the authors' abstract, and names authors and organization", () => {
    const paper = inventPaper("Tea", {
      abstract: "We brew.",
      tldr: "They brew.",
      authorCount: 1,
      organization: "Pot_Lab",
    });
    const [page] = renderCard(paper, { words });
    expect(page && textOf(page)).toBe(String.raw`### Tea
-# 1 author · Pot\_Lab

We brew.
-# from the abstract`);
  });

  test("says when it is only the closest title, and offers the next", () => {
    const [page] = renderCard(inventPaper("Tea"), { words, typed: "teee", others: [inventPaper("Coffee")] });
    expect(page && textOf(page)).toContain("Only the title of this paper is known here.");
    expect(page && textOf(page)).toContain("-# The closest title to “teee”.");
    expect(page && nodesOf(page).find(({ options }) => options)?.placeholder).toBe("Not this one? Other titles");
  });

  test("keeps every limit", () => {
    fc.assert(
      fc.property(anyPaper, fc.array(anyPaper, { maxLength: 4 }), anyText(300), (paper, others, typed) => {
        for (const page of renderCard(paper, { words, others, typed })) expectWithinLimits(page);
      }),
    );
  });
});

test("renderHelp() and renderNotice() keep every limit", () => {
  for (const locale of LOCALES) for (const page of renderHelp(829, wordsFor(locale))) expectWithinLimits(page);
  fc.assert(fc.property(anyText(6000), (text) => renderNotice(`So: ${text}`).forEach(expectWithinLimits)));
});
