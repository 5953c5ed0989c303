import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readJudge } from "../support/discord-judge.ts";
import { axeViolations } from "./axe.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";
import { HOSTILE, startCannedBot } from "./canned-bot.ts";
import { freshWindows } from "./fresh-windows.ts";

const judge = readJudge();

describe.skipIf(CHROMIUM === undefined)(`the playground's page${SKIPPED}`, () => {
  const { open, playground } = freshWindows({
    startBot: startCannedBot,
    discord: { ackMs: 2000, ...(judge && { judge }) },
  });

  async function mention(page: Page, text: string): Promise<void> {
    const composer = page.getByRole("textbox", { name: "Message #general" });
    await composer.fill(`@Footnote ${text}`);
    await composer.press("Enter");
  }

  test("shows HTML, scripts and their links as text", async () => {
    const page = await open();
    await mention(page, HOSTILE);
    await page.getByRole("button", { name: "Form" }).waitFor();
    await mention(page, "embed");
    await page.getByText("The foot").waitFor();

    const log = page.getByRole("log");
    expect(await log.locator("img, script, iframe, [onerror]").count()).toBe(0);
    const links = await Promise.all((await log.getByRole("link").all()).map((link) => link.getAttribute("href")));
    expect(links).toEqual(["https://example.org/"]);
    expect(await log.getByText("<script>alert(2)</script>").count()).toBeGreaterThan(3);
  });

  test("reads as text what hostile channels and people are called", async () => {
    playground().discord.addChannel("x<img src=x onerror=alert(5)>", { topic: HOSTILE });
    const page = await open();
    await page.getByRole("button", { name: "x<img" }).click();
    await page.getByText("onerror=alert(5)").first().waitFor();
    expect(await page.locator("img").count()).toBe(0);
  });

  test("says under a message that its button got no answer", async () => {
    const page = await open();
    await mention(page, "hello");
    await page.getByRole("button", { name: "Silence" }).click();
    await page.getByRole("alert").getByText("This interaction failed").waitFor();
  });

  test("shows an update in place, and the disabled button as disabled", async () => {
    const page = await open();
    await mention(page, "hello");
    expect(await page.getByRole("button", { name: "Never" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Beside" }).click();
    await page.getByText("Updated").waitFor();
    expect(await page.getByRole("button", { name: "Form" }).count()).toBe(0);
  });

  test("takes several values from a menu, by keyboard", async () => {
    const page = await open();
    await mention(page, "hello");
    const menu = page.getByRole("combobox", { name: "Take two" });
    await menu.focus();
    for (const key of ["ArrowDown", "Enter", "ArrowDown", "Enter", "Tab"]) await page.keyboard.press(key);
    await page.getByText("Chosen: 1,2").waitFor();
    await page.getByText("Only you can see this").waitFor();
  });

  test("keeps the focus in a form, checks it, and gives the focus back", async () => {
    const page = await open();
    await mention(page, "hello");
    const opener = page.getByRole("button", { name: "Form" });
    await opener.click();
    const dialog = page.getByRole("dialog", { name: "A form" });
    await dialog.getByRole("button", { name: "Submit" }).click();
    const words = dialog.getByLabel("Words");
    await expect.poll(() => words.getAttribute("aria-invalid")).toBe("true");
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.closest('main, nav')")).toBe(null);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator("button:focus").getByText("Form").waitFor();

    await opener.press("Enter");
    await dialog.locator("input:focus").waitFor();
    await page.keyboard.type("some words");
    await dialog.getByRole("combobox", { name: "Length" }).click();
    await dialog.getByRole("option", { name: "Long" }).click();
    await dialog.getByRole("button", { name: "Submit" }).click();
    await page.getByText("Form: some words, long").waitFor();
  });

  /** Says something in #general and opens a thread from it. */
  async function openThread(page: Page): Promise<Locator> {
    await mention(page, "hello");
    const said = page.getByRole("article").first();
    await said.hover();
    await said.getByRole("button", { name: "Create thread" }).click();
    return page.getByRole("complementary", { name: "Thread: hello" });
  }

  test("opens a thread beside its channel, and gives the focus back when it is closed", async () => {
    const page = await open();
    const pane = await openThread(page);
    await pane.locator("textarea:focus").waitFor();
    await pane.getByRole("textbox", { name: "Message #hello" }).fill("@Footnote embed");
    await page.keyboard.press("Enter");
    await pane.getByText("The foot").waitFor();
    await page.getByRole("main").getByRole("button", { name: "Form" }).waitFor();
    expect(await page.getByRole("main").getByText("The foot").count()).toBe(0);
    expect(await page.getByRole("navigation").getByText("new", { exact: true }).count()).toBe(0);

    await pane.getByRole("button", { name: "Close thread" }).click();
    await pane.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Open thread" }).press("Enter");
    await pane.locator("textarea:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".thread-link:focus").waitFor();
    expect(await pane.count()).toBe(0);
  });

  test("shows a thread in full width from the list of channels, and goes back to its channel", async () => {
    const page = await open();
    const pane = await openThread(page);
    await page.getByRole("navigation").getByRole("button", { name: "hello" }).click();
    await page.getByRole("heading", { level: 1, name: /hello/ }).waitFor();
    expect(await pane.count()).toBe(0);
    await page.getByRole("heading", { level: 1 }).getByRole("button", { name: "general" }).click();
    await page.getByRole("button", { name: "Open thread" }).waitFor();
  });

  test("covers the channel with the thread on a phone, and leads back", async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const pane = await openThread(page);
    await pane.getByRole("textbox", { name: "Message #hello" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Message #general" }).count()).toBe(0);
    await pane.getByRole("button", { name: "Close thread" }).click();
    await page.getByRole("textbox", { name: "Message #general" }).waitFor();
  });

  test("keeps what is written and replied to in each channel and thread", async () => {
    const page = await open();
    const pane = await openThread(page);
    await pane.getByRole("textbox").fill("for the thread");
    const said = page.getByRole("main").getByRole("article").first();
    await said.hover();
    await said.getByRole("button", { name: "Reply" }).click();
    const composer = page.getByRole("textbox", { name: "Message #general" });
    await page.keyboard.type("for the channel");
    expect(await composer.inputValue()).toBe("for the channel");

    await page.getByRole("navigation").getByRole("button", { name: "random" }).click();
    expect(await page.getByRole("textbox", { name: "Message #random" }).inputValue()).toBe("");
    expect(await page.getByText("Replying to").count()).toBe(0);
    await page.getByRole("navigation").getByRole("button", { name: "general" }).click();
    expect(await composer.inputValue()).toBe("for the channel");
    await page.getByText("Replying to").waitFor();
    await page.getByRole("button", { name: "Open thread" }).click();
    expect(await pane.getByRole("textbox").inputValue()).toBe("for the thread");
  });

  test("keeps the place of who reads further up, in the log of the channel and in that of the thread", async () => {
    const page = await open({ viewport: { width: 1180, height: 500 } });
    const pane = await openThread(page);
    await pane.getByRole("textbox").fill("@Footnote hello");
    await page.keyboard.press("Enter");
    await pane.getByRole("button", { name: "Form" }).waitFor();
    const places = (): Promise<readonly number[]> =>
      page.evaluate("[...document.querySelectorAll('[role=log]')].map(({ scrollTop }) => Math.round(scrollTop))");
    await page.evaluate("document.querySelector('main [role=log]').scrollTop = 30");
    const [, end = 0] = await places();
    await pane.getByRole("textbox").fill("@Footnote embed");
    await page.keyboard.press("Enter");
    await pane.getByText("The foot").waitFor();
    await expect.poll(async () => (await places())[1]).toBeGreaterThan(end);
    expect((await places())[0]).toBe(30);
  });

  test.for([
    { colorScheme: "dark", width: 1180 },
    { colorScheme: "light", width: 390 },
  ] as const)("has no serious fault for axe in $colorScheme at $width px", async ({ colorScheme, width }) => {
    const page = await open({ colorScheme, viewport: { width, height: 844 } });
    await mention(page, "hello");
    await page.getByRole("button", { name: "Form" }).waitFor();
    await mention(page, "embed");
    await page.getByText("The foot").waitFor();
    const pane = await openThread(page);
    await pane.getByRole("textbox").fill("@");
    await pane.getByRole("listbox", { name: "Mention" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
