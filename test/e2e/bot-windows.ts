import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { Paper } from "../../src/domain/paper.ts";
import { catalogueOf } from "../support/papers.ts";
import { openBrowser, openPage } from "./browser.ts";
import { type JudgedPlayground, startJudgedPlayground } from "./judged-playground.ts";

/** Windows on one playground with the real bot in it, which a file's tests share. */
export interface BotWindows {
  /** A window of its own in a channel, which must have nothing to complain of at the end of the test. */
  readonly open: (channel: string, options?: Parameters<typeof openPage>[2]) => Promise<Page>;
}

export interface BotSettings {
  /** What the bot knows. Defaults to the shipped corpus. */
  readonly papers?: readonly Paper[];
  /** The owner's further settings, read when the playground starts. */
  readonly env?: () => Readonly<Record<string, string>>;
}

/** Starts a browser and the bot's playground before the tests of the suite that calls it, and stops them after. */
export function shareBot({ papers, env = () => ({}) }: BotSettings = {}): BotWindows {
  let playground: JudgedPlayground;
  let browser: Browser;

  beforeAll(async () => {
    const corpus = papers && (await writeCorpus(papers));
    const settings = { ...env(), ...(corpus && { FOOTNOTE_CORPUS: corpus }) };
    [playground, browser] = await Promise.all([startJudgedPlayground(settings), openBrowser()]);
    return async () => {
      if (corpus) await rm(corpus, { recursive: true });
    };
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  return {
    async open(channel, options) {
      const watched = await openPage(browser, playground.url, options);
      onTestFinished(async () => {
        await watched.page.context().close();
        expect(watched.complaints).toEqual([]);
        expect(playground.complaints).toEqual([]);
      });
      const { page } = watched;
      const menu = page.getByRole("button", { name: "Show channels" });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole("navigation").getByRole("button", { name: channel, exact: true }).click();
      return page;
    },
  };
}

async function writeCorpus(papers: readonly Paper[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "footnote-e2e-corpus-"));
  await writeFile(join(folder, "catalogue.jsonl"), catalogueOf(papers));
  return folder;
}

/** What the bot said last. */
export function lastAnswer(page: Page): Locator {
  return page.getByRole("article", { name: /^Footnote/ }).last();
}

/** The composer of whatever channel is open. */
export function composerOf(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Message / });
}

/** Asks by mention, in a channel of the server. */
export async function mention(page: Page, question: string): Promise<void> {
  await composerOf(page).fill(`@Footnote ${question}`);
  await composerOf(page).press("Enter");
}
