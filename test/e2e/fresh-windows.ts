import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { startPlayground, type Playground, type PlaygroundOptions } from "../../src/playground/start-playground.ts";
import { openBrowser, openPage, type WatchedPage } from "./browser.ts";

/** Windows on a playground that each test has for itself. */
export interface FreshWindows {
  readonly playground: () => Playground;
  /** A window of its own, which must have nothing to complain of at the end of the test. */
  readonly open: (options?: Parameters<typeof openPage>[2]) => Promise<Page>;
}

/** Starts a browser for the tests of the suite that calls it, and a playground for each of them. */
export function freshWindows(options: Omit<PlaygroundOptions, "port" | "log">): FreshWindows {
  let browser: Browser;
  let playground: Playground;
  let pages: WatchedPage[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    playground = await startPlayground({ ...options, port: 0, log: () => undefined });
    pages = [];
    return async () => {
      for (const { page } of pages) await page.context().close();
      await playground.stop();
      const complaints = [...pages.flatMap((page) => page.complaints), ...playground.discord.complaints];
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
    };
  });

  return {
    playground: () => playground,
    async open(context) {
      const watched = await openPage(browser, playground.url, context);
      pages.push(watched);
      return watched.page;
    },
  };
}
