import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startPlayground, type Playground } from "../../src/playground/start-playground.ts";
import { readJudge } from "../support/discord-judge.ts";
import { CHROMIUM, openBrowser, openPage, SKIPPED, type WatchedPage } from "./browser.ts";
import { HOSTILE, startCannedBot } from "./canned-bot.ts";

const judge = readJudge();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(CHROMIUM === undefined)(`the playground's page${SKIPPED}`, () => {
  let browser: Browser;
  let playground: Playground;
  let pages: WatchedPage[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    playground = await startPlayground({
      port: 0,
      startBot: startCannedBot,
      log: () => undefined,
      discord: { ackMs: 300, ...(judge && { judge }) },
    });
    pages = [];
    return async () => {
      for (const { page } of pages) await page.context().close();
      await playground.stop();
      const complaints = [...pages.flatMap((page) => page.complaints), ...playground.discord.complaints];
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
    };
  });

  async function open(options?: Parameters<typeof openPage>[2]): Promise<Page> {
    const watched = await openPage(browser, playground.url, options);
    pages.push(watched);
    return watched.page;
  }

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
    playground.discord.addChannel("x<img src=x onerror=alert(5)>", { topic: HOSTILE });
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

  test("opens threads and goes back to their channel", async () => {
    const page = await open();
    await mention(page, "hello");
    const said = page.getByRole("article").first();
    await said.hover();
    await said.getByRole("button", { name: "Create thread" }).click();
    await page.getByRole("heading", { level: 1, name: /hello/ }).waitFor();
    await page.getByRole("heading", { level: 1 }).getByRole("button", { name: "general" }).click();
    await page.getByRole("button", { name: "Open thread" }).waitFor();
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
    await page.evaluate(AXE);
    const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }).then((result) => result.violations)",
    );
    expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
});
