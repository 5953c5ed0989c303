import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { CHROMIUM, openBrowser, openPage } from "../test/e2e/browser.ts";
import { spawnPlayground } from "../test/e2e/playground-process.ts";

// Makes the README's pictures of the playground, as whoever opens it sees it: `npm run screenshots`.

const FOLDER = join(import.meta.dirname, "../docs");

/** What a picture in a README may weigh. */
const MAX_BYTES = 300_000;

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** Leads to what the picture shows. */
  readonly act: (page: Page) => Promise<void>;
}

const QUESTION = "How does ColBERT keep neural search fast?";
const WIDE = { width: 1040, height: 720 };
const PHONE = { width: 390, height: 844 };

const PICTURES: readonly Picture[] = [
  { name: "welcome", options: { viewport: WIDE, colorScheme: "dark" }, act: () => Promise.resolve() },
  { name: "answer", options: { viewport: WIDE, colorScheme: "dark" }, act: ask },
  { name: "answer-light", options: { viewport: WIDE, colorScheme: "light" }, act: ask },
  {
    name: "find",
    options: { viewport: { width: 1040, height: 1230 }, colorScheme: "dark" },
    act: (page) => slash(page, "/find kv cache compression", "Next"),
  },
  {
    name: "paper",
    options: { viewport: { width: 1040, height: 820 }, colorScheme: "light" },
    act: async (page) => {
      await write(page, "/paper colbert");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Related papers" }).waitFor();
    },
  },
  {
    name: "commands",
    options: { viewport: WIDE, colorScheme: "dark" },
    act: async (page) => {
      await write(page, "/summary late interaction");
      await page.getByRole("option").nth(3).waitFor();
    },
  },
  {
    name: "phone",
    options: { viewport: PHONE, deviceScaleFactor: 2, colorScheme: "dark" },
    act: ask,
  },
];

if (CHROMIUM === undefined)
  throw new Error("No chromium was found. Install Debian's package: apt-get install chromium");
await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
for (const picture of PICTURES) await take(picture, browser);
await browser.close();

/** Each on a playground of its own: a picture shows nothing of the one before. */
async function take({ name, options, act }: Picture, window: Browser): Promise<void> {
  const playground = await spawnPlayground();
  const { page, complaints } = await openPage(window, playground.url, { ...options, reducedMotion: "reduce" });
  await act(page);
  // No caret and no hover in the picture.
  await page.mouse.move(0, 0);
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  await page.context().close();
  await playground.stop();
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw new Error(`${path} weighs ${size} bytes: at most ${MAX_BYTES}.`);
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join("; ")}`);
  console.log(`${name}.png  ${Math.round(size / 1000)} kB`);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole("button", { name: QUESTION }).first().click();
  await page.getByRole("button", { name: "Ask a follow-up" }).waitFor();
}

async function slash(page: Page, command: string, button: string): Promise<void> {
  await write(page, command);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: button }).waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message #general" }).pressSequentially(text);
}
