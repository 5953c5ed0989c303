import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBatchLine } from "../../../src/cli/batch-line.ts";
import { EmbeddingError } from "../../../src/domain/errors.ts";
import { makeAnswer, makePaper, makeRanking, scriptApp } from "../../support/cli-app.ts";
import { makeContext, runInMemory } from "../../support/cli-context.ts";
import { runBatch } from "../../../src/cli/run-batch.ts";

type Row = Record<string, unknown>;

function rowsOf(stdout: string): Row[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}

describe("footnote batch", () => {
  test("answers each line in order, with the history", async () => {
    const paper = makePaper("Corpus  title, to the letter");
    const app = scriptApp({
      ask: ({ text }) => Promise.resolve(makeAnswer({ text: `re ${text}`, ranking: makeRanking(paper) })),
    });
    const history = [{ role: "user", text: "before" }];
    const stdin = `${JSON.stringify({ id: "1", question: "a" })}\r\n\n${JSON.stringify({ id: 2, question: "b", history, mode: "ask" })}`;
    const { code, stdout } = await runInMemory(["batch", "-"], { app, stdin });
    expect(code).toBe(0);
    expect(rowsOf(stdout)).toMatchObject([
      { id: "1", answer: "re a", outcome: "answered", ranking: [paper.title], citations: [] },
      { id: 2, answer: "re b" },
    ]);
    expect(Object.keys(rowsOf(stdout)[0] ?? {})).toEqual(["id", "ranking", "outcome", "answer", "citations", "ms"]);
    expect(app.calls[1]?.slice(0, 2)).toEqual(["ask", { text: "b", history }]);
  });

  test("prints the keys of its contract and no other, whatever the answer holds", async () => {
    const app = scriptApp({ ask: () => Promise.resolve(makeAnswer({ text: "t", note: "The model was slow." })) });
    const [row] = rowsOf((await runInMemory(["batch", "-"], { app, stdin: '{"id":1,"question":"a"}' })).stdout);
    expect(Object.keys(row ?? {})).toEqual(["id", "ranking", "outcome", "answer", "citations", "ms"]);
  });

  test("prints nothing of an answer that was cut short by Ctrl-C", async () => {
    const stop = new AbortController();
    const app = scriptApp({
      ask: (_, options) => {
        stop.abort();
        expect(options?.signal?.aborted).toBe(true);
        return Promise.resolve(makeAnswer({ text: "as far as it came" }));
      },
    });
    const run = await runInMemory(["batch", "-"], { app, stdin: '{"id":1,"question":"a"}', signal: stop.signal });
    expect(run).toMatchObject({ code: 130, stdout: "" });
  });

  test("looks titles up in title mode", async () => {
    const app = scriptApp({ findTitles: (query) => (query === "a" ? [makePaper("A"), makePaper("B")] : []) });
    const stdin = ["a", "none"].map((question) => JSON.stringify({ id: question, question, mode: "title" })).join("\n");
    expect(rowsOf((await runInMemory(["batch", "-"], { app, stdin })).stdout)).toMatchObject([
      { id: "a", ranking: ["A", "B"], outcome: "answered", answer: "", citations: [] },
      { id: "none", ranking: [], outcome: "no-evidence" },
    ]);
    expect(app.calls).toEqual([
      ["findTitles", "a", 20],
      ["findTitles", "none", 20],
    ]);
  });

  test("says in its place what is wrong with a line, goes on, and exits with 1", async () => {
    const app = scriptApp({ ask: () => Promise.resolve(makeAnswer({ text: "fine" })) });
    const stdin = [
      "{",
      "[]",
      '{"question":"no id"}',
      '{"id":"a","question":"?","type":"known"}',
      '{"id":"b","question":7}',
      '{"id":"c","question":"?","history":[{"role":"system","text":"x"}]}',
      '{"id":"d","question":"?","mode":"guess"}',
      '{"id":"e","question":"?"}',
    ].join("\n");
    const { code, stdout } = await runInMemory(["batch", "-"], { app, stdin });
    const rows = rowsOf(stdout);
    expect(code).toBe(1);
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      [null, "failed"],
      [null, "failed"],
      [null, "failed"],
      ["a", "failed"],
      ["b", "failed"],
      ["c", "failed"],
      ["d", "failed"],
      ["e", "answered"],
    ]);
    expect(rows[3]?.["answer"]).toBe('The key "type" is none of id, question, history, mode.');
  });

  test("says in its place why a question failed, and goes on", async () => {
    const app = scriptApp({
      ask: ({ text }) =>
        text === "bad" ? Promise.reject(new EmbeddingError("No route.")) : Promise.resolve(makeAnswer()),
    });
    const stdin = '{"id":"1","question":"bad"}\n{"id":"2","question":"good"}';
    const { code, stdout } = await runInMemory(["batch", "-"], { app, stdin });
    expect(code).toBe(1);
    expect(rowsOf(stdout)).toMatchObject([
      { id: "1", outcome: "failed", answer: "No route.", ranking: [], ms: { retrieve: 0 } },
      { id: "2", outcome: "answered" },
    ]);
  });

  test("prints each answer before it reads the next question", async () => {
    const app = scriptApp({ ask: ({ text }) => Promise.resolve(makeAnswer({ text })) });
    const { context, stdin, stdout } = makeContext({ app, isTTY: true });
    const { promise: printed, resolve } = Promise.withResolvers<void>();
    context.terminal.stdout.on("data", () => resolve());
    const run = runBatch(context, "-", {});
    stdin.write('{"id":"1","question":"first"}\n');
    await printed;
    expect(rowsOf(stdout())).toMatchObject([{ id: "1" }]);
    stdin.end('{"id":"2","question":"second"}\n');
    expect(await run).toBe(0);
    expect(rowsOf(stdout())).toMatchObject([{ id: "1" }, { id: "2" }]);
  });

  test.each([
    ["nowhere.jsonl", "Cannot read nowhere.jsonl: there is no such file."],
    ["test", "Cannot read test: it is a folder."],
  ])("fails on %s", async (file, message) => {
    expect(await runInMemory(["batch", file])).toMatchObject({ code: 1, stdout: "", stderr: `footnote: ${message}\n` });
  });
});

describe("parseBatchLine()", () => {
  test("takes whatever line it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        expect(parseBatchLine(line)).toHaveProperty("id");
      }),
    );
  });

  test("gives back every well-formed item", () => {
    const turn = fc.record({ role: fc.constantFrom("user", "assistant"), text: fc.string() });
    const item = fc.record({
      id: fc.oneof(fc.string(), fc.integer()),
      question: fc.string(),
      history: fc.array(turn),
      mode: fc.constantFrom("ask", "title"),
    });
    fc.assert(
      fc.property(item, (expected) => {
        expect(parseBatchLine(JSON.stringify(expected))).toEqual(expected);
      }),
    );
  });
});
