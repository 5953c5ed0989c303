import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoteQuestion, renderAnswer } from "../../../src/discord/render/render-answer.ts";
import { renderBrokenOff, renderDraft } from "../../../src/discord/render/render-draft.ts";
import { renderSources } from "../../../src/discord/render/render-sources.ts";
import { wordsFor } from "../../../src/discord/words/words-for.ts";
import { makeAnswer } from "../../support/cli-app.ts";
import { inventPaper, paperAt } from "../../support/papers.ts";
import { anyAnswer, expectWithinLimits, labelsOf, nodesOf, textOf } from "./pages.ts";

const words = wordsFor("en");
const kettle = paperAt("KettleNet");
const tidal = paperAt("Tidal Attention");
const answered = makeAnswer({
  text: "It hears water boil at 3 mW. [1] It reads *far*. [2]",
  citations: [
    { number: 1, paper: kettle, evidence: [{ sentence: "KettleNet draws 3 mW.", source: "digest" }] },
    {
      number: 2,
      paper: tidal,
      evidence: [
        { sentence: "We read a million tokens.", source: "abstract" },
        { sentence: "Memory grows linearly.", source: "digest" },
      ],
    },
  ],
  seeAlso: [paperAt("Ferry Schedules")],
});

/** One page, or the test fails. */
function onlyPage<Page>(pages: readonly Page[]): Page {
  expect(pages).toHaveLength(1);
  const [page] = pages;
  if (page === undefined) throw new Error("There is no page");
  return page;
}

describe("renderAnswer()", () => {
  test("shows the text, what it cites by title with date and link, and how to go on", () => {
    const page = onlyPage(
      renderAnswer(answered, { words, id: "answer", reach: "mention", opening: quoteQuestion("Does it\n*hear*?") }),
    );
    expect(textOf(page)).toBe(
      String.raw`> Does it \*hear\*?

It hears water boil at 3 mW. [1] It reads \*far\*. [2]

**[1]** KettleNet: Spiking Neural Networks for Boiling Water Detection
-# 2 Apr 2023 · from our digest · [code](https://github.com/example/kettlenet)

**[2]** Tidal Attention: Linear Memory for Very Long Scrolls
-# 1 Sept 2024 · from the abstract and from our digest · [project page](https://example.org/tidal)

-# To follow up, press the button or mention me.`,
    );
    expect(labelsOf(page)).toEqual(["Sources", "Ask a follow-up", "Related papers", "Helpful", "Not helpful"]);
    const menu = nodesOf(page).find(({ options }) => options !== undefined);
    expect(menu?.options?.map(({ description }) => description)).toEqual([
      "cited as [1] · 2 Apr 2023",
      "cited as [2] · 1 Sept 2024",
      "see also · 29 Feb 2020",
    ]);
  });

  test("says how to follow up by what the place allows", () => {
    const prints = (["reply", "mention", "button", "direct"] as const).map((reach) =>
      textOf(onlyPage(renderAnswer(answered, { words, id: "answer", reach })))
        .split("-# ")
        .at(-1),
    );
    expect(prints).toEqual([
      "To follow up, press the button, mention me, or reply to this with the ping on.",
      "To follow up, press the button or mention me.",
      "To follow up, press the button.",
      "To follow up, just write.",
    ]);
  });

  test("offers no sources where nothing is cited, and says of the nearest papers that they may not fit", () => {
    const refused = makeAnswer({ outcome: "no-evidence", text: "Nothing answers that.", seeAlso: [kettle] });
    const page = onlyPage(renderAnswer(refused, { words, id: "answer", reach: "reply" }));
    expect(labelsOf(page)).toEqual(["Ask a follow-up", "Helpful", "Not helpful"]);
    const menu = nodesOf(page).find(({ options }) => options !== undefined);
    expect(menu?.placeholder).toBe("Open a nearby paper");
    expect(menu?.options?.[0]?.description).toBe("may not fit · 2 Apr 2023");
  });

  test("keeps a topic's list a list, and sets a comparison under its titles", () => {
    const topic = makeAnswer({ ...answered, kind: "topic", text: "- One. [1]\n- Two - or so. [2]" });
    expect(textOf(onlyPage(renderAnswer(topic, { words, id: "a", reach: "reply" })))).toMatch(
      /^- One\. \[1\]\n- Two - or so\. \[2\]\n/,
    );
    const compared = makeAnswer({
      ...answered,
      kind: "comparison",
      text: `${kettle.displayTitle}: Boils. [1]\n\n${tidal.displayTitle}: Flows. [2]`,
    });
    expect(textOf(onlyPage(renderAnswer(compared, { words, id: "a", reach: "reply" })))).toContain(
      `**${kettle.displayTitle}**\nBoils. [1]\n\n**${tidal.displayTitle}**\nFlows. [2]`,
    );
  });

  test("sets a comparison's aspects as headings, and its papers' names in bold, in a comparison only", () => {
    const text = `Problem
- KettleNet: It is: loud. [1]
- ${tidal.displayTitle}: It is long. [2]

Result

- Tidal Attention: It flows. [2]
- Teapot: It says none.
Results
Figures`;
    const show = (kind: "comparison" | "topic") =>
      textOf(onlyPage(renderAnswer(makeAnswer({ ...answered, kind, text }), { words, id: "a", reach: "reply" }))).split(
        "\n\n**[1]**",
      )[0];
    expect(show("comparison")).toBe(`**Problem**
- **KettleNet**: It is: loud. [1]
- **${tidal.displayTitle}**: It is long. [2]

**Result**
- **Tidal Attention**: It flows. [2]
- Teapot: It says none.
Results
**Figures**`);
    expect(show("topic")).toBe(text);
  });

  test("says under its text how it came about, and last which model took part", () => {
    const use = { requests: 1, promptTokens: 1, completionTokens: 1, isEstimated: false, isCached: false };
    const model = { model: `m_${"x".repeat(99)}`, ...use, prompts: {}, removed: [] };
    const trace = { ...answered.trace, model };
    const noted = makeAnswer({ ...answered, note: "It\n# broke *off*.", trace });
    const text = textOf(onlyPage(renderAnswer(noted, { words, id: "a", reach: "button" })));
    expect(text).toContain("[2]\n\n-# It # broke \\*off\\*.\n\n**[1]**");
    expect(text).toMatch(
      /To follow up, press the button\. Language model: m\\_x{57}…; every sentence is checked against the papers\.$/,
    );
    const refused = makeAnswer({ outcome: "no-evidence", text: "Nothing.", trace });
    expect(textOf(onlyPage(renderAnswer(refused, { words, id: "a", reach: "button" })))).not.toContain(
      "Language model",
    );
  });

  test("begins a long text below the question, not on a message of its own", () => {
    const text = Array.from({ length: 38 }, (_, index) => `Sentence ${index} says ${"so ".repeat(28)}much. [1]`).join(
      " ",
    );
    const [first] = renderAnswer(makeAnswer({ ...answered, text }), {
      words,
      id: "a",
      reach: "reply",
      opening: "> Much?",
    });
    expect(text.length).toBeGreaterThan(3900);
    expect(first && textOf(first).length).toBeGreaterThan(3500);
  });

  test("begins a paragraph on the next message where little more than a sentence would fit on this one", () => {
    const sentences = (count: number) => `It says ${"so ".repeat(40)}much. [1] `.repeat(count).trim();
    const text = `${sentences(27)}\n\n${sentences(20)}`;
    const [first] = renderAnswer(makeAnswer({ ...answered, text }), { words, id: "a", reach: "reply" });
    expect(first && textOf(first)).toBe(sentences(27));
  });

  test("makes no link of a mark that the text would like to be one, and no mark of another number", () => {
    const text = "Read [1](https://evil.example) and [7].";
    const page = onlyPage(renderAnswer(makeAnswer({ ...answered, text }), { words, id: "a", reach: "reply" }));
    expect(textOf(page)).toContain(String.raw`Read \[1\](https://evil.example) and \[7\].`);
  });

  test("splits a long answer between sentences and references, with the buttons at its end", () => {
    const sentences = Array.from({ length: 60 }, (_, index) => `Sentence ${index} says ${"so ".repeat(30)}much. [1]`);
    const pages = renderAnswer(makeAnswer({ ...answered, text: sentences.join(" ") }), {
      words,
      id: "a",
      reach: "reply",
    });
    expect(pages.length).toBeGreaterThan(1);
    const texts = pages.map(textOf);
    for (const sentence of sentences) expect(texts.some((text) => text.includes(sentence))).toBe(true);
    expect(pages.map((page) => labelsOf(page).length)).toEqual([...pages.slice(1).map(() => 0), 5]);
    for (const page of pages) expectWithinLimits(page);
  });

  test("keeps every limit, whatever the papers are called and the text says", () => {
    fc.assert(
      fc.property(anyAnswer, anyAnswer, (answer, { text }) => {
        for (const page of renderAnswer(answer, {
          words,
          id: "0123456789ab",
          reach: "reply",
          opening: quoteQuestion(text),
        })) {
          expectWithinLimits(page);
        }
        for (const page of renderSources(answer, words)) expectWithinLimits(page);
      }),
    );
  });
});

describe("renderDraft()", () => {
  test("keeps every limit in one message with its button, whatever is proved by then", () => {
    fc.assert(
      fc.property(anyAnswer, anyAnswer, (answer, { text }) => {
        const draft = renderDraft(answer, {
          words,
          id: "0123456789ab",
          opening: quoteQuestion(text),
          kind: answer.kind,
        });
        expectWithinLimits(draft);
        expect(labelsOf(draft)).toEqual(["Stop"]);
        expect(textOf(draft)).toMatch(/-# Still writing….*$/);
        const broken = renderBrokenOff(
          { ...answer, note: text },
          { words, opening: quoteQuestion(text), kind: answer.kind },
        );
        for (const page of broken) expectWithinLimits(page);
      }),
    );
  });

  test("says that more follows only where one message does not hold it", () => {
    const draft = (text: string) => textOf(renderDraft({ ...answered, text }, { words, id: "a" }));
    expect(draft("Short. [1]")).toMatch(/\*\*\[1\]\*\* KettleNet[^]*-# Still writing…$/);
    const long = draft("Long enough by far, this is. [1] ".repeat(200));
    expect(long.length).toBeGreaterThan(3800);
    expect(long).toMatch(/-# Still writing… More follows when it is done\.$/);
  });
});

describe("renderSources()", () => {
  test("shows the sentences behind each footnote, and whose words they are", () => {
    expect(textOf(onlyPage(renderSources(answered, words)))).toBe(`### Sources
**[1]** KettleNet: Spiking Neural Networks for Boiling Water Detection
> KettleNet draws 3 mW.
-# from our digest: our words, not the authors’

**[2]** Tidal Attention: Linear Memory for Very Long Scrolls
> We read a million tokens.
-# from the abstract: the authors’ own words
> Memory grows linearly.
-# from our digest: our words, not the authors’`);
  });

  test("escapes what papers say", () => {
    const paper = inventPaper("A *star* [link](http://x.example)");
    const sources = renderSources(
      makeAnswer({
        citations: [{ number: 1, paper, evidence: [{ sentence: "@everyone\n# run", source: "abstract" }] }],
      }),
      words,
    );
    expect(textOf(onlyPage(sources))).toContain(
      String.raw`**[1]** A \*star\* \[link\](http://x.example)` + "\n" + String.raw`> \@everyone # run`,
    );
  });
});
