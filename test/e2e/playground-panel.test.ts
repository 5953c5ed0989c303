import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { Explanation } from "../../src/playground/explanation.ts";
import { axeViolations } from "./axe.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";
import { HOSTILE, startCannedBot } from "./canned-bot.ts";
import { freshWindows } from "./fresh-windows.ts";

const PAPER = { url: "https://example.org/other", score: 1, signals: { words: 2, vectors: 0.1 }, evidence: [] };

/** What a browser knows of an element: this project's types know no browser. */
type Box = Readonly<Record<"scrollTop" | "scrollWidth" | "clientWidth", number>>;

/** All that a pane can hold, in strings that nobody should trust. */
const EXPLANATION: Explanation = {
  question: `Why? ${HOSTILE}`,
  searched: `Why is that? ${HOSTILE}`,
  outcome: "answered",
  estimates: { answerable: 0.95, [HOSTILE]: 0.5, length: 2.4 },
  papers: [
    {
      title: "A cited paper",
      url: "https://example.org/paper",
      score: 4,
      signals: { words: 8, vectors: 0.4, [HOSTILE]: 1e21 },
      citation: 1,
      evidence: [
        { sentence: `Proved. ${HOSTILE}`, source: "digest" },
        { sentence: "Quoted.", source: "abstract" },
      ],
    },
    { ...PAPER, title: HOSTILE, url: "javascript:alert(5)" },
    { ...PAPER, title: "long ".repeat(100) },
    ...Array.from({ length: 17 }, (_, at) => ({ ...PAPER, title: `Paper ${at + 4}` })),
    { ...PAPER, title: "A paper that was asked about", score: 0, signals: {}, citation: 2 },
  ],
  stages: [
    { name: "retrieve", ms: 0.3 },
    { name: "first sentence", ms: 640 },
    { name: "model", ms: 1400 },
    { name: HOSTILE, ms: 12 },
  ],
  model: {
    model: HOSTILE,
    requests: 2,
    promptTokens: 2841,
    completionTokens: 196,
    isEstimated: true,
    cost: 0.00123,
    isCached: false,
    removed: [{ sentence: `Not proved. ${HOSTILE}`, reason: "figure" }],
    prompts: [
      {
        name: "answer",
        messages: [
          { role: "system", content: "x".repeat(100_000) },
          { role: HOSTILE, content: HOSTILE },
        ],
      },
    ],
  },
};

describe.skipIf(CHROMIUM === undefined)(`the panel beside the channel${SKIPPED}`, () => {
  let explanation: Explanation | undefined;
  beforeEach(() => {
    explanation = EXPLANATION;
  });
  const { open } = freshWindows({ startBot: startCannedBot, explain: () => explanation });

  /** Asks, and opens the panel of what the bot answered. */
  async function ask(page: Page): Promise<Locator> {
    const composer = page.getByRole("textbox", { name: "Message #general" });
    await composer.fill("@Footnote embed");
    await composer.press("Enter");
    const answer = page.getByRole("article").filter({ hasText: "The foot" });
    await answer.hover();
    await answer.getByRole("button", { name: "How this came about" }).click();
    return page.locator(".explanation", { has: page.getByRole("heading", { name: "How this answer came about" }) });
  }

  async function unfold(panel: Locator): Promise<void> {
    await panel.getByText("Score by signal").first().waitFor();
    for (const summary of await panel.locator("details:not([open]) > summary").all()) {
      if (await summary.isVisible()) await summary.press("Enter");
    }
  }

  test("shows as text whatever an explanation holds", async () => {
    const panel = await ask(await open());
    await unfold(panel);
    expect(await panel.locator("img, script, iframe, [onerror], [style]").count()).toBe(0);
    const links = await panel.getByRole("link").all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
    expect(new Set(addresses)).toEqual(new Set(["https://example.org/paper", "https://example.org/other"]));
    expect(await links[0]?.getAttribute("rel")).toContain("noopener noreferrer");
    expect(await panel.getByText("<script>alert(2)</script>").count()).toBeGreaterThanOrEqual(9);
  });

  test("draws each bar as long as its number is large", async () => {
    const panel = await ask(await open());
    const share = async (bar: Locator): Promise<number> => {
      const [full, filled] = await Promise.all([bar.boundingBox(), bar.locator("rect").boundingBox()]);
      return (filled?.width ?? 0) / (full?.width ?? 1);
    };
    const papers = panel.locator(".paper");
    expect(await share(papers.nth(0).locator(".paper-score .bar"))).toBeCloseTo(1, 1);
    expect(await share(papers.nth(1).locator(".paper-score .bar"))).toBeCloseTo(0.25, 1);
    await papers.nth(1).getByText("Score by signal").click();
    expect(await share(papers.nth(1).getByRole("listitem").filter({ hasText: "Words" }).locator(".bar"))).toBeCloseTo(
      0.25,
      1,
    );
    expect(await share(panel.getByRole("listitem").filter({ hasText: "640 ms" }).locator(".bar"))).toBeCloseTo(
      640 / 1412.3,
      1,
    );
  });

  test("says where evidence stands, how long all took, and why a sentence was left out", async () => {
    const panel = await ask(await open());
    for (const text of ["cited as [1]", "from our digest", "from the abstract", "0.3 ms", "≈ 2,841", "15 more papers"])
      await panel.getByText(text).waitFor();
    await panel
      .getByRole("listitem")
      .filter({ hasText: "A paper that was asked about" })
      .getByText("not found by the search")
      .waitFor();
    await panel.getByText("Together 1.4 s").waitFor();
    await panel.getByText("It has a figure that the passages it cites do not state.").waitFor();
    await panel.getByText("2 requests, $0.00123.").waitFor();
  });

  test("lets the keyboard reach a long prompt and scroll in it", async () => {
    const page = await open();
    const panel = await ask(page);
    const summary = panel.getByText("Prompt “answer”");
    await summary.press("Enter");
    await page.keyboard.press("Tab");
    const text = panel.locator("pre:focus");
    await text.waitFor();
    await page.keyboard.press("End");
    await expect.poll(() => text.evaluate(({ scrollTop }: Box) => scrollTop)).toBeGreaterThan(0);
  });

  test("says that it fetches, and closes", async () => {
    const page = await open();
    const asked = Promise.withResolvers<void>();
    await page.route("**/explanation?*", async (route) => {
      await asked.promise;
      await route.continue();
    });
    const panel = await ask(page);
    await panel.getByText("Fetching …").waitFor();
    asked.resolve();
    await panel.getByText("Papers found").waitFor();
    await panel.getByRole("button", { name: "Close panel" }).click();
    await panel.waitFor({ state: "detached" });
  });

  test("says of a message without an answer which messages have one", async () => {
    explanation = undefined;
    const panel = await ask(await open());
    await panel.getByText("This message holds no answer").waitFor();
    await panel.getByText("Choose a message in which the bot answers a question").waitFor();
  });

  test.for([
    { colorScheme: "dark", width: 1180 },
    { colorScheme: "light", width: 1180 },
    { colorScheme: "dark", width: 390 },
    { colorScheme: "light", width: 390 },
  ] as const)("has no fault for axe, and fits, in $colorScheme at $width px", async ({ colorScheme, width }) => {
    const page = await open({ colorScheme, viewport: { width, height: 844 } });
    const panel = await ask(page);
    await unfold(panel);
    const overflow = ({ scrollWidth, clientWidth }: Box): number => scrollWidth - clientWidth;
    expect(await panel.locator(".explanation-body").evaluate(overflow)).toBe(0);
    // On a phone the panel covers the channel, with the page's main part and its heading.
    const covered = width < 720 ? /^(?:landmark-one-main|page-has-heading-one):/ : /^$/;
    expect((await axeViolations(page)).filter((violation) => !covered.test(violation))).toEqual([]);
  });
});
