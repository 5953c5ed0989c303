// Measures how soon the playground's page is there and answers, and writes it into bench/RESULTS.md: `npm run page-start`.
import "../src/require-node.js";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CHROMIUM, openBrowser } from "../test/e2e/browser.ts";
import { projectPath, runNode } from "./node-process.ts";
import { renderPageStart, replacePageStart } from "./render-page-start.ts";
import { type PageStart, startPage } from "./started-page.ts";

const RESULTS = projectPath("RESULTS.md");

const { values } = parseArgs({ options: { starts: { type: "string", default: "7" } } });
if (CHROMIUM === undefined)
  throw new Error("No chromium was found. Install Debian's package: apt-get install chromium");
const folder = await mkdtemp(join(tmpdir(), "footnote-page-"));
const browser = await openBrowser();
try {
  const { signal } = new AbortController();
  const places = ["--index", join(folder, "index"), "--corpus", projectPath("../corpus")];
  await runNode([projectPath("../src/cli.ts"), "index", ...places], { folder, signal });
  // The first start of a copy compiles its modules, and the later ones find them compiled.
  await startPage(folder, browser);
  const starts: PageStart[] = [];
  for (let start = 0; start < Number(values.starts); start += 1) starts.push(await startPage(folder, browser));
  const section = renderPageStart(starts);
  await writeFile(RESULTS, replacePageStart(await readFile(RESULTS, "utf8"), section));
  console.log(section);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
