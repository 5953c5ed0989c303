import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/adapters/database.ts";
import type { Database } from "../../../src/adapters/database.ts";
import { DataUnusableError } from "../../../src/domain/errors.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";

const ONE = "CREATE TABLE shelf (book TEXT NOT NULL) STRICT; INSERT INTO shelf VALUES ('Moby-Dick')";
const TWO = "ALTER TABLE shelf ADD COLUMN page INTEGER";

const versionOf = (database: Database) => database.get("PRAGMA user_version")?.["user_version"];

describe("openDatabase()", () => {
  it("makes a folder and a file that only their owner may read", () => {
    const folder = join(tempFolder(), "far", "data");
    using database = openDatabase(folder);
    database.transact(() => database.run("CREATE TABLE shelf (book TEXT)"));
    const modes = ["", "footnote.db", "footnote.db-wal"].map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  it("keeps foreign keys, and lets readers go on beside a writer", () => {
    using database = openDatabase(tempFolder());
    expect(database.get("PRAGMA foreign_keys")).toEqual({ foreign_keys: 1 });
    expect(database.get("PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
  });

  it("waits for no disk at each write, and overwrites what is deleted", () => {
    using database = openDatabase(tempFolder());
    // 1 is NORMAL: the write-ahead log survives the process, but perhaps not a power cut.
    expect(database.get("PRAGMA synchronous")).toEqual({ synchronous: 1 });
    expect(database.get("PRAGMA secure_delete")).toEqual({ secure_delete: 1 });
  });

  it("opens a database of its own in memory where there is no folder", () => {
    using one = openDatabase(undefined, [ONE, TWO]);
    using two = openDatabase(undefined, [ONE, TWO]);
    one.run("DELETE FROM shelf");
    expect([one, two].map((database) => database.all("SELECT book FROM shelf").length)).toEqual([0, 1]);
    expect(one.path).toBe(":memory:");
  });

  it("takes every step from version 0 on, and each one once", () => {
    const folder = tempFolder();
    for (const _ of [1, 2]) {
      using database = openDatabase(folder, [ONE, TWO]);
      expect(versionOf(database)).toBe(2);
      expect(database.get("SELECT count(*) AS books, max(page) AS page FROM shelf")).toEqual({ books: 1, page: null });
    }
  });

  it("brings an older file up to date with what is in it", () => {
    const folder = tempFolder();
    openDatabase(folder, [ONE]).close();
    using database = openDatabase(folder, [ONE, TWO]);
    expect(versionOf(database)).toBe(2);
    expect(database.get("SELECT book FROM shelf")).toEqual({ book: "Moby-Dick" });
  });

  it("leaves the version before where a step fails half-way", () => {
    const folder = tempFolder();
    expect(() => openDatabase(folder, [ONE, "DELETE FROM shelf; SELECT nonsense"])).toThrow("nonsense");
    using database = openDatabase(folder, [ONE]);
    expect(database.get("SELECT book FROM shelf")).toEqual({ book: "Moby-Dick" });
  });

  it("refuses a newer file, and leaves it as it is", () => {
    const folder = tempFolder();
    openDatabase(folder, [ONE, TWO]).close();
    expect(() => openDatabase(folder, [ONE])).toThrow(DataUnusableError);
    expect(() => openDatabase(folder, [ONE])).toThrow(/footnote\.db was written by a newer Footnote.*Update Footnote/);
    using database = openDatabase(folder, [ONE, TWO]);
    expect(versionOf(database)).toBe(2);
  });

  it("refuses a file that is no database, and leaves it as it is", () => {
    const folder = tempFolder();
    const path = join(folder, "footnote.db");
    const text = "Call me Ishmael. ".repeat(500);
    writeFileSync(path, text);
    expect(() => openDatabase(folder)).toThrow(DataUnusableError);
    expect(() => openDatabase(folder)).toThrow(/footnote\.db cannot be used: .*Put a backup in its place/);
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("refuses a database of which a part is lost", () => {
    const folder = tempFolder();
    openDatabase(folder, [ONE]).close();
    truncateSync(join(folder, "footnote.db"), 4096);
    expect(() => {
      using database = openDatabase(folder, [ONE]);
      database.get("SELECT book FROM shelf");
    }).toThrow(DataUnusableError);
  });

  it("refuses a place where something else stands", () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "data"), "");
    mkdirSync(join(folder, "other", "footnote.db"), { recursive: true });
    expect(() => openDatabase(join(folder, "data"))).toThrow(
      /cannot be written to: a file is where a folder should be/,
    );
    expect(() => openDatabase(join(folder, "other"))).toThrow(/cannot be written to: a folder is in the way/);
  });

  it.skipIf(!existsSync("/proc/self"))("refuses a place where the system lets nobody make folders", () => {
    const folder = join("/proc", "far", "data");
    // In a process of its own: before, it never came back.
    const script = `import { openDatabase } from "./src/adapters/database.ts"; openDatabase(${JSON.stringify(folder)})`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      timeout: 10_000,
      killSignal: "SIGKILL",
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/DataUnusableError: \/proc\/far\/data\/footnote\.db cannot be written to: there is no such/);
  });

  it.skipIf(process.getuid?.() === 0)("refuses a folder that is read-only (root may write everywhere: not run)", () => {
    const folder = tempFolder();
    chmodSync(folder, 0o500);
    expect(() => openDatabase(folder)).toThrow(DataUnusableError);
    expect(() => openDatabase(folder)).toThrow(/permission is denied \(EACCES\)\. Make it and its folder writable/);
  });
});

describe("Database", () => {
  it("keeps nothing of a transaction that fails", () => {
    using database = openDatabase(tempFolder(), [ONE]);
    const failing = () => {
      database.run("DELETE FROM shelf");
      throw new Error("no");
    };
    expect(() => database.transact(failing)).toThrow("no");
    expect(database.get("SELECT book FROM shelf")).toEqual({ book: "Moby-Dick" });
  });

  it("gives every row, and says how many it wrote", () => {
    using database = openDatabase(undefined, [ONE]);
    expect(database.write("INSERT INTO shelf VALUES (?), (?)", "Emma", "Persuasion")).toBe(2);
    expect(database.all("SELECT book FROM shelf WHERE book <> ? ORDER BY book", "Emma")).toEqual([
      { book: "Moby-Dick" },
      { book: "Persuasion" },
    ]);
    expect(database.write("DELETE FROM shelf WHERE book = ?", "Ulysses")).toBe(0);
  });

  it("runs a statement again after it failed, and after its table changed", () => {
    using database = openDatabase(undefined, [ONE]);
    const insert = (book: string | null) => database.write("INSERT INTO shelf (book) VALUES (?)", book);
    expect(() => insert(null)).toThrow("NOT NULL");
    insert("Emma");
    expect(database.get("SELECT * FROM shelf WHERE book = ?", "Emma")).toEqual({ book: "Emma" });
    database.run(TWO);
    insert("Persuasion");
    expect(database.get("SELECT * FROM shelf WHERE book = ?", "Emma")).toEqual({ book: "Emma", page: null });
  });

  it("empties its log into the file", () => {
    const folder = tempFolder();
    using database = openDatabase(folder, [ONE]);
    database.write("INSERT INTO shelf VALUES (?)", "Emma");
    expect(statSync(join(folder, "footnote.db-wal")).size).toBeGreaterThan(0);
    database.emptyLog();
    expect(statSync(join(folder, "footnote.db-wal")).size).toBe(0);
    expect(readFileSync(join(folder, "footnote.db")).includes("Emma")).toBe(true);
  });

  it("goes on where its log cannot be emptied because another connection reads", () => {
    const folder = tempFolder();
    using database = openDatabase(folder, [ONE]);
    using reader = openDatabase(folder, [ONE]);
    database.run("PRAGMA busy_timeout = 0");
    reader.run("BEGIN");
    reader.get("SELECT book FROM shelf");
    database.write("INSERT INTO shelf VALUES (?)", "Emma");
    database.emptyLog();
    expect(database.all("SELECT book FROM shelf")).toHaveLength(2);
  });

  it("lets another connection read in the middle of a transaction, and see it once it is done", () => {
    const folder = tempFolder();
    using writer = openDatabase(folder, [ONE]);
    using reader = openDatabase(folder, [ONE]);
    const books = () => reader.get("SELECT count(*) AS books FROM shelf")?.["books"];
    writer.transact(() => {
      writer.run("DELETE FROM shelf");
      expect(books()).toBe(1);
    });
    expect(books()).toBe(0);
  });

  it("says so when another connection writes for too long", () => {
    const folder = tempFolder();
    using first = openDatabase(folder, [ONE]);
    using second = openDatabase(folder, [ONE]);
    expect(second.get("PRAGMA busy_timeout")).toEqual({ timeout: 500 });
    second.run("PRAGMA busy_timeout = 0");
    first.transact(() => {
      expect(() => second.run("DELETE FROM shelf")).toThrow(/database is locked\. Another process is writing to it/);
    });
  });

  it("says that the disk is full, and goes on once there is room", () => {
    using database = openDatabase(tempFolder(), [ONE]);
    database.run("PRAGMA max_page_count = 3");
    const write = () => database.transact(() => database.run("INSERT INTO shelf VALUES (hex(zeroblob(20000)))"));
    expect(write).toThrow(/footnote\.db cannot be used: .*Make room on its disk/);
    database.run("PRAGMA max_page_count = 1000");
    write();
    expect(database.get("SELECT count(*) AS books FROM shelf")).toEqual({ books: 2 });
  });

  it("may be closed twice, and says so when it is used afterwards", () => {
    const database = openDatabase(tempFolder());
    database.close();
    database.close();
    expect(() => database.get("SELECT 1")).toThrow(DataUnusableError);
  });

  it("takes a statement that makes no sense for a bug", () => {
    using database = openDatabase(tempFolder());
    expect(() => database.get("SELECT nonsense")).toThrow(expect.not.objectContaining({ code: "data/unusable" }));
  });
});
