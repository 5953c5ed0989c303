import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** Where Debian's chromium is, and what other systems call it. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser for the tests, if this machine has one. */
export const CHROMIUM = PLACES.find((place) => existsSync(place));

/** What the tests say of themselves where there is none. */
export const SKIPPED = CHROMIUM === undefined ? " (skipped: no chromium on this machine)" : "";

/** Nothing that a browser does by itself may leave the machine. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(CHROMIUM && { executablePath: CHROMIUM }), args: QUIET });
}

/** A page with what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses that are not on the loopback, scripts that failed, policies that were broken, dialogs that popped up. */
  readonly complaints: readonly string[];
}

/** Opens an address in a window of its own, and watches all that it does. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, locale: "en-US", ...options });
  // Less than a test may take, so that it says what it waited for.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const { host } = new URL(url);
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.host !== host && target.protocol !== "data:") complaints.push(`request to ${target.href}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (line) => {
    if (line.type() === "error" || line.type() === "warning") complaints.push(`${line.type()}: ${line.text()}`);
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  await page.getByText("is online").waitFor({ state: "attached" });
  return { page, complaints };
}
