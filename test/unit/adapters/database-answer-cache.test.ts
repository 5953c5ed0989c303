import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/adapters/database.ts";
import type { Database } from "../../../src/adapters/database.ts";
import { DatabaseAnswerCache } from "../../../src/adapters/database-answer-cache.ts";
import { DataUnusableError } from "../../../src/domain/errors.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";
import { SetClock } from "../../support/set-clock.ts";

const unexpected = (error: Error): void => {
  throw error;
};

function makeCache(
  database: Database,
  { entries = 3, clock = new SetClock("2026-03-01"), onTrouble = unexpected } = {},
) {
  return new DatabaseAnswerCache(database, clock, { entries, maxAgeMs: 1000, onTrouble });
}

describe("DatabaseAnswerCache", () => {
  it("gives back what it was told to keep, and the newer text of a key", () => {
    using database = openDatabase(tempFolder());
    const cache = makeCache(database);
    expect(cache.get("a")).toBeUndefined();
    cache.set("a", "one");
    cache.set("a", "two");
    expect(cache.get("a")).toBe("two");
  });

  it("still knows after a restart", () => {
    const folder = tempFolder();
    {
      using database = openDatabase(folder);
      makeCache(database).set("a", "one");
    }
    using database = openDatabase(folder);
    expect(makeCache(database).get("a")).toBe("one");
  });

  it("knows an answer up to its last moment, however often it is used", () => {
    using database = openDatabase(tempFolder());
    const clock = new SetClock("2026-03-01");
    const cache = makeCache(database, { clock });
    cache.set("a", "one");
    clock.pass(1000);
    expect(cache.get("a")).toBe("one");
    clock.pass(1);
    expect(cache.get("a")).toBeUndefined();
  });

  it("removes what is too old when it keeps something new", () => {
    using database = openDatabase(tempFolder());
    const clock = new SetClock("2026-03-01");
    const cache = makeCache(database, { clock });
    cache.set("a", "one");
    clock.pass(1001);
    cache.set("b", "two");
    expect(database.get("SELECT group_concat(key) AS keys FROM answers")).toEqual({ keys: "b" });
  });

  it("forgets the least recently used where it is full", () => {
    using database = openDatabase(tempFolder());
    const cache = makeCache(database, { entries: 2 });
    cache.set("a", "one");
    cache.set("b", "two");
    cache.get("a");
    cache.set("c", "three");
    expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual(["one", undefined, "three"]);
  });

  it("does not keep more than 64 KB under a key, counted in bytes", () => {
    using database = openDatabase(tempFolder());
    const cache = makeCache(database);
    cache.set("a", "ä".repeat(32_768));
    cache.set("b", `${"ä".repeat(32_768)}.`);
    expect(cache.get("a")).toHaveLength(32_768);
    expect(cache.get("b")).toBeUndefined();
  });

  it("shares answers, and their order of use, with another connection", () => {
    const folder = tempFolder();
    using first = openDatabase(folder);
    using second = openDatabase(folder);
    const [one, two] = [makeCache(first, { entries: 2 }), makeCache(second, { entries: 2 })];
    one.set("a", "one");
    two.set("b", "two");
    expect(two.get("a")).toBe("one");
    one.set("c", "three");
    expect(["a", "b", "c"].map((key) => two.get(key))).toEqual(["one", undefined, "three"]);
  });

  it("fails no answer while another connection writes, and works again afterwards", () => {
    const folder = tempFolder();
    using database = openDatabase(folder);
    using other = openDatabase(folder);
    database.run("PRAGMA busy_timeout = 0");
    const troubles: Error[] = [];
    const cache = makeCache(database, { onTrouble: (error) => troubles.push(error) });
    cache.set("a", "one");
    other.transact(() => {
      expect(cache.get("a")).toBeUndefined();
      cache.set("b", "two");
    });
    expect(troubles).toEqual([expect.any(DataUnusableError)]);
    expect([cache.get("a"), cache.get("b")]).toEqual(["one", undefined]);
  });

  it("fails no answer when the disk is full", () => {
    using database = openDatabase(tempFolder());
    const troubles: string[] = [];
    const cache = makeCache(database, { onTrouble: ({ message }) => troubles.push(message) });
    database.run("PRAGMA max_page_count = 5");
    for (const key of ["a", "b"]) cache.set(key, "long".repeat(10_000));
    expect(cache.get("a")).toBeUndefined();
    expect(troubles).toEqual([expect.stringContaining("Make room on its disk")]);
  });

  it("fails no answer once the database is closed", () => {
    const database = openDatabase(tempFolder());
    const troubles: Error[] = [];
    const cache = makeCache(database, { onTrouble: (error) => troubles.push(error) });
    database.close();
    cache.set("a", "one");
    expect(cache.get("a")).toBeUndefined();
    expect(troubles).toHaveLength(1);
  });
});
