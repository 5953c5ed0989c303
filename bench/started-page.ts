import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Browser } from "playwright-core";
import { projectPath } from "./node-process.ts";

/** One start of the playground, from the spawn of its process to the first answer on its page, in milliseconds. */
export interface PageStart {
  readonly toAddress: number;
  /** From the browser's navigation. */
  readonly toFirstPaint: number;
  readonly toFirstContent: number;
  /** From the browser's navigation until a question can be clicked. */
  readonly toQuestions: number;
  /** From the spawn. */
  readonly toContentFromStart: number;
  /** From the click until the answer has its buttons. */
  readonly toAnswer: number;
  /** From the spawn. */
  readonly toAnswerFromStart: number;
}

/** As the npm scripts start every process. */
const REQUIRE_NODE = new URL("../src/require-node.js", import.meta.url).href;

/** Moments as the page tells them, in milliseconds; all but `origin` are counted from the navigation. */
interface Moments {
  /** Since 1970. */
  readonly origin: number;
  readonly paint: number;
  readonly content: number;
  readonly questions: number;
  readonly answer: number;
}

/**
 * Starts the playground as `npm run playground` does, opens its page at once, and clicks the first question as soon as there
 * is one.
 *
 * @param folder Where the process runs; it holds the `index`.
 * @param browser Runs already.
 * @throws {Error} If the process ends before it says its address.
 */
export async function startPage(folder: string, browser: Browser): Promise<PageStart> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 900 } });
  const page = await context.newPage();
  const spawned = Date.now();
  const child = spawn(
    process.execPath,
    ["--import", REQUIRE_NODE, "--disable-warning=ExperimentalWarning", projectPath("../src/main.ts"), "--playground"],
    {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        FOOTNOTE_CORPUS: projectPath("../corpus"),
        FOOTNOTE_INDEX: `${folder}/index`,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  try {
    const url = await addressIn(child.stdout);
    if (url === undefined) throw new Error(`The playground did not say its address.\n${said}`);
    const addressed = Date.now();
    await page.goto(url, { waitUntil: "commit" });
    const { origin, paint, content, questions, answer } = await page.evaluate<Moments>(ASK);
    return {
      toAddress: addressed - spawned,
      toFirstPaint: paint,
      toFirstContent: content,
      toQuestions: questions,
      toContentFromStart: origin + content - spawned,
      toAnswer: answer - questions,
      toAnswerFromStart: origin + answer - spawned,
    };
  } finally {
    await context.close();
    await stop(child);
  }
}

/** Timed within the page: a driver's round trips would add to what they measure. */
const ASK = `(async () => {
  const shown = (find) => new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (!found) return;
      observer.disconnect();
      // What a frame shows is seen when the next one begins.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve({ found, at: performance.now() })));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
  const paints = new Promise((resolve) => {
    const times = {};
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) times[name] = startTime;
      if ("first-paint" in times && "first-contentful-paint" in times) resolve(times);
    }).observe({ type: "paint", buffered: true });
  });
  const questions = await shown(() => document.querySelector("button.question"));
  const clicked = performance.now();
  questions.found.click();
  const answer = await shown(() =>
    [...document.querySelectorAll(".message button")].find(({ textContent }) => textContent.includes("Ask a follow-up")));
  const times = await paints;
  return {
    origin: performance.timeOrigin,
    paint: times["first-paint"],
    content: times["first-contentful-paint"],
    questions: clicked,
    answer: answer.at,
  };
})()`;

async function addressIn(output: Readable): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const [url] = /http:\S+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  return undefined;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
