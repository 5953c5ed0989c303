import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyIn, modelAt, replies } from "../support/model-script.ts";
import { type ChatServer, listenChatServer } from "../support/openai-chat-server.ts";
import { inventPaper, PAPERS } from "../support/papers.ts";
import { composerOf, lastAnswer, mention, shareBot } from "./bot-windows.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";
import { HOSTILE } from "./canned-bot.ts";

const IMAGE = "<img src=x onerror=alert(10)>";
const TITLE = `SamovarNet <script>alert(11)</script> ${IMAGE} [click](javascript:alert(12)) ||<@1>|| **x**`;
/** The model quotes the paper to the letter, so that it is proved. */
const QUOTED = `SamovarNet boils with ${IMAGE} and <script>alert(13)</script> within 9 minutes @everyone`;
const PAPER = inventPaper(TITLE, {
  tldr: "SamovarNet boils tea.",
  digest: `${QUOTED}. It pours with [click](javascript:alert(14)) and <iframe srcdoc=x> at noon.`,
  questions: ["How fast does SamovarNet boil tea?"],
  terms: [`tea ${IMAGE}`],
  links: ["https://example.org/?q=%22%3E%3Cscript%3E"],
});

describe.skipIf(CHROMIUM === undefined)(`hostile text on the playground's page${SKIPPED}`, () => {
  let server: ChatServer;
  /** The id of somebody whom the answer tries to ping. */
  let victim = "1";

  beforeAll(async () => {
    server = await listenChatServer(
      replies({
        answer: (request) => {
          const key = keyIn(request, "SamovarNet");
          const ping = `SamovarNet boils tea for <@${victim}> and <@&${victim}> ${key}.`;
          const link = `SamovarNet boils [tea](javascript:alert(15)) ${key}.`;
          const image = `SamovarNet boils ![tea](https://example.org/x.png) ${key}.`;
          return { text: `${QUOTED} ${key}. ${ping} ${link} ${image} ${key}.`, chunkSize: 50 };
        },
      }),
    );
  });
  afterAll(() => server.close());

  const windows = shareBot({ papers: [PAPER, ...PAPERS], env: () => modelAt(server) });

  test("of a person, a model and a paper is shown, and does nothing", async () => {
    const page = await windows.open("general");
    victim = await idOfBob(page);
    await mention(page, `How fast does SamovarNet boil tea? ${HOSTILE} <@${victim}> @everyone`);
    const answer = lastAnswer(page);
    await answer.getByRole("button", { name: "Sources" }).waitFor();
    await answer.getByText(QUOTED).waitFor();
    await answer.getByText(/SamovarNet <script>alert\(11\)<\/script>/).waitFor();
    await expectNothingLive(page);
    expect(await answer.locator(".mention").count()).toBe(0);

    await page.getByRole("radio", { name: "Bob" }).click();
    await page.getByRole("radio", { name: "Bob", checked: true }).waitFor();
    expect(await lastAnswer(page).getAttribute("class")).not.toContain("mentioned");
  });

  test("in a title is text in suggestions, lists, menus and cards", async () => {
    const page = await windows.open("papers");
    await composerOf(page).pressSequentially("/find samovarnet tea");
    await page.keyboard.press("Enter");
    const list = lastAnswer(page);
    const menu = list.getByRole("combobox", { name: "Open a paper" });
    await menu.click();
    await list.getByRole("option", { name: /SamovarNet <script>/ }).click();
    await page.getByText("Related papers").waitFor();
    await lastAnswer(page)
      .getByText(/SamovarNet <script>/)
      .first()
      .waitFor();

    await composerOf(page).pressSequentially("/paper samovar");
    await page.getByRole("option", { name: /SamovarNet <script>/ }).click();
    await page.getByRole("button", { name: "Send command" }).click();
    await page.getByText("used /paper").waitFor();
    await lastAnswer(page)
      .getByText(/SamovarNet <script>/)
      .first()
      .waitFor();
    await expectNothingLive(page);
  });

  test("of any length stays in its channel, and is answered with a word", async () => {
    const page = await windows.open("random");
    await mention(page, `${IMAGE}${"<b>".repeat(600)}`);
    await page
      .getByRole("article", { name: /^Alice/ })
      .last()
      .waitFor();
    await lastAnswer(page).waitFor();
    await composerOf(page).fill("<script>".repeat(20_000));
    await page.getByText("too many").waitFor();
    expect(await page.getByRole("button", { name: "Send message" }).isDisabled()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(1180);
    await expectNothingLive(page);
  });
});

/** No element of theirs stands in the page, no link but to the web, and no word of theirs became a name that is pinged. */
async function expectNothingLive(page: Page): Promise<void> {
  expect(await page.locator("main").locator("img, script, iframe, b, [onerror], [srcdoc]").count()).toBe(0);
  const links = await Promise.all((await page.getByRole("link").all()).map((link) => link.getAttribute("href")));
  expect(links.filter((href) => !href?.startsWith("https://"))).toEqual([]);
}

/** The page writes a name that is chosen from its list as the id. */
async function idOfBob(page: Page): Promise<string> {
  await composerOf(page).pressSequentially("@bob");
  await page.getByRole("option", { name: "Bob" }).waitFor();
  await page.keyboard.press("Tab");
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.postData()?.includes("<@") ?? false),
    page.keyboard.press("Enter"),
  ]);
  const [, id] = /<@(\d+)>/.exec(request.postData() ?? "") ?? [];
  if (id === undefined) throw new Error(`No id in ${request.postData()}`);
  return id;
}
