import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { CHROMIUM, openBrowser, openPage } from "../test/e2e/browser.ts";
import { spawnPlayground } from "../test/e2e/playground-process.ts";
import { projectPath } from "./node-process.ts";

// Makes the README's pictures of the playground, as whoever opens it sees it: `npm run screenshots`.

const FOLDER = projectPath("../docs/pictures");

/** What a picture in a README may weigh. */
const MAX_BYTES = 300_000;

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** Leads to what the picture shows. */
  readonly act: (page: Page) => Promise<void>;
}

const QUESTION = "How does ColBERT keep neural search fast?";

const WINDOW: BrowserContextOptions = {
  viewport: { width: 1040, height: 720 },
  deviceScaleFactor: 1.25,
  colorScheme: "dark",
};
const PHONE: BrowserContextOptions = {
  ...WINDOW,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

const PICTURES: readonly Picture[] = [
  { name: "answer", options: { ...WINDOW, deviceScaleFactor: 1.5 }, act: ask },
  { name: "find", options: WINDOW, act: find },
  { name: "card", options: WINDOW, act: openCard },
  { name: "comparison", options: WINDOW, act: compare },
  { name: "phone", options: PHONE, act: ask },
  { name: "panel", options: { ...WINDOW, viewport: { width: 1180, height: 860 }, colorScheme: "light" }, act: explain },
];

/** Ends what differs from one making of a picture to the next: times, days, the caret. */
const STOP_THE_CLOCK = `
for (const time of document.querySelectorAll("time")) time.textContent = "10:24 AM";
for (const day of document.querySelectorAll(".day span")) day.textContent = "Today";
document.activeElement?.blur();`;

/** Whether a thumb comes out in colours: the empty box of a missing font has none. */
const HAS_EMOJI = `(() => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = "16px sans-serif";
  canvas.fillText("\u{1F44D}", 0, 16);
  const { data } = canvas.getImageData(0, 0, 24, 24);
  return data.some((value, at) => at % 4 === 0 && value !== data[at + 2]);
})()`;

/** How high a window must be to show all messages of the day, and nothing above them. */
const WHOLE_HEIGHT = `(() => {
  const log = document.querySelector("[role=log]");
  const shown = log.getBoundingClientRect();
  const begin = document.querySelector(".day").getBoundingClientRect().top - shown.top + log.scrollTop;
  return Math.ceil(innerHeight - shown.height + log.scrollHeight - begin + 12);
})()`;

const SCROLL_DOWN = `for (const log of document.querySelectorAll("[role=log]")) log.scrollTop = log.scrollHeight;`;

if (CHROMIUM === undefined)
  throw new Error("No chromium was found. Install Debian's package: apt-get install chromium");
await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
try {
  for (const picture of PICTURES) await take(picture, browser);
} finally {
  await browser.close();
}

/** Each on a playground of its own: a picture shows nothing of the one before. */
async function take({ name, options, act }: Picture, window: Browser): Promise<void> {
  const playground = await spawnPlayground();
  try {
    const { page, complaints } = await openPage(window, playground.url, { ...options, reducedMotion: "reduce" });
    await act(page);
    await page.getByText("is typing…").waitFor({ state: "hidden" });
    if (!(await page.evaluate(HAS_EMOJI)))
      throw new Error("No font has emoji. Install Debian's package: apt-get install fonts-noto-color-emoji");
    // No hover in the picture.
    await page.mouse.move(0, 0);
    await page.evaluate(STOP_THE_CLOCK);
    const { width = 0 } = options.viewport ?? {};
    await page.setViewportSize({
      width,
      height: await page.evaluate<number>(WHOLE_HEIGHT),
    });
    await page.evaluate(SCROLL_DOWN);
    const picture = await page.screenshot({ animations: "disabled" });
    await page.context().close();
    if (picture.length > MAX_BYTES)
      throw new Error(
        `${name}.png would weigh ${picture.length} bytes: at most ${MAX_BYTES}. Make its window smaller.`,
      );
    if (complaints.length > 0) throw new Error(`${name}: ${complaints.join("; ")}`);
    await writeFile(join(FOLDER, `${name}.png`), picture);
    console.log(`${name}.png  ${Math.round(picture.length / 1000)} kB`);
  } finally {
    await playground.stop();
  }
}

async function ask(page: Page): Promise<void> {
  await page.getByRole("button", { name: QUESTION, exact: true }).click();
  await page.getByRole("button", { name: "Ask a follow-up" }).waitFor();
}

async function explain(page: Page): Promise<void> {
  await ask(page);
  const answer = page.getByRole("article", { name: /^Footnote/ }).last();
  await answer.hover();
  await answer.getByRole("button", { name: "How this came about" }).click();
  await page.getByRole("heading", { name: "How this answer came about" }).waitFor();
  await page.getByText("Fetching …").waitFor({ state: "hidden" });
}

async function find(page: Page): Promise<void> {
  await write(page, "/find kv cache compression");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Next" }).waitFor();
}

async function openCard(page: Page): Promise<void> {
  await write(page, "/paper vit is secretly");
  await takeFirst(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Related papers" }).waitFor();
}

async function compare(page: Page): Promise<void> {
  await write(page, "/compare colbert");
  await takeFirst(page);
  await page.keyboard.type("splade");
  await takeFirst(page);
  await page.getByRole("button", { name: "Send command" }).click();
  await page.getByText("Comparison: ").waitFor();
  await page.getByRole("button", { name: "Ask a follow-up" }).waitFor();
}

/** Takes the first title of the list, once it is there. */
async function takeFirst(page: Page): Promise<void> {
  await page.locator(".suggestions").getByRole("option").first().waitFor();
  await page.keyboard.press("Tab");
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message #general" }).pressSequentially(text);
}
