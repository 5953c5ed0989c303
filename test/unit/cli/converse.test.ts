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
    expect(app.calls[1]).toEqual(["ask", { text: "good", history: [] }]);
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
