import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Conversations } from "../../../src/discord/conversations.ts";
import { Lru } from "../../../src/discord/lru.ts";
import { Memory } from "../../../src/discord/memory.ts";
import { newId } from "../../../src/discord/new-id.ts";
import { makeAnswer } from "../../support/cli-app.ts";

describe("Lru", () => {
  test("holds no more than its limit, and drops what was not touched for longest", () => {
    const lru = new Lru<string, number>(2);
    lru.set("a", 1);
    lru.set("b", 2);
    expect(lru.get("a")).toBe(1);
    lru.set("c", 3);
    expect([lru.get("a"), lru.get("b"), lru.get("c"), lru.size]).toEqual([1, undefined, 3, 2]);
  });

  test("remembers what a plain list of touches would", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat({ max: 9 })), (limit, keys) => {
        const lru = new Lru<number, number>(limit);
        for (const key of keys) lru.set(key, key);
        const latest = [...new Set(keys.toReversed())].slice(0, limit);
        expect(lru.size).toBe(latest.length);
        for (const key of latest.toReversed()) expect(lru.get(key)).toBe(key);
      }),
    );
  });
});

describe("Conversations", () => {
  const talk = { channelId: "1", personId: "2", isPrivate: false };
  const history = [{ role: "user", text: "tea?" }] as const;

  test("remembers by channel and person, and private ones apart", () => {
    const conversations = new Conversations();
    conversations.remember(talk, history);
    expect(conversations.history(talk)).toEqual(history);
    expect(conversations.history({ ...talk, channelId: "3" })).toEqual([]);
    expect(conversations.history({ ...talk, personId: "3" })).toEqual([]);
    expect(conversations.history({ ...talk, isPrivate: true })).toEqual([]);
  });

  test("is bounded in number", () => {
    const conversations = new Conversations();
    conversations.remember(talk, history);
    for (let person = 10; person < 1010; person++) {
      conversations.remember({ ...talk, personId: String(person) }, history);
    }
    expect(conversations.history(talk)).toEqual([]);
  });

  test("takes questions of one conversation in turn, and others at once", async () => {
    const conversations = new Conversations();
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const slow = conversations.inTurn(talk, async () => {
      await first.promise;
      order.push("slow");
    });
    const next = conversations.inTurn(talk, async () => void order.push("next"));
    await conversations.inTurn({ ...talk, personId: "3" }, async () => void order.push("other"));
    first.resolve();
    await Promise.all([slow, next]);
    expect(order).toEqual(["other", "slow", "next"]);
  });

  test("goes on after a question that failed", async () => {
    const conversations = new Conversations();
    const failed = conversations.inTurn(talk, () => Promise.reject(new Error("No tea")));
    const next = conversations.inTurn(talk, () => Promise.resolve("tea"));
    await expect(failed).rejects.toThrow("No tea");
    expect(await next).toBe("tea");
  });
});

describe("Memory", () => {
  test("finds an answer by its id and by the message that holds it, until it forgets", () => {
    const memory = new Memory();
    const given = { answer: makeAnswer(), history: [], isPrivate: false };
    memory.keepAnswer("a", given);
    memory.keepMessage("77", "a");
    expect(memory.answerIn("77")).toBe(given);
    for (let count = 0; count < 1000; count++) memory.keepAnswer(String(count), given);
    expect(memory.answer("a")).toBeUndefined();
    expect(memory.answerIn("77")).toBeUndefined();
  });

  test("names what it keeps so that nobody guesses it", () => {
    expect(newId()).toMatch(/^[\w-]{12}$/);
    expect(newId()).not.toBe(newId());
  });

  test("knows what it has heard already", () => {
    const memory = new Memory();
    expect([memory.isNew("1"), memory.isNew("1"), memory.isNew("2")]).toEqual([true, false, true]);
  });
});
