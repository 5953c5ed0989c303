import { once } from "node:events";
import type { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { converse } from "../../../src/cli/converse.ts";
import { EmbeddingError } from "../../../src/domain/errors.ts";
import type { Question } from "../../../src/domain/question.ts";
import { makeAnswer, makePaper, scriptApp } from "../../support/cli-app.ts";
import { makeContext } from "../../support/cli-context.ts";

const answer = makeAnswer({
  text: "It tiles [1].",
  citations: [
    {
      number: 1,
      paper: makePaper("Raw title", { displayTitle: "Readable title" }),
      evidence: [
        { sentence: "Tiling is fast.", source: "digest" },
        { sentence: "We tile.", source: "abstract" },
      ],
    },
  ],
});

/** Types lines on a terminal, and gives what was on the screen at the end. */
async function type(
  lines: readonly string[],
  app = scriptApp({ ask: () => Promise.resolve(answer) }),
): Promise<string> {
  const { context, stdin, stdout, stderr } = makeContext({ app, isTTY: true });
  stdin.end(lines.map((line) => `${line}\n`).join(""));
  await converse(context, app);
  return stripVTControlCharacters(stdout() + stderr());
}

/** Presses Ctrl-C, and waits until it is felt. */
async function pressCtrlC(stdin: Writable, felt: AbortSignal | undefined): Promise<void> {
  if (!felt || felt.aborted) throw new Error("Nothing can be stopped");
  const aborted = once(felt, "abort");
  stdin.write("\u0003");
  await aborted;
}

describe("converse()", () => {
  test("answers line by line until the input ends", async () => {
    const app = scriptApp({ ask: ({ text }: Question) => Promise.resolve(makeAnswer({ text: `re ${text}` })) });
    const screen = await type(["one", "", "two"], app);
    expect(screen).toContain("re one");
    expect(screen).toContain("re two");
    expect(app.calls).toHaveLength(2);
  });

  test("looks back on what was said, with titles in the place of marks, and not further than ten turns", async () => {
    const app = scriptApp({ ask: () => Promise.resolve(answer) });
    await type(["q1", "q2", "q3", "q4", "q5", "q6", "q7"], app);
    const histories = app.calls.map(([, question]) => (question as Question).history);
    expect(histories[0]).toEqual([]);
    expect(histories[1]).toEqual([
      { role: "user", text: "q1" },
      { role: "assistant", text: "It tiles [Raw title]." },
    ]);
    expect(histories[6]).toHaveLength(10);
    expect(histories[6]?.[0]).toEqual({ role: "user", text: "q2" });
  });

  test("shows the sentences behind the last answer, and where each was taken from", async () => {
    const screen = await type(["/sources", "how?", "/sources"]);
    expect(screen).toContain("The last answer has no footnotes.");
    expect(screen).toContain(
      "[1] Readable title\n    - Tiling is fast. (from our digest)\n    - We tile. (from the abstract)",
    );
  });

  test("leaves on /quit, helps on /help, and asks nothing for a command it does not know", async () => {
    const app = scriptApp();
    const screen = await type(["/help", "/nonsense", "/quit", "never asked"], app);
    expect(screen).toContain("/sources  the sentences");
    expect(screen).toContain("There is no /nonsense.");
    expect(app.calls).toEqual([]);
  });

  test("goes on after a question that failed, which leaves no trace in the history", async () => {
    const app = scriptApp({
      ask: ({ text }) => (text === "bad" ? Promise.reject(new EmbeddingError("No route.")) : Promise.resolve(answer)),
    });
    expect(await type(["bad", "good"], app)).toContain("No route.");
    expect(app.calls[1]?.slice(0, 2)).toEqual(["ask", { text: "good", history: [] }]);
  });

  test("prints an answer while it comes, once", async () => {
    const app = scriptApp({
      ask: (_, options) => {
        options?.onPartial?.({ text: "It tiles", citations: [] });
        return Promise.resolve(answer);
      },
    });
    expect((await type(["how?"], app)).match(/It tiles \[1\]\./g)).toHaveLength(1);
  });

  test("stops the answer under way on Ctrl-C, shows what was proved, and goes on", async () => {
    const { context, stdin, stdout } = makeContext({ isTTY: true });
    const app = scriptApp({
      ask: async ({ text }, options) => {
        if (text === "next") return makeAnswer({ text: "The next answer." });
        await pressCtrlC(stdin, options?.signal);
        stdin.end("next\n");
        return { ...answer, note: "It was stopped here." };
      },
    });
    stdin.write("how?\n");
    await converse(context, app);
    expect(context.signal.aborted).toBe(false);
    expect(stripVTControlCharacters(stdout())).toMatch(/It tiles \[1\]\.\s+It was stopped here\.[^]*The next answer\./);
  });

  test("says that it stopped where nothing was proved, and remembers the question", async () => {
    const { context, stdin, stderr } = makeContext({ isTTY: true });
    const app = scriptApp({
      ask: async ({ text }, options) => {
        if (text === "next") return answer;
        await pressCtrlC(stdin, options?.signal);
        stdin.end("next\n");
        throw options?.signal?.reason;
      },
    });
    stdin.write("how?\n");
    await converse(context, app);
    expect(stderr()).toBe("Stopped.\n");
    const history = [
      { role: "user", text: "how?" },
      { role: "assistant", text: "" },
    ];
    expect(app.calls[1]?.slice(0, 2)).toEqual(["ask", { text: "next", history }]);
  });

  test("draws nothing into an answer when the terminal's size changes or keys are hit, and the keys after it", async () => {
    const { context, stdin, stdout } = makeContext({ isTTY: true });
    let meanwhile = "";
    const app = scriptApp({
      ask: async (_, options) => {
        options?.onPartial?.({ text: "It tiles", citations: [] });
        const before = stdout();
        const felt = once(stdin, "keypress");
        stdin.write("/he");
        await felt;
        context.terminal.stdout.emit("resize");
        meanwhile = stdout().slice(before.length);
        return answer;
      },
    });
    stdin.write("how?\n");
    context.terminal.stdout.on("data", (text) => {
      if (String(text).includes("› /he")) stdin.end("lp\n");
    });
    await converse(context, app);
    expect(meanwhile).toBe("");
    expect(stripVTControlCharacters(stdout())).toContain("this help");
  });

  test("draws the prompt anew when the terminal's size changes at it", async () => {
    const { context, stdin, stdout } = makeContext({ isTTY: true });
    const conversing = converse(context, scriptApp());
    await expect.poll(stdout).toContain("› ");
    const before = stdout().length;
    context.terminal.stdout.emit("resize");
    expect(stripVTControlCharacters(stdout().slice(before))).toBe("› ");
    stdin.end();
    await conversing;
    expect(context.terminal.stdout.listenerCount("resize")).toBe(0);
  });

  test("leaves on a second Ctrl-C during the same answer", async () => {
    const { context, stdin } = makeContext({ isTTY: true });
    const app = scriptApp({
      ask: async (_, options) => {
        await pressCtrlC(stdin, options?.signal);
        await pressCtrlC(stdin, context.signal);
        return answer;
      },
    });
    stdin.write("how?\n");
    await converse(context, app);
    expect(context.signal.aborted).toBe(true);
    expect(app.calls).toHaveLength(1);
  });

  test("leaves on Ctrl-C at the prompt after an answer", async () => {
    const { context, stdin } = makeContext({ isTTY: true });
    const app = scriptApp({ ask: () => Promise.resolve(answer) });
    const leaving = converse(context, app);
    stdin.write("how?\n/help\n");
    context.terminal.stdout.on("data", (text) => {
      if (String(text).includes("this help")) stdin.write("\u0003");
    });
    await leaving;
    expect(context.signal.aborted).toBe(true);
    expect(app.calls).toHaveLength(1);
  });

  test("leaves on Ctrl-C", async () => {
    const app = scriptApp();
    const { context, stdin } = makeContext({ app, isTTY: true });
    stdin.write("half a question\u0003");
    await converse(context, app);
    expect(app.calls).toEqual([]);
    expect(context.signal.aborted).toBe(true);
  });
});
