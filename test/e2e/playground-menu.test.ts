import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { shareBot } from "./bot-windows.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";

describe.skipIf(CHROMIUM === undefined)(`the menu of a message${SKIPPED}`, () => {
  const bot = shareBot();
  const open = (options?: BrowserContextOptions): Promise<Page> => bot.open("papers", options);

  test("asks the bot about another person's message, by right click, for oneself alone", async () => {
    const page = await open();
    const said = await say(page, "Is ColBERT fast enough for a search engine?");
    await become(page, "Bob");
    await said.click({ button: "right" });
    await menu(page).getByRole("menuitem", { name: "Ask Footnote about this" }).click();

    const note = privateNote(page, "Bob used Ask Footnote about this");
    await note.getByRole("button", { name: "Sources" }).waitFor();
    expect(await note.textContent()).toContain("Is ColBERT fast enough");
    await become(page, "Alice");
    expect(await note.count()).toBe(0);
  });

  test("finds papers like a message, by keyboard alone", async () => {
    const page = await open();
    const first = await say(page, "kv cache compression");
    const last = await say(page, "something else");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await waitForFocus(last);
    await page.keyboard.press("ArrowUp");
    await waitForFocus(first);

    await page.keyboard.press("Shift+F10");
    await menu(page).locator("[role=menuitem]:focus").getByText("Reply").waitFor();
    await page.keyboard.press("ArrowUp");
    await waitForFocus(menu(page).getByRole("menuitem", { name: "Find papers like this" }));
    await page.keyboard.press("Enter");
    await privateNote(page, "Alice used Find papers like this")
      .getByRole("combobox", { name: "Open a paper" })
      .waitFor();
    await waitForFocus(first);
  });

  test("closes with Escape and at a click elsewhere, and gives the focus back", async () => {
    const page = await open();
    const said = await say(page, "close it");
    await said.hover();
    const more = said.getByRole("button", { name: "More" });
    await more.click();
    await menu(page).waitFor();
    await page.keyboard.press("Escape");
    await menu(page).waitFor({ state: "detached" });
    await waitForFocus(more);

    await page.keyboard.press("Enter");
    await menu(page).waitFor();
    await page.mouse.click(5, 5);
    await menu(page).waitFor({ state: "detached" });
    await waitForFocus(more);
  });

  test("copies what stands in a message", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const said = await say(page, "@Bob **copy** me");
    await said.click({ button: "right" });
    await menu(page).getByRole("menuitem", { name: "Copy text" }).click();
    await expect.poll(() => page.evaluate("navigator.clipboard.readText()")).toBe("@Bob **copy** me");
  });

  test("names the commands in the person's language, and the bot answers in it", async () => {
    const page = await open();
    const said = await say(page, "How does ColBERT keep neural search fast?");
    const language = page.getByRole("combobox", { name: "Language" });
    await language.selectOption("Deutsch");
    onTestFinished(async () => {
      await language.selectOption("English");
      await expect.poll(() => commandNames(page, said)).toContain("Ask Footnote about this");
    });
    await expect.poll(() => commandNames(page, said)).toContain("Footnote dazu fragen");
    await said.click({ button: "right" });
    await menu(page).getByRole("menuitem", { name: "Footnote dazu fragen" }).click();
    await privateNote(page, "Alice used Footnote dazu fragen").getByRole("button", { name: "Quellen" }).waitFor();

    await become(page, "Bob");
    expect(await language.inputValue()).toBe("en-US");
    expect(await commandNames(page, said)).toContain("Ask Footnote about this");
    await become(page, "Alice");
    expect(await language.inputValue()).toBe("de");
  });

  test("neither replies to a private note nor hands it to commands", async () => {
    const page = await open();
    const said = await say(page, "late interaction");
    await said.click({ button: "right" });
    await menu(page).getByRole("menuitem", { name: "Find papers like this" }).click();
    const note = privateNote(page, "Find papers like this").last();
    await note.getByRole("combobox", { name: "Open a paper" }).waitFor();
    expect(await commandNames(page, note)).toEqual(["How this came about", "Copy text"]);
    expect(await note.getByRole("button", { name: "Reply" }).count()).toBe(0);
  });

  test("is at hand on a phone, at a tap, within the window", async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const said = await say(page, "on a phone");
    await said.locator(".content").tap();
    await said.getByRole("button", { name: "More" }).tap();
    await menu(page).waitFor();
    const box = await menu(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844).toBe(true);
    await menu(page).getByRole("menuitem", { name: "Reply" }).tap();
    await page.getByText("Replying to").waitFor();
  });
});

/** Says something in #papers, with the focus in the composer afterwards. */
async function say(page: Page, text: string): Promise<Locator> {
  const said = page.getByRole("article").filter({ hasText: text.replaceAll("*", "") });
  const count = await said.count();
  const composer = page.getByRole("textbox", { name: "Message #papers" });
  await composer.fill(text);
  await composer.press("Enter");
  await expect.poll(() => said.count()).toBe(count + 1);
  const id = await said.last().getAttribute("data-message");
  return page.locator(`[data-message="${id ?? ""}"]`);
}

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name }).click();
  await page.getByRole("radio", { name, checked: true }).waitFor();
}

function menu(page: Page): Locator {
  return page.getByRole("menu", { name: "Message" });
}

/** What the menu of a message offers. */
async function commandNames(page: Page, message: Locator): Promise<readonly string[]> {
  await message.locator(".content, .markup").first().click({ button: "right" });
  const names = await Promise.all(
    (await menu(page).getByRole("menuitem").all()).map((item) => item.locator("span").first().textContent()),
  );
  await page.keyboard.press("Escape");
  await menu(page).waitFor({ state: "detached" });
  return names.map((name) => name ?? "");
}

function privateNote(page: Page, text: string): Locator {
  return page.getByRole("article", { name: /only you can see this/ }).filter({ hasText: text });
}

/** Until something has the focus. */
function waitForFocus(locator: Locator): Promise<void> {
  return locator.and(locator.page().locator(":focus")).waitFor();
}
