import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations } from "./axe.ts";
import { composerOf, lastAnswer, shareBot } from "./bot-windows.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";

const QUESTION = "How does ColBERT keep neural search fast?";

describe.skipIf(CHROMIUM === undefined)(`everybody on the playground's page${SKIPPED}`, () => {
  const windows = shareBot();

  test("asks, rates, follows up and searches with the keyboard alone", async () => {
    const page = await windows.open("general");
    await page.reload();
    await tabTo(page, page.getByRole("button", { name: QUESTION, exact: true }));
    await page.keyboard.press("Enter");
    const answer = lastAnswer(page);
    await answer.getByRole("button", { name: "Sources" }).waitFor();

    const unhelpful = answer.getByRole("button", { name: "Not helpful" });
    await tabTo(page, unhelpful);
    await page.keyboard.press("Enter");
    const reason = page.getByRole("dialog", { name: "What was wrong?" });
    await reason.locator("textarea:focus").waitFor();
    await page.keyboard.press("Escape");
    await reason.waitFor({ state: "detached" });
    await unhelpful.and(page.locator(":focus")).waitFor();

    await tabTo(page, answer.getByRole("button", { name: "Ask a follow-up" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Ask a follow-up" });
    await dialog.locator("textarea:focus").waitFor();
    await page.keyboard.type("and how much faster is it?");
    await tabTo(page, dialog.getByRole("button", { name: "Submit" }));
    await page.keyboard.press("Enter");
    await page.getByText("and how much faster is it?").waitFor();
    await dialog.waitFor({ state: "detached" });

    await tabTo(page, composerOf(page));
    await page.keyboard.type("/fi");
    await page.getByRole("option", { name: /find/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("listbox").getByRole("option").first().waitFor({ state: "detached" });
    await page.keyboard.type("nd kv cache compression");
    await page.keyboard.press("Enter");
    const list = lastAnswer(page);
    await list.getByText(/Page 1 of/).waitFor();
    await tabTo(page, list.getByRole("button", { name: "Next" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await list.getByText(/Page 2 of/).waitFor();
    await tabTo(page, list.getByRole("combobox", { name: "Open a paper" }));
    await page.keyboard.press("ArrowDown");
    await list.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await list.getByRole("option").first().waitFor({ state: "detached" });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("article").filter({ hasText: "Related papers" }).last().waitFor();
  });

  test("asks, opens a card, a form and the drawer on a phone", async () => {
    const page = await windows.open("random", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole("button", { name: QUESTION, exact: true }).tap();
    await lastAnswer(page).getByRole("button", { name: "Sources" }).waitFor();
    await expectToFit(page);

    await lastAnswer(page).getByRole("button", { name: "Ask a follow-up" }).tap();
    const dialog = page.getByRole("dialog", { name: "Ask a follow-up" });
    await dialog.getByLabel("Your question").fill("and how much faster is it?");
    await expectToFit(page);
    await dialog.getByRole("button", { name: "Submit" }).tap();
    await page.getByText("and how much faster is it?").waitFor();

    const menu = lastAnswer(page).getByRole("combobox", { name: "Open a paper" });
    await menu.tap();
    await lastAnswer(page).getByRole("option").first().tap();
    await page.getByRole("article").filter({ hasText: "Related papers" }).last().waitFor();
    await expectToFit(page);

    await page.getByRole("button", { name: "Show channels" }).tap();
    await page.getByRole("button", { name: "Close channels" }).waitFor();
    await expectToFit(page);
    await page.getByRole("navigation").getByRole("button", { name: "papers", exact: true }).tap();
    await page.getByRole("heading", { level: 1, name: "papers" }).waitFor();
    await page.getByRole("button", { name: "Close channels" }).waitFor({ state: "hidden" });
  });

  test.for(["dark", "light"] as const)("meets nothing that axe objects to, in %s", async (colorScheme) => {
    const page = await windows.open("Footnote", { colorScheme });
    await composerOf(page).fill(QUESTION);
    await composerOf(page).press("Enter");
    await lastAnswer(page).getByRole("button", { name: "Sources" }).waitFor();
    await slash(page, "paper", "colbert");
    await lastAnswer(page).getByRole("button", { name: "Related papers" }).waitFor();
    await slash(page, "compare", "colbert", "splade");
    await lastAnswer(page).getByText("Comparison: ").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await lastAnswer(page).getByRole("button", { name: "Ask a follow-up" }).click();
    await page.getByRole("dialog").getByLabel("Your question").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** Goes there step by step. The focus must show when it is there. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  const isThere = target.and(page.locator(":focus-visible"));
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press(key);
    if ((await isThere.count()) === 0) continue;
    expect(await page.evaluate(SHOWS_FOCUS)).toBe(true);
    return;
  }
  throw new Error(`100 × ${key} did not lead to ${String(target)}`);
}

/** Whether whatever has the focus has an outline, or a caret. */
const SHOWS_FOCUS =
  "document.activeElement.matches('textarea, input') || getComputedStyle(document.activeElement).outlineStyle === 'solid'";

async function slash(page: Page, name: string, ...titles: readonly string[]): Promise<void> {
  await composerOf(page).pressSequentially(`/${name} `);
  for (const title of titles) {
    await page.locator("input:focus").pressSequentially(title);
    await page.getByRole("listbox").getByRole("option").first().click();
  }
  await page.getByRole("button", { name: "Send command" }).click();
}

/** Nothing is wider than the screen. */
async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(TOO_WIDE)).toEqual([]);
}

const TOO_WIDE = `[...document.querySelectorAll("html, main, .message, .message *, dialog *, .composer *, nav.open *")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
  .map((element) => element.outerHTML.slice(0, 100))`;
