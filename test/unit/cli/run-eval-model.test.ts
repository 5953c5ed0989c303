import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../src/app.ts";
import type { Answer, ModelUse } from "../../../src/domain/answer.ts";
import type { ModelRequest, OpenOptions, Workbench } from "../../../src/workbench.ts";
import { makeAnswer, makePaper, scriptApp } from "../../support/cli-app.ts";
import { runInMemory, type CliRun } from "../../support/cli-context.ts";

const paper = makePaper("A");
const use: ModelUse = {
  model: "m-1",
  requests: 1,
  promptTokens: 100,
  completionTokens: 10,
  isEstimated: true,
  cost: 0.001,
  isCached: false,
  prompts: { answer: 1 },
  removed: [{ sentence: "It is pink [1].", reason: "support" }],
};
const written = makeAnswer({
  text: "It tiles [1].",
  citations: [{ number: 1, paper, evidence: [{ sentence: "It tiles.", source: "digest" }] }],
  trace: { searched: "", evidence: {}, stages: [], model: use },
});

let folder: string;
let questions: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-eval-"));
  questions = join(folder, "questions.jsonl");
  const lines = ["q1", "q2"].map((id) => JSON.stringify({ id, type: "known", question: id, gold: ["A"] }));
  await writeFile(questions, lines.join("\n"));
});

afterEach(() => rm(folder, { recursive: true }));

/** A workbench whose product asks a model once for each answer. */
function asking(endpoint?: (request: ModelRequest) => string): Partial<Workbench> {
  return {
    modelName: endpoint && "m-1",
    open: ({ model }: OpenOptions) => Promise.resolve(appWith(model, endpoint)),
  };
}

function appWith(model: OpenOptions["model"], endpoint?: (request: ModelRequest) => string): App {
  return scriptApp({
    papers: [paper],
    ask: ({ text }, options) => {
      if (model === "none") return Promise.resolve(makeAnswer({ text: "By hand." }));
      if (typeof model !== "object") throw new Error("The model of an evaluation can be recorded");
      const request: ModelRequest = { id: `${options?.id}/answer`, messages: [{ role: "user", content: text }] };
      const kept = model.replay?.(request);
      const completion = kept ?? endpoint?.(request) ?? null;
      model.onRequest?.(request, completion);
      const fallback: Answer = makeAnswer({ text: "By hand.", note: "The model failed." });
      return Promise.resolve(completion === null ? fallback : { ...written, text: completion });
    },
  });
}

function evaluating(args: readonly string[], workbench: Partial<Workbench>): Promise<CliRun> {
  return runInMemory(["eval", questions, ...args], { workbench });
}

async function record(name: string, ...lines: object[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return file;
}

describe("footnote eval", () => {
  test("leaves a configured model out, and says so little of it as before", async () => {
    const { code, stdout } = await evaluating(
      ["--json"],
      asking(() => "It tiles [1]."),
    );
    const scores = JSON.parse(stdout) as object;
    expect(code).toBe(0);
    expect(scores).toMatchObject({ judge: "lexical judge", groups: { known: { words: { mean: 2 } } } });
    expect(scores).not.toHaveProperty("model");
  });

  test.each([
    ["--judge", "m"],
    ["--record", "f"],
    ["--replay", "f"],
    ["--concurrency", "2"],
  ])("is wrong usage with %s without --model", async (option, value) => {
    const { code, stderr } = await evaluating([option, value], asking());
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `footnote: ${option} is for a model's answers: add --model.\n`,
    });
  });

  test("is wrong usage with --model and --ablate", async () => {
    expect(await evaluating(["--ablate", "--model"], asking())).toMatchObject({ code: 2 });
  });
});

describe("footnote eval --model", () => {
  test("is wrong usage without a model and without a recording", async () => {
    const { code, stderr } = await evaluating(["--model"], asking());
    expect(code).toBe(2);
    expect(stderr).toContain("name one in FOOTNOTE_CHAT_MODEL, or give a recording to --replay.");
  });

  test("tells what the model had to do with the answers", async () => {
    const { stdout } = await evaluating(
      ["--model"],
      asking(() => "It tiles [1]."),
    );
    expect(stdout).toMatch(/ALCE recall +2 +1\.000[^]*ALCE precision +2 +1\.000/);
    expect(stdout).toContain("are estimates (lexical judge).");
    expect(stdout).toContain(`
Model m-1: 2 answers from it, 0 fell back to the papers' own sentences.
2 sentences removed (support 2).
2 requests, 200 prompt tokens and 20 completion tokens (estimated), about $0.0020.
`);
  });

  test("asks the judge that it is told to, and names it", async () => {
    const workbench = {
      ...asking(() => "It tiles [1]."),
      judge: (name: string) => Promise.resolve(() => Promise.resolve(name !== "j-2")),
    };
    const { stdout } = await evaluating(["--model", "--judge", "j-2"], workbench);
    expect(stdout).toMatch(/ALCE recall +2 +0\.000/);
    expect(stdout).toContain("(judge: j-2).");
  });

  test("puts as many questions at once as it is told to", async () => {
    let underWay = 0;
    let most = 0;
    const app = scriptApp({
      ask: async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        return written;
      },
    });
    const workbench = { ...asking(() => ""), open: () => Promise.resolve(app) };
    await evaluating(["--model", "--concurrency", "1"], workbench);
    expect(most).toBe(1);
    await evaluating(["--model"], workbench);
    expect(most).toBe(2);
  });
});

describe("footnote eval --model --record", () => {
  test("writes a line a request, from which --replay scores the same without a model", async () => {
    const file = join(folder, "recorded.jsonl");
    const live = await evaluating(
      ["--model", "--record", file, "--json"],
      asking(() => "It tiles [1]."),
    );
    const lines = (await readFile(file, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual(
      ["q1", "q2"].map((id) => ({
        id: `${id}/answer`,
        messages: [{ role: "user", content: id }],
        completion: "It tiles [1].",
      })),
    );
    const replayed = await evaluating(["--model", "--replay", file, "--json"], asking());
    const { groups } = JSON.parse(live.stdout) as { groups: object };
    expect(JSON.parse(replayed.stdout)).toMatchObject({ groups, model: { replay: { missing: 0, askedOtherwise: 0 } } });
  });

  test("has each line in the file before the next question is asked", async () => {
    const file = join(folder, "recorded.jsonl");
    const seen: string[] = [];
    await evaluating(
      ["--model", "--record", file, "--concurrency", "1"],
      asking(({ id }) => {
        seen.push(readFileSync(file, "utf8"));
        return id;
      }),
    );
    expect(seen.map((text) => text.split("\n").length - 1)).toEqual([0, 1]);
  });

  test("touches no file that something is in, and asks nothing then", async () => {
    const file = join(folder, "notes.txt");
    await writeFile(file, "Mine.");
    const { code, stderr } = await evaluating(
      ["--model", "--record", file],
      asking(() => expect.unreachable()),
    );
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `footnote: Cannot record to ${file}: something is in it already. Name a new file, or move it away.\n`,
    });
    expect(await readFile(file, "utf8")).toBe("Mine.");
  });

  test("takes an empty file", async () => {
    const file = join(folder, "empty.jsonl");
    await writeFile(file, "");
    await evaluating(
      ["--model", "--record", file],
      asking(() => "It tiles [1]."),
    );
    expect((await readFile(file, "utf8")).split("\n")).toHaveLength(3);
  });

  test("fails where it cannot write", async () => {
    const { code, stderr } = await evaluating(
      ["--model", "--record", join(folder, "none", "f")],
      asking(() => ""),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("there is no such folder.");
  });
});

describe("footnote eval --model --replay", () => {
  test("counts what is missing and what is asked otherwise now, and records it for whoever can answer", async () => {
    const other = [{ role: "user", content: "asked otherwise" }];
    const replay = await record("replay.jsonl", { id: "q1/answer", messages: other, completion: "It tiles [1]." });
    const file = join(folder, "missing.jsonl");
    const { stdout } = await evaluating(["--model", "--replay", replay, "--record", file], asking());
    expect(stdout).toContain("Model none: 0 answers from it, 2 fell back");
    expect(stdout).toContain("\nOf the replay, 1 request missing and 1 asked otherwise.\n");
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { id: "q1/answer", completion: null },
      { id: "q2/answer", completion: null },
    ]);
  });

  test("is whole in what --record writes, beside what an endpoint answered", async () => {
    const replay = await record("replay.jsonl", { id: "q1/answer", completion: "Replayed [1]." });
    const file = join(folder, "whole.jsonl");
    await evaluating(
      ["--model", "--replay", replay, "--record", file, "--concurrency", "1"],
      asking(() => "Live [1]."),
    );
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { id: "q1/answer", completion: "Replayed [1]." },
      { id: "q2/answer", completion: "Live [1]." },
    ]);
  });

  test("takes lines without messages by their id", async () => {
    const replay = await record(
      "replay.jsonl",
      { id: "q1/answer", completion: "It tiles [1]." },
      { id: "q2/answer", completion: "It tiles [1]." },
    );
    const { stdout } = await evaluating(["--model", "--replay", replay, "--json"], asking());
    expect(JSON.parse(stdout)).toMatchObject({ model: { fromModel: 2, replay: { missing: 0, askedOtherwise: 0 } } });
  });

  test("fails on a broken line, and names it", async () => {
    const replay = await record("replay.jsonl", { id: "q1/answer", completion: "" }, { id: 7 });
    const { code, stdout, stderr } = await evaluating(["--model", "--replay", replay], asking());
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      `footnote: Cannot replay ${replay}: line 2 is no recorded request: It needs an id. Mend that line or take it out, or record anew with --record.\n`,
    );
  });

  test("fails in one line on what is no JSON", async () => {
    const replay = join(folder, "replay.jsonl");
    await writeFile(replay, "{}x\n");
    const { code, stderr } = await evaluating(["--model", "--replay", replay], asking());
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^footnote: Cannot replay .*: line 1 is no recorded request: (?!SyntaxError).* Mend that line or .*\n$/,
    );
  });

  test("does not let --record overwrite it", async () => {
    const replay = await record("replay.jsonl", { id: "q1/answer", completion: "" });
    expect((await evaluating(["--model", "--replay", replay, "--record", replay], asking())).code).toBe(1);
    expect(await readFile(replay, "utf8")).toContain("q1/answer");
  });
});
