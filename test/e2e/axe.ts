import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const RUN =
  "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }).then((result) => result.violations)";

/** @returns What axe has against the page as it stands: each rule with the elements that break it. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(SOURCE);
  const found = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(RUN);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
