import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CHROMIUM, SKIPPED } from "./browser.ts";
import { startChattyBot } from "./chatty-bot.ts";
import { freshWindows } from "./fresh-windows.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(CHROMIUM === undefined)(`the focus and the eye on the playground's page${SKIPPED}`, () => {
  const { open, playground } = freshWindows({ startBot: startChattyBot });

  test("goes from a suggested question, which vanishes, to the composer", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^How does ColBERT/ }).press("Enter");
    await answers(page).first().waitFor();
    await isFocused(composer(page));
  });

  test("goes from a dismissed message to the one before it", async () => {
    const page = await open();
    const answer = await ask(page, "note");
    await answer.getByRole("button", { name: "Tell me" }).press("Enter");
    await page.getByRole("button", { name: "Dismiss message" }).press("Enter");
    await page.getByRole("button", { name: "Dismiss message" }).waitFor({ state: "detached" });
    await isFocused(answer);
  });

  test("stays on Next from page to page, and goes to Previous on the last", async () => {
    const page = await open();
    const answer = await ask(page, "list");
    const next = answer.getByRole("button", { name: "Next" });
    await next.press("Enter");
    await answer.getByText("Page 2").waitFor();
    await isFocused(next);
    await page.keyboard.press("Enter");
    await answer.getByText("Page 3").waitFor();
    await isFocused(answer.getByRole("button", { name: "Previous" }));
  });

  test("stays on a menu when its message gets a new line above it", async () => {
    const page = await open();
    const answer = await ask(page, "menu");
    const menu = answer.getByRole("combobox", { name: "Choose one" });
    await menu.focus();
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await answer.getByText("Saved.").waitFor();
    await isFocused(menu);
  });

  test("goes to the message when its button is gone", async () => {
    const page = await open();
    const answer = await ask(page, "forget");
    await answer.getByRole("button", { name: "Yes" }).press("Enter");
    await answer.getByText("Forgotten.").waitFor();
    await isFocused(answer);
  });

  test("goes to the message when another button takes the place of its own, so that Enter presses nothing", async () => {
    const page = await open();
    const answer = await ask(page, "grow");
    await answer.getByRole("button", { name: "Stop" }).press("Enter");
    await answer.getByRole("button", { name: "Sources" }).waitFor();
    await isFocused(answer);
  });

  test("goes into the drawer of a phone, back with Escape, and on to the channel that is chosen", async () => {
    const page = await open(PHONE);
    const opener = page.getByRole("button", { name: "Show channels" });
    await opener.press("Enter");
    await isFocused(page.getByRole("button", { name: "Close channels" }));
    await page.keyboard.press("Escape");
    await isFocused(opener);
    await opener.press("Enter");
    await page.getByRole("navigation").getByRole("button", { name: "papers" }).press("Enter");
    await isFocused(page.getByRole("heading", { level: 1, name: "papers" }));
  });

  test("tells each new message of others once, in words, and none of another channel", async () => {
    const page = await open();
    const region = page.locator(".unseen[aria-live=polite]");
    expect(await page.getByRole("log").getAttribute("aria-live")).toBe("off");
    await ask(page, "hello");
    await expect.poll(() => region.textContent(), { timeout: 6000 }).toContain("Footnote: You said this: hello");
    await page.getByRole("navigation").getByRole("button", { name: "random" }).click();
    await page.getByRole("navigation").getByRole("button", { name: "general" }).click();
    await ask(page, "again");
    await expect.poll(() => region.textContent(), { timeout: 6000 }).toContain("You said this: again");
    expect((await region.locator("p").all()).length).toBe(1);
  });

  test("shows what one said oneself, and offers the way to what others said, to who reads further up", async () => {
    const page = await open({ viewport: { width: 1180, height: 400 } });
    for (const word of ["one", "two", "three"]) await ask(page, word);
    await inLog(page, "scrollTop = 0");
    const bob = await open();
    await bob.getByRole("radio", { name: "Bob" }).click();
    await bob.getByRole("radio", { name: "Bob", checked: true }).waitFor();
    await ask(bob, "from Bob");
    const jump = page.getByRole("button", { name: "Jump to present" });
    await jump.waitFor();
    expect(await inLog(page, "scrollTop")).toBe(0);
    await jump.click();
    await jump.waitFor({ state: "hidden" });
    await expect.poll(() => fromEnd(page)).toBeLessThan(2);

    await inLog(page, "scrollTop = 0");
    await ask(page, "from Alice");
    await expect.poll(() => fromEnd(page)).toBeLessThan(2);
    expect(await jump.isVisible()).toBe(false);
  });

  test("leads from the mention of a channel or thread to it", async () => {
    const { id } = playground().discord.addChannel("elsewhere");
    const page = await open();
    const answer = await ask(page, `see <#${id}>`);
    await answer.getByRole("button", { name: "#elsewhere", exact: true }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "elsewhere" }).waitFor();
    await isFocused(page.getByRole("textbox", { name: "Message #elsewhere" }));
  });

  test("opens a long menu within the log, with one row marked", async () => {
    const page = await open({ viewport: { width: 1180, height: 700 } });
    await ask(page, "hello");
    const answer = await ask(page, "menu");
    const height = await inLog(page, "scrollHeight");
    await answer.getByRole("combobox", { name: "Choose one" }).click();
    await answer.getByRole("option", { name: "Choice 3", exact: true }).hover();
    await expect.poll(() => answer.locator(".option.active").textContent()).toContain("Choice 3");
    expect(await inLog(page, "scrollHeight")).toBe(height);
  });

  test("keeps the label of an option, and an empty composer, on one line on a phone", async () => {
    const page = await open(PHONE);
    await ask(page, "a **thread** whose name is longer than any phone is wide, and longer");
    const said = page.getByRole("article").first();
    await said.locator(".content").tap();
    await said.getByRole("button", { name: "Create thread" }).tap();
    const pane = page.getByRole("complementary");
    await pane.locator("textarea").waitFor();
    expect((await pane.locator("textarea").boundingBox())?.height).toBeLessThan(42);
    expect(await pane.getByRole("blockquote").textContent()).not.toContain("**");
  });
});

/** Says something in the channel that is open. @returns The answer to it. */
async function ask(page: Page, text: string): Promise<Locator> {
  const count = await answers(page).count();
  await composer(page).fill(`@Footnote ${text}`);
  await composer(page).press("Enter");
  // The bot may say so much in so much time.
  await expect.poll(() => answers(page).count(), { timeout: 8000 }).toBe(count + 1);
  const id = await answers(page).last().getAttribute("data-message");
  return page.locator(`[data-message="${id ?? ""}"]`);
}

function answers(page: Page): Locator {
  return page.getByRole("article", { name: /^Footnote/ });
}

function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Message / });
}

/** Until something has the focus. */
function isFocused(locator: Locator): Promise<void> {
  return locator.and(locator.page().locator(":focus")).waitFor();
}

/** A property of the log of the channel that is open. */
function inLog(page: Page, property: string): Promise<unknown> {
  return page.evaluate(`document.querySelector("main [role=log]").${property}`);
}

/** How far the log is from showing its end, in pixels. */
function fromEnd(page: Page): Promise<number> {
  return page.evaluate(FROM_END);
}

const FROM_END = `{
  const { scrollHeight, scrollTop, clientHeight } = document.querySelector("main [role=log]");
  scrollHeight - scrollTop - clientHeight;
}`;
