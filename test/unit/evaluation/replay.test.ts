import { describe, expect, test } from "vitest";
import { parseRecording } from "../../../src/evaluation/recording.ts";
import { Replay } from "../../../src/evaluation/replay.ts";
import type { ModelRequest } from "../../../src/workbench.ts";

const messages: ModelRequest["messages"] = [
  { role: "system", content: "Cite." },
  { role: "user", content: "How?" },
];

describe("Replay", () => {
  test.each([
    ["to the same messages", { messages }],
    ["of a line without messages", {}],
  ])("answers with the completion under the id %s", (_, line) => {
    const replay = new Replay([{ id: "q1/answer", completion: "So.", ...line }]);
    expect(replay.answer({ id: "q1/answer", messages })).toBe("So.");
    expect(replay).toMatchObject({ missing: 0, askedOtherwise: 0 });
  });

  test("does not answer what is asked otherwise now, and counts it", () => {
    const replay = new Replay([{ id: "q1/answer", messages: messages.slice(0, 1), completion: "So." }]);
    expect(replay.answer({ id: "q1/answer", messages })).toBeUndefined();
    expect(replay).toMatchObject({ missing: 0, askedOtherwise: 1 });
  });

  test.each([
    ["an id that it lacks", []],
    ["one that nobody answered", [{ id: "q1/answer", completion: null }]],
  ])("counts %s as missing", (_, recorded) => {
    const replay = new Replay(recorded);
    expect(replay.answer({ id: "q1/answer", messages })).toBeUndefined();
    expect(replay).toMatchObject({ missing: 1, askedOtherwise: 0 });
  });

  test("tells requests of one id apart by their messages", () => {
    const replay = new Replay([
      { id: "q1/answer", messages: [], completion: "First." },
      { id: "q1/answer", messages, completion: "Second." },
    ]);
    expect(replay.answer({ id: "q1/answer", messages })).toBe("Second.");
    expect(replay).toMatchObject({ missing: 0, askedOtherwise: 0 });
  });

  test("answers an empty completion, which is one", () => {
    expect(new Replay([{ id: "q", completion: "" }]).answer({ id: "q", messages })).toBe("");
  });
});

describe("parseRecording()", () => {
  test("gives back what was recorded, and skips blank lines", () => {
    const recorded = [
      { id: "a", messages, completion: "So." },
      { id: "b", completion: null },
    ];
    expect(parseRecording(`\n${recorded.map((line) => JSON.stringify(line)).join("\n\n")}\n`)).toEqual(recorded);
  });

  test.each([
    "{",
    "[]",
    '{"completion":"So."}',
    '{"id":"a"}',
    '{"id":"a","completion":7}',
    '{"id":"a","completion":"","messages":[{"role":"tool","content":""}]}',
    '{"id":"a","completion":"","messages":"How?"}',
  ])("names the line of %s", (line) => {
    expect(() => parseRecording(`\n${line}`)).toThrow("Line 2 is no recorded request");
  });
});
