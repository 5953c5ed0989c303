import { REST, Routes, type RESTGetAPICurrentUserResult } from "discord.js";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startPlayground, type Playground } from "../../src/playground/start-playground.ts";
import { CHROMIUM, openBrowser, openPage, SKIPPED } from "./browser.ts";
import { startCannedBot } from "./canned-bot.ts";

const COMMAND = {
  name: "note",
  description: "Notes words",
  options: [{ type: 3, name: "words", description: "What to note", required: true }],
};

describe.skipIf(CHROMIUM === undefined)(`what is written on the playground's page${SKIPPED}`, () => {
  let browser: Browser;
  let playground: Playground;
  let isRunning: boolean;
  let contexts: BrowserContext[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    contexts = [];
    playground = await start(0);
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    await stop();
  });

  async function start(port: number): Promise<Playground> {
    const started = await startPlayground({ port, startBot: startCannedBot, log: () => undefined });
    isRunning = true;
    return started;
  }

  async function stop(): Promise<void> {
    if (isRunning) await playground.stop();
    isRunning = false;
  }

  async function open(): Promise<Page> {
    const { page } = await openPage(browser, playground.url);
    contexts.push(page.context());
    return page;
  }

  async function offerCommand(): Promise<void> {
    const { api, token } = playground.discord;
    const rest = new REST({ api, version: "10" }).setToken(token);
    const { id } = (await rest.get(Routes.user())) as RESTGetAPICurrentUserResult;
    await rest.put(Routes.applicationCommands(id), { body: [COMMAND] });
  }

  async function loseServer(page: Page): Promise<void> {
    await stop();
    await page.getByText("The page lost its server").waitFor();
  }

  test("is counted as it is sent: with the mention's number", async () => {
    const page = await open();
    const text = `@Footnote ${"why ".repeat(496)}?`;
    await composer(page).fill(text);
    await page.getByText(/^\d+ too many$/).waitFor();
    expect(await page.getByRole("button", { name: "Send message" }).isDisabled()).toBe(true);
    await composer(page).press("Enter");
    expect(await composer(page).inputValue()).toBe(text);
  });

  test("comes back with its reply when it is refused", async () => {
    const page = await open();
    await composer(page).fill("first");
    await composer(page).press("Enter");
    const said = page.getByRole("article").first();
    await said.hover();
    await said.getByRole("button", { name: "Reply" }).click();
    await refuseActions(page);
    await page.keyboard.type("second");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Not today.").waitFor();
    expect(await composer(page).inputValue()).toBe("second");
    await page.getByText("Replying to").waitFor();
  });

  test("comes back as a command with its options when that is refused", async () => {
    await offerCommand();
    const page = await open();
    await refuseActions(page);
    await composer(page).pressSequentially("/note kv cache");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Not today.").waitFor();
    await expect.poll(() => page.locator("input:focus").inputValue()).toBe("kv cache");
  });

  test("stays while the server is gone, and no note speaks of fetching", async () => {
    await offerCommand();
    const page = await open();
    await loseServer(page);
    expect(await page.getByRole("button", { name: /^How does ColBERT/ }).isDisabled()).toBe(true);
    expect(await page.getByText("is coming online").count()).toBe(0);
    await composer(page).fill("words");
    await composer(page).press("Enter");
    expect(await composer(page).inputValue()).toBe("words");
    await composer(page).fill("");
    await composer(page).pressSequentially("/note kv cache");
    await page.keyboard.press("Enter");
    expect(await page.locator("input:focus").inputValue()).toBe("kv cache");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("stays in a form until the form is accepted, and the form says why not", async () => {
    const page = await open();
    const dialog = await openForm(page);
    await refuseActions(page);
    await dialog.getByLabel("Words").fill("some words");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.getByRole("alert").getByText("Not today.").waitFor();
    await page.unroute("**/act?*");
    await stop();
    await dialog.getByRole("alert").getByText("cannot be sent now").waitFor();
    await dialog.getByRole("button", { name: "Submit" }).click();
    expect(await dialog.getByLabel("Words").inputValue()).toBe("some words");
  });

  test("can be copied from a page whose server was started anew, which says so once", async () => {
    const page = await open();
    await composer(page).fill("words");
    const port = Number(new URL(playground.url).port);
    await loseServer(page);
    playground = await start(port);
    await page.getByRole("alert").getByText("Open the address that the terminal shows").waitFor();
    expect(await page.getByRole("alert").count()).toBe(1);
    expect(await composer(page).inputValue()).toBe("words");
  });

  test("is not disturbed by a form that was opened in another window", async () => {
    const page = await open();
    const other = await page.context().newPage();
    await other.goto(playground.url);
    await composer(other).fill("half a sen");
    const dialog = await openForm(page);
    await dialog.getByLabel("Words").fill("some words");
    await other.keyboard.type("tence");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.waitFor({ state: "detached" });
    await other.getByText("Form: some words, short").waitFor();
    expect(await other.getByRole("dialog").count()).toBe(0);
    expect(await composer(other).inputValue()).toBe("half a sentence");
  });

  test("waits for its person while another one sits there", async () => {
    const page = await open();
    await composer(page).fill("of Alice");
    await become(page, "Bob");
    expect(await composer(page).inputValue()).toBe("");
    await become(page, "Alice");
    expect(await composer(page).inputValue()).toBe("of Alice");
  });

  test("is never sent in the name of whoever takes the seat at that moment", async () => {
    const page = await open();
    await composer(page).fill("mine");
    await page.evaluate(
      "document.querySelector('[data-person=bob]').click(); document.querySelector('form.composer-box').requestSubmit()",
    );
    await page.getByRole("radio", { name: "Bob", checked: true }).waitFor();
    await page.getByRole("radio", { name: "Alice" }).click();
    await expect.poll(() => composer(page).inputValue()).toBe("mine");
    expect(await page.getByRole("article").count()).toBe(0);
  });

  test("is plain text again after Escape in a command", async () => {
    await offerCommand();
    const page = await open();
    await composer(page).pressSequentially("/note kv cache");
    await page.keyboard.press("Escape");
    await page.locator("textarea:focus").waitFor();
    expect(await composer(page).inputValue()).toBe("kv cache");
  });

  test("becomes the command that it names when the bot offers it, under the fingers", async () => {
    const page = await open();
    await composer(page).pressSequentially("/note kv");
    await offerCommand();
    await page.locator("input:focus").waitFor();
    await page.keyboard.type(" cache");
    expect(await page.locator("input:focus").inputValue()).toBe("kv cache");
  });

  test("is looked for where one was: a page that is loaded again keeps its person, channel and dismissals", async () => {
    const page = await open();
    await become(page, "Bob");
    await page.getByRole("navigation").getByRole("button", { name: "random" }).click();
    await page.getByRole("textbox", { name: "Message #random" }).fill("@Footnote hello");
    await page.keyboard.press("Enter");
    const menu = page.getByRole("combobox", { name: "Take two" });
    await menu.focus();
    for (const key of ["ArrowDown", "Enter", "Tab"]) await page.keyboard.press(key);
    await page.getByText("Chosen: 1").waitFor();
    await page.getByRole("button", { name: "Dismiss message" }).click();
    await page.reload();
    await page.getByRole("radio", { name: "Bob", checked: true }).waitFor();
    await page.getByRole("heading", { level: 1, name: "random" }).waitFor();
    expect(await page.getByText("Chosen: 1").count()).toBe(0);
  });
});

function composer(page: Page): ReturnType<Page["getByRole"]> {
  return page.getByRole("textbox", { name: "Message #general" });
}

async function openForm(page: Page): Promise<ReturnType<Page["getByRole"]>> {
  await composer(page).fill("@Footnote hello");
  await composer(page).press("Enter");
  await page.getByRole("button", { name: "Form" }).click();
  return page.getByRole("dialog", { name: "A form" });
}

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name }).click();
  await page.getByRole("radio", { name, checked: true }).waitFor();
}

/** The server refuses all that is done from now on. */
async function refuseActions(page: Page): Promise<void> {
  await page.route("**/act?*", (route) => route.fulfill({ status: 409, body: "Not today." }));
}
