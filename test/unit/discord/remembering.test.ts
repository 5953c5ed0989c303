import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Conversations } from "../../../src/discord/conversations.ts";
import { Lru } from "../../../src/discord/lru.ts";
import { Memory } from "../../../src/discord/memory.ts";
import { newId } from "../../../src/discord/new-id.ts";
import type { Whereabouts } from "../../../src/domain/records.ts";
import { recordsInMemory } from "../../support/discord-parts.ts";
import { makeAnswerRecord } from "../../support/records.ts";

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
    const conversations = new Conversations(recordsInMemory());
    conversations.remember(talk, history);
    expect(conversations.history(talk)).toEqual(history);
    expect(conversations.history({ ...talk, channelId: "3" })).toEqual([]);
    expect(conversations.history({ ...talk, personId: "3" })).toEqual([]);
    expect(conversations.history({ ...talk, isPrivate: true })).toEqual([]);
  });

  test("remembers one for everybody where they share it, which goes with none of them", () => {
    const records = recordsInMemory();
    const conversations = new Conversations(records);
    const shared = { ...talk, isShared: true };
    conversations.remember(shared, history);
    records.forgetPerson("2");
    expect(conversations.history({ ...shared, personId: "3" })).toEqual(history);
    expect(conversations.history(talk)).toEqual([]);
  });

  test("takes questions of one conversation in turn, and others at once", async () => {
    const conversations = new Conversations(recordsInMemory());
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const slow = conversations.inTurn(talk, async () => {
      await first.promise;
      order.push("slow");
    });
    const next = conversations.inTurn(talk, async (before) => {
      await before;
      order.push("next");
    });
    await conversations.inTurn({ ...talk, personId: "3" }, async (before) => {
      await before;
      order.push("other");
    });
    first.resolve();
    await Promise.all([slow, next]);
    expect(order).toEqual(["other", "slow", "next"]);
  });

  test("waits for all that began before, also where one of them was refused at once", async () => {
    const conversations = new Conversations(recordsInMemory());
    const first = Promise.withResolvers<string>();
    const slow = conversations.inTurn(talk, () => first.promise);
    await expect(conversations.inTurn(talk, () => Promise.reject(new Error("No tea")))).rejects.toThrow("No tea");
    let isOver = false;
    const last = conversations.inTurn(talk, async (before) => {
      await before;
      return isOver;
    });
    isOver = true;
    first.resolve("tea");
    expect([await slow, await last]).toEqual(["tea", true]);
  });
});

describe("Memory", () => {
  const here = { personId: "ann", channelId: "hall", serverId: "museum" };
  const keep = (place: Partial<Whereabouts> = {}) => {
    const records = recordsInMemory();
    const memory = new Memory(records);
    memory.keepAnswer("a", makeAnswerRecord("Why?", {}, { ...here, isPrivate: false, ...place }));
    memory.keepMessage("77", "a");
    return memory;
  };

  test("finds an answer by its id and by the message that holds it, for everybody in its server", () => {
    const memory = keep();
    const bob = { ...here, personId: "bob", channelId: "yard" };
    expect(memory.answer("a", bob)?.question).toBe("Why?");
    expect(memory.answerIn("77", bob)?.question).toBe("Why?");
  });

  test("gives an answer out in no other server, nor in direct messages", () => {
    const memory = keep();
    expect(memory.answer("a", { ...here, serverId: "elsewhere" })).toBeUndefined();
    expect(memory.answerIn("77", { personId: "ann", channelId: "hall" })).toBeUndefined();
  });

  test("gives what was said outside servers out in its own channel alone", () => {
    const memory = new Memory(recordsInMemory());
    memory.keepAnswer("a", makeAnswerRecord("Why?", {}, { personId: "ann", channelId: "ann's", isPrivate: false }));
    expect(memory.answer("a", { personId: "ann", channelId: "ann's" })?.question).toBe("Why?");
    expect(memory.answer("a", { personId: "ann", channelId: "bob's" })).toBeUndefined();
  });

  test("refuses a private answer to everybody but its person", () => {
    const memory = keep({ isPrivate: true });
    expect(memory.answer("a", here)?.question).toBe("Why?");
    expect(() => memory.answer("a", { ...here, personId: "bob" })).toThrow("private to whoever asked");
  });

  test("names what it keeps so that nobody guesses it", () => {
    expect(newId()).toMatch(/^[\w-]{12}$/);
    expect(newId()).not.toBe(newId());
  });

  test("knows what it has heard already", () => {
    const memory = new Memory(recordsInMemory());
    expect([memory.isNew("1"), memory.isNew("1"), memory.isNew("2")]).toEqual([true, false, true]);
  });
});
