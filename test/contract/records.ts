import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import type { Feedback, PendingRecord, Records } from "../../src/domain/records.ts";
import { IN_PRIVATE, IN_SERVER, LIKED, makeAnswerRecord, makePending, SETTINGS, turnsOf } from "../support/records.ts";
import type { SetClock } from "../support/set-clock.ts";

const HOUR_MS = 3_600_000;

/**
 * What every implementation of the port keeps.
 *
 * @param open Gives empty records whose corpus is the invented papers.
 */
export function testRecords(name: string, open: () => { records: Records; clock: SetClock }): void {
  describe(`${name} as records of answers and lists`, () => {
    it.each([
      ["a server", IN_SERVER],
      ["direct messages", IN_PRIVATE],
    ])("answer() gives back what keepAnswer() was given in %s", (_place, whereabouts) => {
      const { records } = open();
      const record = makeAnswerRecord("Why?", {}, whereabouts);
      records.keepAnswer("a", record);
      expect(records.answer("a")).toStrictEqual({ ...record, id: "a" });
    });

    it("keepAnswer() replaces the answer, and leaves what people thought of it", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.keepMessage("m", "a");
      records.rate(LIKED);
      records.keepAnswer("a", makeAnswerRecord("Why not?"));
      expect(records.answerIn("m")?.question).toBe("Why not?");
      expect(records.feedback()).toHaveLength(1);
    });

    it("answerIn() finds the answer of each of its messages", () => {
      const { records } = open();
      for (const id of ["a", "b"]) records.keepAnswer(id, makeAnswerRecord(`Why ${id}?`));
      for (const [message, id] of [
        ["m1", "a"],
        ["m2", "a"],
        ["m3", "b"],
      ] as const)
        records.keepMessage(message, id);
      expect(["m1", "m2", "m3"].map((message) => records.answerIn(message)?.question)).toEqual([
        "Why a?",
        "Why a?",
        "Why b?",
      ]);
    });

    it("answerIn() knows the last answer that a message was said to hold", () => {
      const { records } = open();
      for (const id of ["a", "b"]) records.keepAnswer(id, makeAnswerRecord(`Why ${id}?`));
      for (const id of ["a", "b"]) records.keepMessage("m", id);
      expect(records.answerIn("m")?.question).toBe("Why b?");
    });

    it("keepMessage() does nothing for an answer that is not kept", () => {
      const { records } = open();
      records.keepMessage("m", "a");
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      expect(records.answerIn("m")).toBeUndefined();
    });

    it("list() gives back the last that keepList() was given", () => {
      const { records } = open();
      const list = { ...IN_SERVER, locale: "ja", request: '{"query":"bees"}' } as const;
      records.keepList("l", { ...list, request: "{}" });
      records.keepList("l", list);
      expect(records.list("l")).toStrictEqual(list);
    });

    it("knows nothing under ids that it was never given", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      expect([records.answer("b"), records.answerIn("a"), records.list("a")]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    });
  });

  describe(`${name} as records of conversations`, () => {
    it("history() is empty for a conversation that begins, and else the last that was remembered", () => {
      const { records } = open();
      expect(records.history("k")).toEqual([]);
      records.remember("k", turnsOf("Why?"), IN_SERVER);
      records.remember("k", turnsOf("Why?", "And how?"), IN_SERVER);
      records.remember("other", turnsOf("Who?"), { channelId: "hall", isPrivate: false });
      expect(records.history("k")).toEqual(turnsOf("Why?", "And how?"));
    });
  });

  describe(`${name} as records of answers under way`, () => {
    it("pending() gives back what was begun, oldest first", () => {
      const { records, clock } = open();
      const reach: PendingRecord["reach"] = { kind: "interaction", applicationId: "app", token: "t" };
      const young = makePending("a", clock.now());
      const old = makePending("b", clock.now() - 1, { reach, shownId: "m", isWhole: true }, IN_PRIVATE);
      for (const record of [young, old]) records.beginPending(record);
      expect(records.pending()).toStrictEqual([old, young]);
    });

    it("changePending() changes what it is told, and nothing else", () => {
      const { records, clock } = open();
      const [one, two] = [makePending("a", clock.now()), makePending("b", clock.now())];
      for (const record of [one, two]) records.beginPending(record);
      records.changePending("a", { shownId: "m" });
      records.changePending("a", { isWhole: true });
      records.changePending("c", { isWhole: true });
      expect(records.pending()).toEqual([{ ...one, shownId: "m", isWhole: true }, two]);
    });

    it("endPending() ends one, and may be repeated", () => {
      const { records, clock } = open();
      for (const id of ["a", "b"]) records.beginPending(makePending(id, clock.now()));
      for (const id of ["a", "a", "c"]) records.endPending(id);
      expect(records.pending().map(({ id }) => id)).toEqual(["b"]);
    });

    it("pending() leaves out what began more than an hour ago", () => {
      const { records, clock } = open();
      records.beginPending(makePending("a", clock.now()));
      clock.pass(HOUR_MS);
      expect(records.pending()).toHaveLength(1);
      clock.pass(1);
      expect(records.pending()).toEqual([]);
    });
  });

  describe(`${name} as records of servers`, () => {
    it("settings() are the default until they are set, each server's own", () => {
      const { records } = open();
      records.setSettings("museum", DEFAULT_SETTINGS);
      records.setSettings("museum", SETTINGS);
      expect(records.settings("museum")).toStrictEqual(SETTINGS);
      expect(records.settings("school")).toStrictEqual(DEFAULT_SETTINGS);
    });

    it("servers() names each server of which anything is kept, once", () => {
      const { records, clock } = open();
      const inServer = (serverId: string) => ({ ...IN_SERVER, serverId });
      records.keepAnswer("a", makeAnswerRecord("Why?", inServer("1")));
      records.keepAnswer("b", makeAnswerRecord("Why?", {}, IN_PRIVATE));
      records.keepList("l", { ...inServer("2"), locale: "en", request: "" });
      records.remember("k", [], inServer("3"));
      records.beginPending(makePending("p", clock.now(), inServer("4")));
      records.setSettings("5", SETTINGS);
      for (const server of ["1", "6"]) records.countUse(inServer(server));
      records.countUse(IN_PRIVATE);
      expect(records.servers().toSorted()).toEqual(["1", "2", "3", "4", "5", "6"]);
    });

    it("uses() tells when answers were asked for: by a person, in a server, by a person there, by anybody", () => {
      const { records, clock } = open();
      const start = clock.now();
      for (const [personId, serverId] of [["ann", "museum"], ["bob", "museum"], ["ann", "school"], ["ann"]] as const) {
        records.countUse({ personId, ...(serverId !== undefined && { serverId }) });
        clock.pass(1);
      }
      const uses = (by: Parameters<Records["uses"]>[1]) => records.uses(start, by).map((at) => at - start);
      expect(uses({ personId: "ann" })).toEqual([0, 2, 3]);
      expect(uses({ serverId: "museum" })).toEqual([0, 1]);
      expect(uses({ personId: "ann", serverId: "school" })).toEqual([2]);
      expect(uses({})).toEqual([0, 1, 2, 3]);
    });

    it("uses() leaves out what was before the instant", () => {
      const { records, clock } = open();
      const start = clock.now();
      for (let use = 0; use < 3; use += 1) {
        records.countUse(IN_SERVER);
        clock.pass(1);
      }
      expect(records.uses(start + 1, {})).toEqual([start + 1, start + 2]);
    });
  });

  describe(`${name} as records of feedback`, () => {
    it("feedback() gives back what people thought, oldest first, with the answer", () => {
      const { records, clock } = open();
      const record = makeAnswerRecord("Why?");
      records.keepAnswer("a", record);
      const bad: Feedback = { answerId: "a", personId: "bob", isGood: false, reason: "Wrong paper" };
      records.rate(bad);
      clock.pass(1);
      records.rate(LIKED);
      expect(records.feedback()).toStrictEqual([
        { ...bad, at: clock.now() - 1, about: { ...record, id: "a" } },
        { ...LIKED, at: clock.now(), about: { ...record, id: "a" } },
      ]);
    });

    it("rate() replaces what the same person thought before", () => {
      const { records, clock } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.rate({ ...LIKED, isGood: false, reason: "Too short" });
      clock.pass(1);
      records.rate(LIKED);
      expect(records.feedback()).toEqual([expect.objectContaining({ ...LIKED, at: clock.now() })]);
    });

    it("rate() does nothing for an answer that is not kept", () => {
      const { records } = open();
      records.rate(LIKED);
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      expect(records.feedback()).toEqual([]);
    });
  });
}
