import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/records.ts";
import type { Records } from "../../src/domain/records.ts";
import {
  IN_PRIVATE,
  IN_SERVER,
  KEEP_DAYS,
  LIKED,
  makeAnswerRecord,
  makePending,
  SETTINGS,
  turnsOf,
} from "../support/records.ts";
import type { SetClock } from "../support/set-clock.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Forgets all that is too old. */
function expireAll(records: Records): void {
  while (records.expire());
}

/**
 * What every implementation of the port forgets.
 *
 * @param open Gives empty records that keep for {@link KEEP_DAYS} days.
 */
export function testForgetting(name: string, open: () => { records: Records; clock: SetClock }): void {
  describe(`${name} that expire`, () => {
    /** Keeps one of each thing that grows old. */
    function keepOfEach(records: Records): void {
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.keepMessage("m", "a");
      records.rate(LIKED);
      records.keepList("l", { ...IN_SERVER, locale: "en", request: "" });
      records.remember("k", turnsOf("Why?"), IN_SERVER);
    }

    const whatIsLeft = (records: Records) => ({
      answer: records.answer("a") !== undefined,
      message: records.answerIn("m") !== undefined,
      feedback: records.feedback().length > 0,
      list: records.list("l") !== undefined,
      conversation: records.history("k").length > 0,
    });

    it("keep what people said to the last moment of the time that the owner lets them", () => {
      const { records, clock } = open();
      keepOfEach(records);
      clock.pass(KEEP_DAYS * DAY_MS);
      expireAll(records);
      expect(Object.values(whatIsLeft(records))).not.toContain(false);
    });

    it("forget everything that people said afterwards", () => {
      const { records, clock } = open();
      keepOfEach(records);
      clock.pass(KEEP_DAYS * DAY_MS + 1);
      expireAll(records);
      expect(Object.values(whatIsLeft(records))).not.toContain(true);
    });

    it("keep settings for ever", () => {
      const { records, clock } = open();
      records.setSettings("museum", SETTINGS);
      clock.pass(1000 * DAY_MS);
      expireAll(records);
      expect(records.settings("museum")).toEqual(SETTINGS);
    });

    it("count uses for 48 hours", () => {
      const { records, clock } = open();
      records.countUse(IN_SERVER);
      clock.pass(48 * HOUR_MS);
      expireAll(records);
      expect(records.uses(0, {})).toHaveLength(1);
      clock.pass(1);
      expireAll(records);
      expect(records.uses(0, {})).toEqual([]);
    });

    it("keep a person's conversation that goes on, and begin everybody's anew in time", () => {
      const { records, clock } = open();
      const [mine, everybodys] = [IN_SERVER, { channelId: "thread", serverId: "museum", isPrivate: false }];
      for (const days of [0, KEEP_DAYS, 1]) {
        clock.pass(days * DAY_MS);
        records.remember("mine", turnsOf("Why?"), mine);
        records.remember("everybody's", turnsOf("Why?"), everybodys);
      }
      expireAll(records);
      expect([records.history("mine").length, records.history("everybody's").length]).toEqual([2, 0]);
    });

    it("take many steps for much that is old, and say when there is no more", () => {
      const { records, clock } = open();
      for (let answer = 0; answer < 1000; answer += 1) records.keepAnswer(`${answer}`, makeAnswerRecord("Why?"));
      clock.pass(KEEP_DAYS * DAY_MS + 1);
      let steps = 1;
      while (records.expire()) steps += 1;
      expect(steps).toBeGreaterThan(3);
      expect(["0", "500", "999"].map((id) => records.answer(id))).toEqual([undefined, undefined, undefined]);
      expect(records.expire()).toBe(false);
    });
  });

  describe(`${name} that forget a person`, () => {
    it("remove their answers, lists, feedback, conversations and uses, and say how many answers", () => {
      const { records, clock } = open();
      for (const id of ["a", "b"]) records.keepAnswer(id, makeAnswerRecord(`Why ${id}?`));
      records.keepMessage("m", "a");
      records.keepList("l", { ...IN_PRIVATE, locale: "en", request: "" });
      records.remember("k", turnsOf("Why?"), IN_PRIVATE);
      records.beginPending(makePending("p", clock.now()));
      records.countUse(IN_SERVER);
      records.keepAnswer("bob's", makeAnswerRecord("Who?", { personId: "bob" }));
      records.rate({ ...LIKED, answerId: "bob's" });

      expect(records.forgetPerson("ann")).toBe(2);
      expect(["a", "b"].map((id) => records.answer(id))).toEqual([undefined, undefined]);
      expect([records.answerIn("m"), records.list("l")]).toEqual([undefined, undefined]);
      expect(records.history("k")).toEqual([]);
      expect(records.pending()).toEqual([]);
      expect(records.feedback()).toEqual([]);
      expect(records.uses(0, { personId: "ann" })).toEqual([]);
    });

    it("remove what others thought of their answers, for it holds their question", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.rate({ ...LIKED, personId: "bob" });
      records.forgetPerson("ann");
      expect(records.feedback()).toEqual([]);
    });

    it("leave what is others'", () => {
      const { records, clock } = open();
      const bobs = makeAnswerRecord("Who?", { personId: "bob" });
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.keepAnswer("b", bobs);
      records.keepMessage("m", "b");
      records.rate({ ...LIKED, answerId: "b", personId: "bob" });
      records.keepList("l", { ...IN_SERVER, personId: "bob", locale: "en", request: "" });
      records.remember("k", turnsOf("Who?"), { ...IN_SERVER, personId: "bob" });
      records.beginPending(makePending("p", clock.now(), { personId: "bob" }));
      records.countUse({ personId: "bob" });
      records.setSettings("museum", SETTINGS);

      records.forgetPerson("ann");
      expect(records.answerIn("m")).toStrictEqual({ ...bobs, id: "b" });
      expect(records.feedback()).toHaveLength(1);
      expect(records.list("l")).toBeDefined();
      expect(records.history("k")).toEqual(turnsOf("Who?"));
      expect(records.pending()).toHaveLength(1);
      expect(records.uses(0, { personId: "bob" })).toHaveLength(1);
      expect(records.settings("museum")).toEqual(SETTINGS);
    });

    it("still count in everybody's uses what a person asked: who is forgotten has spent it all the same", () => {
      const { records } = open();
      records.countUse(IN_SERVER);
      records.forgetPerson("ann");
      expect([records.uses(0, {}), records.uses(0, { serverId: "museum" })].map(({ length }) => length)).toEqual([
        1, 1,
      ]);
    });

    it("cut their question from the conversation before another's answer, which stays", () => {
      const { records } = open();
      const bobs = makeAnswerRecord("And how?", { personId: "bob", history: turnsOf("Why?", "And how?") });
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.keepAnswer("b", bobs);
      records.forgetPerson("ann");
      expect(records.answer("b")).toStrictEqual({ ...bobs, id: "b", history: turnsOf("And how?") });
    });

    it("cut a question that the conversation holds cut short, up to another's that it holds so", () => {
      const { records } = open();
      const [why, how] = ["Why? ".repeat(500), "And how? ".repeat(500)];
      records.keepAnswer("a", makeAnswerRecord(why));
      const history = turnsOf(why.slice(0, 2000), how.slice(0, 2000));
      records.keepAnswer("b", makeAnswerRecord(how, { personId: "bob", history }));
      records.forgetPerson("ann");
      expect(records.answer("b")?.history).toEqual(turnsOf(how.slice(0, 2000)));
    });

    it("leave a conversation that held their question before its answer was kept anew", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      for (const before of ["Why?", "Who?"]) {
        records.keepAnswer("b", makeAnswerRecord("How?", { personId: "bob", history: turnsOf(before, "How?") }));
      }
      records.forgetPerson("ann");
      expect(records.answer("b")?.history).toEqual(turnsOf("Who?", "How?"));
    });

    it("leave nothing of the conversation before another's answer that is no part of it", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.keepAnswer("b", makeAnswerRecord("?!", { personId: "bob", history: turnsOf("Why?") }));
      records.forgetPerson("ann");
      expect(records.answer("b")?.history).toEqual([]);
    });

    it("remove another's conversation that goes on from an answer of theirs", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.remember("k", turnsOf("Why?", "And how?"), { ...IN_SERVER, personId: "bob" });
      records.forgetPerson("ann");
      expect(records.history("k")).toEqual([]);
    });

    it("remove everybody's conversation in a thread where they were answered, and no other thread's", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?", { channelId: "thread" }));
      for (const channelId of ["thread", "other"])
        records.remember(channelId, turnsOf("So?"), { channelId, serverId: "museum", isPrivate: false });
      records.forgetPerson("ann");
      expect(["thread", "other"].map((key) => records.history(key).length)).toEqual([0, 2]);
    });

    it("leave the same question of another server as it is", () => {
      const { records } = open();
      const elsewhere = { personId: "bob", channelId: "yard", serverId: "school" };
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.keepAnswer("b", makeAnswerRecord("How?", { ...elsewhere, history: turnsOf("Why?", "How?") }));
      records.remember("k", turnsOf("Why?"), { ...elsewhere, isPrivate: false });
      records.forgetPerson("ann");
      expect([records.answer("b")?.history, records.history("k")]).toEqual([turnsOf("Why?", "How?"), turnsOf("Why?")]);
    });

    it("know nobody whom they never met", () => {
      const { records } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      expect(records.forgetPerson("zoe")).toBe(0);
      expect(records.answer("a")).toBeDefined();
    });
  });

  describe(`${name} that forget a server`, () => {
    it("remove everything of it, its settings too", () => {
      const { records, clock } = open();
      records.keepAnswer("a", makeAnswerRecord("Why?"));
      records.rate(LIKED);
      records.keepList("l", { ...IN_SERVER, locale: "en", request: "" });
      records.remember("k", turnsOf("Why?"), IN_SERVER);
      records.beginPending(makePending("p", clock.now()));
      records.setSettings("museum", SETTINGS);
      records.countUse(IN_SERVER);

      records.forgetServer("museum");
      expect([records.answer("a"), records.list("l")]).toEqual([undefined, undefined]);
      expect([records.feedback(), records.history("k"), records.pending()]).toEqual([[], [], []]);
      expect(records.settings("museum")).toEqual(DEFAULT_SETTINGS);
      expect(records.servers()).toEqual([]);
    });

    it("remove also more than they forget in one step", () => {
      const { records } = open();
      for (let answer = 0; answer < 500; answer += 1) records.keepAnswer(`${answer}`, makeAnswerRecord("Why?"));
      records.forgetServer("museum");
      expect(["0", "250", "499"].map((id) => records.answer(id))).toEqual([undefined, undefined, undefined]);
    });

    it("leave other servers and direct messages, and count its uses with everybody's", () => {
      const { records } = open();
      for (const [id, place] of [
        ["a", { ...IN_SERVER, serverId: "school" }],
        ["b", IN_PRIVATE],
      ] as const)
        records.keepAnswer(id, makeAnswerRecord("Why?", {}, place));
      records.countUse(IN_SERVER);
      records.setSettings("school", SETTINGS);
      records.forgetServer("museum");
      expect(["a", "b"].map((id) => records.answer(id)?.question)).toEqual(["Why?", "Why?"]);
      expect(records.uses(0, { personId: "ann" })).toHaveLength(1);
      expect(records.settings("school")).toEqual(SETTINGS);
    });
  });
}
