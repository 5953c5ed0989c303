import type { Locator, Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { lastAnswer, shareBot } from "./bot-windows.ts";
import { CHROMIUM, openBrowser, openPage, SKIPPED } from "./browser.ts";
import { spawnPlayground } from "./playground-process.ts";

describe.skipIf(CHROMIUM === undefined)(`the bot on the playground's page${SKIPPED}`, () => {
  const { open } = shareBot();

  test("answers at the address that npm run playground says", async () => {
    const started = await spawnPlayground();
    const browser = await openBrowser();
    onTestFinished(async () => {
      await browser.close();
      await started.stop();
    });
    const { page } = await openPage(browser, started.url);
    await page.getByRole("button", { name: "How does ColBERT keep neural search fast?" }).first().click();
    await lastAnswer(page).getByRole("button", { name: "Sources" }).waitFor();
  });

  test("answers a suggested question with footnotes, by mention, at a click", async () => {
    const page = await open("general");
    await page.getByRole("button", { name: "How does ColBERT keep neural search fast?" }).first().click();

    const answer = lastAnswer(page);
    await answer.getByRole("button", { name: "Sources" }).waitFor();
    expect(await answer.textContent()).toMatch(/\[1\][^]*ColBERT: Efficient and Effective Passage Search/);
    expect(await page.getByRole("article").first().textContent()).toContain("@Footnote How does ColBERT");
  });

  test("takes a mention from the list, and a follow-up by reply with ping", async () => {
    const page = await open("papers");
    const composer = page.getByRole("textbox", { name: "Message #papers" });
    await composer.pressSequentially("@foo");
    await page.getByRole("option", { name: "Footnote" }).waitFor();
    await composer.press("Tab");
    await composer.pressSequentially("How does ColBERT keep neural search fast?");
    await composer.press("Enter");
    const answer = lastAnswer(page);
    await answer.getByRole("button", { name: "Sources" }).waitFor();

    await answer.hover();
    await answer.getByRole("button", { name: "Reply" }).click();
    await page.getByRole("button", { name: "@ ON" }).waitFor();
    await composer.pressSequentially("and how much faster is it?");
    await composer.press("Enter");
    await expect.poll(() => answers(page).count()).toBe(2);
    expect(await lastAnswer(page).textContent()).toContain("ColBERT");
  });

  test("finds papers, turns the page and opens a card", async () => {
    const page = await open("random");
    await slash(page, "#random", "/find kv cache compression");
    const list = lastAnswer(page);
    await list.getByText(/Page 1 of/).waitFor();
    expect(await list.getByRole("button", { name: "Previous" }).isDisabled()).toBe(true);
    await list.getByRole("button", { name: "Next" }).click();
    await list.getByText(/Page 2 of/).waitFor();

    const menu = list.getByRole("combobox", { name: "Open a paper" });
    await menu.focus();
    await menu.press("ArrowDown");
    const chosen = (await list.getByRole("option").nth(1).locator(".option-label").textContent()) ?? "";
    await menu.press("ArrowDown");
    await menu.press("Enter");
    await page.getByRole("article").filter({ hasText: "Related papers" }).getByText(chosen).first().waitFor();
  });

  test("sums up a paper whose title is completed, all by keyboard", async () => {
    const page = await open("random");
    await slash(page, "#random", "/summary late interaction over bert", false);
    await page.getByRole("option", { name: /^ColBERT: Efficient/ }).waitFor();
    const active = page.locator(".suggestion.active");
    while (!(await active.textContent())?.trim().startsWith("ColBERT: Efficient"))
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("used /summary").last().waitFor();
    await lastAnswer(page).getByRole("button", { name: "Ask a follow-up" }).waitFor();
    expect(await lastAnswer(page).textContent()).toContain("ColBERT");
  });

  test("takes a follow-up by a modal", async () => {
    const page = await open("Footnote");
    const composer = page.getByRole("textbox", { name: "Message @Footnote" });
    await composer.fill("How does ColBERT keep neural search fast?");
    await composer.press("Enter");
    await lastAnswer(page).getByRole("button", { name: "Ask a follow-up" }).click();

    const dialog = page.getByRole("dialog", { name: "Ask a follow-up" });
    await dialog.getByLabel("Your question").waitFor();
    await dialog.locator("textarea:focus").waitFor();
    await page.keyboard.type("and how much faster is it?");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await page.getByText("and how much faster is it?").waitFor();
    await dialog.waitFor({ state: "detached" });
  });

  test("shows a private answer to one person only, until it is dismissed", async () => {
    const page = await open("papers");
    await slash(page, "#papers", "/ask How does ColBERT keep neural search fast?", false);
    await page.getByRole("button", { name: "+ private" }).click();
    await page.getByRole("option", { name: "true" }).click();
    await page.keyboard.press("Enter");
    const note = page.getByRole("article").filter({ hasText: "Only you can see this" });
    await note.getByRole("button", { name: "Sources" }).waitFor();

    await page.getByRole("radio", { name: "Bob" }).click();
    await page.getByRole("radio", { name: "Bob", checked: true }).waitFor();
    expect(await note.count()).toBe(0);
    await page.getByRole("radio", { name: "Alice" }).click();
    await note.getByRole("button", { name: "Dismiss message" }).click();
    await note.waitFor({ state: "detached" });
  });

  test("helps at a command without options, and keeps a text that is too long", async () => {
    const page = await open("random");
    await slash(page, "#random", "/help", false);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("article").filter({ hasText: "Only you can see this" }).last().waitFor();

    const composer = page.getByRole("textbox", { name: "Message #random" });
    await composer.fill(`@Footnote ${"word ".repeat(500)}end`);
    await page.getByText("too many").waitFor();
    expect(await page.getByRole("button", { name: "Send message" }).isDisabled()).toBe(true);
    expect(await composer.inputValue()).toMatch(/end$/);
  });

  test("fits a phone", async () => {
    const page = await open("general", { viewport: { width: 390, height: 844 }, hasTouch: true });
    await slash(page, "#general", "/paper colbert", false);
    await page.getByRole("listbox").getByRole("option").first().click();
    await page.getByRole("button", { name: "Send command" }).click();
    await lastAnswer(page).getByRole("button", { name: "Related papers" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(await page.evaluate(WIDE_MESSAGES)).toBe(0);
  });
});

/** How many messages do not fit. */
const WIDE_MESSAGES =
  "[...document.querySelectorAll('.message')].filter((message) => message.scrollWidth > message.clientWidth).length";

/** Types a command as people do, and sends it unless there is more to say. */
async function slash(page: Page, channel: string, command: string, isSent = true): Promise<void> {
  await page.getByRole("textbox", { name: `Message ${channel}` }).pressSequentially(command);
  if (isSent) await page.keyboard.press("Enter");
}

function answers(page: Page): Locator {
  return page
    .getByRole("article", { name: /^Footnote/ })
    .filter({ has: page.getByRole("button", { name: "Ask a follow-up" }) });
}
