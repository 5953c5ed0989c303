import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { App } from "../../../src/app.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import { makeAnswer, makePaper, scriptApp } from "../../support/cli-app.ts";
import { makeContext, runInMemory } from "../../support/cli-context.ts";
import { printAnswer } from "../../../src/cli/print-answer.ts";

const citations: Answer["citations"] = [
  { number: 1, paper: makePaper("Tiles"), evidence: [{ sentence: "Tiling.", source: "digest" }] },
];
const TEXT = "- It tiles the matrix [1].\n- It is so much faster that nobody waits [1].\n\nProblem\nNone [1].";
/** The text as it grows. */
const SENTENCES = TEXT.split(/(?<=\[1\]\.)/).map((_, index, parts) => parts.slice(0, index + 1).join(""));
const answer = makeAnswer({ text: TEXT, citations, seeAlso: [makePaper("Other")] });

/** An App whose model proves texts one after the other, and then answers. */
function proving(texts: readonly string[], end: Answer = answer): App & { readonly calls: readonly unknown[] } {
  return scriptApp({
    ask: (_, options) => {
      for (const text of texts) options?.onPartial?.({ text, citations });
      return Promise.resolve(end);
    },
  });
}

describe("printAnswer()", () => {
  test("prints what is proved at once, and nothing of the footnotes before the end", async () => {
    const { context, stdout } = makeContext({ isTTY: true, columns: 24 });
    const screens: string[] = [];
    await printAnswer(context.terminal, async (onPartial) => {
      for (const text of SENTENCES.slice(0, 2)) {
        onPartial({ text, citations });
        screens.push(stdout());
      }
      return answer;
    });
    expect(screens).toEqual([
      "- It tiles the matrix\n  [1].",
      "- It tiles the matrix\n  [1].\n- It is so much faster\n  that nobody waits [1].",
    ]);
    expect(stdout()).toMatch(/\nNone \[1\]\.\n\n\[1\] Tiles\n[^]*See also\n- Other\n$/);
  });

  test("keeps the width that it began with when the terminal's changes", async () => {
    const { context, stdout } = makeContext({ isTTY: true, columns: 24 });
    await printAnswer(context.terminal, (onPartial) => {
      onPartial({ text: SENTENCES[0] ?? "", citations });
      Object.assign(context.terminal.stdout, { columns: 80 });
      onPartial({ text: SENTENCES[1] ?? "", citations });
      return Promise.resolve(answer);
    });
    const still = (await runInMemory(["ask", "how?"], { app: proving([]), isTTY: true, columns: 24 })).stdout;
    expect(stdout()).toBe(still);
  });

  test.each([
    ["on a narrow terminal", { isTTY: true, columns: 24, color: true }],
    ["where nobody looks at a screen", { isTTY: false }],
  ])("prints the same however the text comes, %s", async (_, world) => {
    const whole = (await runInMemory(["ask", "how?"], { app: proving([]), ...world })).stdout;
    await fc.assert(
      fc.asyncProperty(fc.subarray(SENTENCES), async (texts) => {
        expect((await runInMemory(["ask", "how?"], { app: proving(texts), ...world })).stdout).toBe(whole);
      }),
      { numRuns: 50 },
    );
  });

  test("shows no control character of a text under way, and none of what it hides", async () => {
    const trap = "safe \u001B]0;title of a window\u0007 text \u001B[31mred [1].";
    const texts = Array.from(trap, (_, at) => trap.slice(0, at));
    const { stdout } = await runInMemory(["ask", "how?"], { app: proving(texts, makeAnswer({ text: trap })) });
    expect(stdout).toBe("safe  text red [1].\n");
  });

  test("prints nothing before the end with --json", async () => {
    const app = proving(["- It tiles the"]);
    const { stdout } = await runInMemory(["ask", "how?", "--json"], { app });
    expect(stdout.startsWith("{")).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({ answer: TEXT });
  });
});

describe("Ctrl-C while an answer comes", () => {
  test("stops it with --json too, and prints what was proved", async () => {
    const stop = new AbortController();
    const app = scriptApp({
      ask: async (_, options) => {
        stop.abort();
        expect(options?.signal?.aborted).toBe(true);
        return makeAnswer({ text: "It tiles [1].", citations, note: "It was stopped here." });
      },
    });
    const { code, stdout } = await runInMemory(["ask", "how?", "--json"], { app, signal: stop.signal });
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ answer: "It tiles [1].", note: "It was stopped here." });
  });

  test("stops it, and shows what was proved with its footnotes and a note", async () => {
    const stop = new AbortController();
    const app = scriptApp({
      ask: async (_, options) => {
        options?.onPartial?.({ text: "It tiles [1].", citations });
        stop.abort();
        expect(options?.signal?.aborted).toBe(true);
        return makeAnswer({ text: "It tiles [1].", citations, note: "It was stopped here." });
      },
    });
    const { code, stdout, stderr } = await runInMemory(["ask", "how?"], { app, signal: stop.signal });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "" });
    expect(stdout).toMatch(/^It tiles \[1\]\.\n\nIt was stopped here\.\n\n\[1\] Tiles\n/);
  });
});
