import { describe, expect, test } from "vitest";
import type { App } from "../../../src/app.ts";
import { EmbeddingError } from "../../../src/domain/errors.ts";
import type { Workbench } from "../../../src/workbench.ts";
import { makeAnswer, makePaper, makeRanking, scriptApp } from "../../support/cli-app.ts";
import { runInMemory } from "../../support/cli-context.ts";

const flash = makePaper("Flash", {
  displayTitle: "Flash: fast attention",
  published: "2024-05-13",
  links: ["https://github.com/flash/flash"],
});
const slow = makePaper("Slow & steady");

const answer = makeAnswer({
  text: "Attention can be made fast by tiling it [1], and a second paper shows how slow it was before [2].",
  citations: [
    { number: 1, paper: flash, evidence: [{ sentence: "Tiling.", source: "digest" }] },
    {
      number: 2,
      paper: slow,
      evidence: [
        { sentence: "It was slow.", source: "abstract" },
        { sentence: "Very slow.", source: "digest" },
      ],
    },
  ],
  seeAlso: [makePaper("Another one")],
  ranking: makeRanking(flash, slow),
  trace: {
    searched: "",
    evidence: {},
    stages: [
      { name: "retrieve", ms: 2 },
      { name: "answer", ms: 50 },
      { name: "retrieve", ms: 1.001 },
    ],
  },
});

function answering(): App & { readonly calls: readonly unknown[] } {
  return scriptApp({ ask: () => Promise.resolve(answer) });
}

describe("footnote ask", () => {
  test("prints the answer, its footnotes and where to read on", async () => {
    const run = await runInMemory(["ask", "how?"], { app: answering(), isTTY: true, columns: 60 });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toBe(`Attention can be made fast by tiling it [1], and a second
paper shows how slow it was before [2].

[1] Flash: fast attention
    from our digest · 2024-05-13 · code https://github.com/flash/flash

[2] Slow & steady
    from the abstract and from our digest · search arXiv https://arxiv.org/search/?query=Slow+%26+steady&searchtype=title

See also
- Another one
`);
  });

  test("wraps nothing and colours nothing where nobody looks at a screen", async () => {
    const { stdout } = await runInMemory(["ask", "how?"], { app: answering() });
    expect(stdout.split("\n")[0]).toBe(answer.text);
    expect(stdout).not.toContain("\u001B");
  });

  test("colours marks and headings where it may", async () => {
    const { stdout } = await runInMemory(["ask", "how?"], { app: answering(), isTTY: true, color: true });
    expect(stdout).toContain("\u001B[36m[1]\u001B[39m");
    expect(stdout).toContain("\u001B[1mSee also\u001B[22m");
  });

  test("prints what the corpus says without its control characters", async () => {
    const trap = makePaper("T", { displayTitle: "\u001B[2Jgone\u0007" });
    const app = scriptApp({
      ask: () =>
        Promise.resolve(
          makeAnswer({
            text: "\u001B]0;x\u0007safe",
            citations: [{ number: 1, paper: trap, evidence: [{ sentence: "S.", source: "digest" }] }],
          }),
        ),
    });
    const { stdout } = await runInMemory(["ask", "how?"], { app });
    expect(stdout).toContain("safe\n\n[1] gone\n");
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test("leaves the nearest titles of a refusal to its own words", async () => {
    const app = scriptApp({
      ask: () => Promise.resolve(makeAnswer({ outcome: "no-evidence", text: "Nothing.", seeAlso: [slow] })),
    });
    expect((await runInMemory(["ask", "how?"], { app })).stdout).toBe("Nothing.\n");
  });

  test("calls what is near a declined question by that name", async () => {
    const app = scriptApp({
      ask: () => Promise.resolve(makeAnswer({ outcome: "declined", text: "English?", seeAlso: [slow] })),
    });
    expect((await runInMemory(["ask", "how?"], { app })).stdout).toBe("English?\n\nNearest papers\n- Slow & steady\n");
  });

  test("prints one JSON object with its trace with --json", async () => {
    const { stdout } = await runInMemory(["ask", "how?", "--json"], { app: answering() });
    expect(JSON.parse(stdout)).toEqual({
      ranking: ["Flash", "Slow & steady"],
      outcome: "answered",
      answer: answer.text,
      citations: [
        { title: "Flash", evidence: "Tiling.", source: "digest" },
        { title: "Slow & steady", evidence: "It was slow.", source: "abstract" },
        { title: "Slow & steady", evidence: "Very slow.", source: "digest" },
      ],
      ms: { retrieve: 3, total: expect.any(Number) as number },
      trace: {
        ...answer.trace,
        scores: answer.ranking.map(({ paper, score, signals }) => ({ title: paper.title, score, signals })),
      },
    });
  });

  test("prints what a model had to do with it with --json, and what is to be noted", async () => {
    const model = {
      model: "m",
      requests: 1,
      promptTokens: 20,
      completionTokens: 3,
      isEstimated: false,
      isCached: false,
      prompts: { answer: 1 },
      removed: [{ sentence: "It is pink.", reason: "support" }],
    } as const;
    const app = scriptApp({
      ask: () => Promise.resolve({ ...answer, note: "It broke off.", trace: { ...answer.trace, model } }),
    });
    const { stdout } = await runInMemory(["ask", "how?", "--json"], { app });
    expect(JSON.parse(stdout)).toMatchObject({ note: "It broke off.", trace: { model } });
  });

  test("prints the note under the text, before the footnotes, and dim where it may", async () => {
    const note = "The model did not answer in time; these are the papers' own sentences.";
    const app = scriptApp({ ask: () => Promise.resolve({ ...answer, text: "It tiles [1].", note }) });
    expect((await runInMemory(["ask", "how?"], { app })).stdout).toContain(`It tiles [1].\n\n${note}\n\n[1] Flash`);
    const { stdout } = await runInMemory(["ask", "how?"], { app, isTTY: true, columns: 60, color: true });
    expect(stdout).toContain(
      "\n\n\u001B[2mThe model did not answer in time; these are the papers' own\nsentences.\u001B[22m\n\n",
    );
  });

  test.each([
    [["ask", "how?"], "configured"],
    [["ask", "how?", "--no-model"], "none"],
    [["search", "how?"], "none"],
  ])("%j opens the product with the model that is %s", async (args, model) => {
    const models: unknown[] = [];
    const app = scriptApp({
      ask: () => Promise.resolve(answer),
      search: () => Promise.resolve({ papers: [], undated: 0 }),
    });
    const open: Workbench["open"] = (options) => {
      models.push(options.model);
      return Promise.resolve(app);
    };
    await runInMemory(args, { workbench: { open } });
    expect(models).toEqual([model]);
  });

  test("takes the question from a pipe", async () => {
    const app = answering();
    await runInMemory(["ask"], { app, stdin: " how?\n" });
    expect(app.calls).toEqual([["ask", { text: "how?", history: [] }, expect.anything()]]);
  });

  test("is wrong usage without a question, and with nobody to talk to", async () => {
    const run = await runInMemory(["ask"]);
    expect(run).toMatchObject({ code: 2, stdout: "", indexFolders: [] });
    expect(run.stderr).toMatch(/^footnote: There is no question\..*\n$/);
  });

  test("opens the index and the sources that it is told to", async () => {
    const opened: (readonly string[])[] = [];
    const app = answering();
    const { indexFolders } = await runInMemory(["ask", "how?", "--index", "i", "--corpus", "a", "b"], {
      workbench: {
        open: ({ paths, onNotice }) => {
          opened.push(paths);
          onNotice?.("Building the index.");
          return Promise.resolve(app);
        },
      },
    });
    expect({ indexFolders, opened }).toEqual({ indexFolders: ["i"], opened: [["a", "b"]] });
  });

  test("tells what it does unasked on stderr, not in the results", async () => {
    const { stdout, stderr } = await runInMemory(["ask", "how?", "--json"], {
      workbench: {
        open: ({ onNotice, onProgress }) => {
          onNotice?.("Building the index.");
          onProgress?.({ step: "embedding", done: 1, total: 2 });
          return Promise.resolve(answering());
        },
      },
    });
    expect(stderr).toBe("Building the index.\n");
    expect(stdout.split("\n")).toHaveLength(2);
  });

  test("tells a known failure in its own words and exits with 1", async () => {
    const app = scriptApp({ ask: () => Promise.reject(new EmbeddingError("Cannot embed: no route.")) });
    expect(await runInMemory(["ask", "how?"], { app })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "footnote: Cannot embed: no route.\n",
    });
  });

  test("shows what is for the log only where details are asked for", async () => {
    const workbench: Partial<Workbench> = {
      open: ({ onLog }) => {
        onLog?.("m-1 wrote an answer.");
        return Promise.resolve(answering());
      },
    };
    expect((await runInMemory(["ask", "how?"], { workbench })).stderr).toBe("");
    expect((await runInMemory(["ask", "how?"], { workbench, debug: true })).stderr).toBe("m-1 wrote an answer.\n");
  });

  test("shows once what whoever runs it must mend, on a line of its own", async () => {
    const workbench: Partial<Workbench> = {
      open: ({ onTrouble }) =>
        Promise.resolve(
          scriptApp({
            ask: (_, options) => {
              options?.onPartial?.({ text: "Attention can", citations: [] });
              for (const text of ["no such\u001B[31m model", "no such\u001B[31m model", "too many"]) onTrouble?.(text);
              return Promise.resolve(answer);
            },
          }),
        ),
    };
    expect((await runInMemory(["ask", "how?"], { workbench })).stderr).toBe("no such model\ntoo many\n");
    expect((await runInMemory(["ask", "how?"], { workbench, isTTY: true })).stderr).toBe(
      "\nno such model\n\ntoo many\n",
    );
  });

  test("never shows the text of an unexpected failure, unless asked to", async () => {
    const app = scriptApp({ ask: () => Promise.reject(new TypeError("x is not a function")) });
    const quiet = await runInMemory(["ask", "how?"], { app });
    expect(quiet.code).toBe(1);
    expect(quiet.stderr).toMatch(/^footnote: Something went wrong that should not have \([0-9a-f]{8}\)\. .*\n$/);

    const { stderr } = await runInMemory(["ask", "how?"], { app, debug: true });
    const [, id = "none"] = /\(([0-9a-f]{8})\)/.exec(stderr) ?? [];
    expect(stderr).toContain(`${id}: TypeError: x is not a function`);
  });

  test("exits with 130 and without a word when it is interrupted", async () => {
    const stop = new AbortController();
    const app = scriptApp({
      ask: () => {
        stop.abort();
        return Promise.reject(new Error("cut off"));
      },
    });
    expect(await runInMemory(["ask", "how?"], { app, signal: stop.signal })).toMatchObject({ code: 130, stderr: "" });
  });
});
