import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Paper } from "../../../src/domain/paper.ts";
import { restoreAnswer, storeAnswer } from "../../../src/domain/stored-answer.ts";
import { makeAnswer } from "../../support/cli-app.ts";
import { inventPaper, PAPERS } from "../../support/papers.ts";
import { FULL_ANSWER } from "../../support/records.ts";

const paperOf = (id: string) => PAPERS.find((paper) => paper.id === id);
const lost = () => undefined;

/** The text of the full answer with another value, or none, at a path such as `trace.stages.0.ms`. */
function storeOtherwise(path: string, value: unknown): string {
  return JSON.stringify(change(JSON.parse(storeAnswer(FULL_ANSWER)), path.split("."), value));
}

function change(node: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  const inner = rest.length === 0 ? value : change(Reflect.get(Object(node), key), rest, value);
  return Object.assign(Array.isArray(node) ? [] : {}, node, { [key]: inner });
}

describe("storeAnswer() and restoreAnswer()", () => {
  it("give back an answer with everything that one may have", () => {
    expect(restoreAnswer(storeAnswer(FULL_ANSWER), paperOf)).toStrictEqual(FULL_ANSWER);
  });

  it("give back any words and figures", () => {
    const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number || 0);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.dictionary(fc.string(), figure), (text, evidence) => {
        const answer = makeAnswer({ text, note: text, trace: { searched: text, evidence, stages: [] } });
        expect(restoreAnswer(storeAnswer(answer), lost)).toEqual(answer);
      }),
    );
  });

  it("keep of a paper its id and titles alone", () => {
    const paper = { ...inventPaper("Raw"), displayTitle: "Readable", digest: "A secret." };
    const text = storeAnswer(makeAnswer({ seeAlso: [paper] }));
    expect(text).not.toContain("secret");
    expect(restoreAnswer(text, lost)?.seeAlso).toStrictEqual([
      { id: paper.id, title: "Raw", displayTitle: "Readable", questions: [], terms: [], links: [] },
    ]);
  });

  it("take papers from the corpus as it is now, wherever they stand", () => {
    const now = (id: string): Paper => inventPaper("Renewed", { id, tldr: "Newer." });
    const { citations, seeAlso, ranking } = restoreAnswer(storeAnswer(FULL_ANSWER), now) ?? makeAnswer();
    const papers = [...citations, ...ranking].map(({ paper }) => paper);
    expect([...papers, ...seeAlso].map(({ tldr }) => tldr)).toEqual(["Newer.", "Newer.", "Newer.", "Newer."]);
  });
});

describe("restoreAnswer()", () => {
  it.each(["", "{", "null", "[]", '"answered"', "{}"])("takes %j for no answer", (text) => {
    expect(restoreAnswer(text, paperOf)).toBeUndefined();
  });

  it.each([
    ["outcome", "guessed"],
    ["kind", "toString"],
    ["text", undefined],
    ["note", 7],
    ["citations", {}],
    ["citations.0.number", "1"],
    ["citations.0.paper", "0123456789ab"],
    ["citations.0.evidence.0.source", "hearsay"],
    ["seeAlso.0.title", undefined],
    ["ranking.0.score", null],
    ["ranking.0.signals.words", "many"],
    ["trace", undefined],
    ["trace.evidence", []],
    ["trace.stages.0.ms", null],
    ["trace.model.cost", "free"],
    ["trace.model.removed.0.reason", "taste"],
  ])("takes an answer whose %s is %j for another version's", (path, value) => {
    expect(restoreAnswer(storeOtherwise(path, value), paperOf)).toBeUndefined();
  });

  it("does not mind what it does not know", () => {
    const answer: Answer | undefined = restoreAnswer(storeOtherwise("trace.mood", "cheerful"), paperOf);
    expect(answer).toMatchObject(FULL_ANSWER);
  });
});
