import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/adapters/database.ts";
import type { Database } from "../../../src/adapters/database.ts";
import { keepWordsInMemory } from "../../../src/adapters/database-records-in-memory.ts";
import { DatabaseRecords } from "../../../src/adapters/database-records.ts";
import { DataUnusableError } from "../../../src/domain/errors.ts";
import { DEFAULT_SETTINGS } from "../../../src/domain/records.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";
import { PAPERS } from "../../support/papers.ts";
import { IN_SERVER, LIKED, makeAnswerRecord, makePending, SETTINGS, turnsOf } from "../../support/records.ts";
import { SetClock } from "../../support/set-clock.ts";

const DAY_MS = 86_400_000;

const paperOf = (id: string) => PAPERS.find((paper) => paper.id === id);

function makeRecords(database: Database, { clock = new SetClock("2026-03-01"), keepDays = 30 } = {}) {
  return new DatabaseRecords(database, clock, { keepDays, paperOf });
}

/** Keeps one of each thing in which people say something. */
function keepOfEach(records: DatabaseRecords, said: string): void {
  records.keepAnswer("a", makeAnswerRecord(said));
  records.keepAnswer("b", makeAnswerRecord("So?", { personId: "bob", history: turnsOf(said, "So?") }));
  records.keepMessage(said, "a");
  records.rate({ ...LIKED, reason: said });
  records.keepList("l", { ...IN_SERVER, locale: "en", request: JSON.stringify(said) });
  records.remember("k", turnsOf(said), IN_SERVER);
}

/** Whether a text is anywhere in the files of a folder, in plain bytes. */
function isOnDisk(folder: string, text: string): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
}

describe("DatabaseRecords", () => {
  it("still knows after a restart", () => {
    const folder = tempFolder();
    const record = makeAnswerRecord("Why?");
    const pending = makePending("p", Date.parse("2026-03-01"));
    {
      using database = openDatabase(folder);
      const records = makeRecords(database);
      records.keepAnswer("a", record);
      records.rate(LIKED);
      records.remember("k", turnsOf("Why?"), IN_SERVER);
      records.beginPending(pending);
      records.setSettings("museum", SETTINGS);
    }
    using database = openDatabase(folder);
    const records = makeRecords(database);
    expect(records.answer("a")).toStrictEqual({ ...record, id: "a" });
    expect(records.feedback()).toHaveLength(1);
    expect(records.history("k")).toEqual(turnsOf("Why?"));
    expect(records.pending()).toEqual([pending]);
    expect(records.settings("museum")).toEqual(SETTINGS);
  });

  it("knows at once what another connection keeps, changes and forgets", () => {
    const folder = tempFolder();
    using first = openDatabase(folder);
    using second = openDatabase(folder);
    const [one, two] = [makeRecords(first), makeRecords(second)];
    one.keepAnswer("a", makeAnswerRecord("Why?"));
    two.rate(LIKED);
    one.setSettings("museum", SETTINGS);
    expect([two.answer("a")?.question, one.feedback().length]).toEqual(["Why?", 1]);
    expect(two.settings("museum")).toEqual(SETTINGS);
    two.forgetPerson("ann");
    expect([one.answer("a"), one.feedback()]).toEqual([undefined, []]);
  });

  it("takes what it cannot read any more for not there", () => {
    using database = openDatabase(undefined);
    const records = makeRecords(database);
    records.keepAnswer("a", makeAnswerRecord("Why?"));
    records.rate(LIKED);
    records.remember("k", turnsOf("Why?"), IN_SERVER);
    records.beginPending(makePending("p", Date.parse("2026-03-01")));
    records.setSettings("museum", SETTINGS);
    database.run(`UPDATE given_answers SET answer = '{"form":"of old"}'; UPDATE conversations SET history = '[7]';
      UPDATE pending_answers SET reach = '{"kind":"pigeon"}'; UPDATE server_settings SET settings = '{"channels":7}'`);
    expect([records.answer("a"), records.feedback(), records.history("k"), records.pending()]).toEqual([
      undefined,
      [],
      [],
      [],
    ]);
    expect(records.settings("museum")).toEqual(DEFAULT_SETTINGS);
  });

  it("takes the default for what could not be set in an earlier version", () => {
    using database = openDatabase(undefined);
    const records = makeRecords(database);
    database.run(`INSERT INTO server_settings VALUES ('museum', '{"usesThreads":true}')`);
    expect(records.settings("museum")).toEqual({ ...DEFAULT_SETTINGS, usesThreads: true });
  });

  it.each([
    ["a person is forgotten", (records: DatabaseRecords) => records.forgetPerson("ann")],
    ["a server is forgotten", (records: DatabaseRecords) => records.forgetServer("museum")],
    ["it is too old", (records: DatabaseRecords, clock: SetClock) => (clock.pass(31 * DAY_MS), records.expire())],
  ])("leaves no byte on disk of what was said once %s", (_when, forget) => {
    const folder = tempFolder();
    using database = openDatabase(folder);
    const clock = new SetClock("2026-03-01");
    const records = makeRecords(database, { clock });
    const secret = "the moustache of the mayor";
    const question = `What of ${secret}? ${"Really? ".repeat(100)}`;
    keepOfEach(records, question);
    expect(isOnDisk(folder, secret)).toBe(true);
    forget(records, clock);
    expect(isOnDisk(folder, secret)).toBe(false);
  });

  it("leaves no byte on disk of a token that is no longer needed, once the log is emptied", () => {
    const folder = tempFolder();
    using database = openDatabase(folder);
    const records = makeRecords(database);
    const reach = { kind: "interaction", applicationId: "app", token: "sesame-open" } as const;
    records.beginPending(makePending("p", 0, { reach }));
    records.endPending("p");
    database.emptyLog();
    expect(isOnDisk(folder, "sesame-open")).toBe(false);
  });

  it("keeps for a day what is not to outlive the process", () => {
    using database = openDatabase(undefined);
    const clock = new SetClock("2026-03-01");
    const records = makeRecords(database, { clock, keepDays: 0 });
    records.keepAnswer("a", makeAnswerRecord("Why?"));
    clock.pass(DAY_MS);
    records.expire();
    expect(records.answer("a")).toBeDefined();
    clock.pass(1);
    records.expire();
    expect(records.answer("a")).toBeUndefined();
  });

  it("keeps what people said in memory alone where it is told to, and everything else beyond a restart", () => {
    const folder = tempFolder();
    const pending = makePending("p", Date.parse("2026-03-01"));
    const secret = "the moustache of the mayor";
    {
      using database = openDatabase(folder);
      keepWordsInMemory(database);
      const records = makeRecords(database, { keepDays: 0 });
      keepOfEach(records, secret);
      records.beginPending(pending);
      records.countUse(IN_SERVER);
      records.setSettings("museum", SETTINGS);
      expect([records.answerIn(secret)?.question, records.feedback().length]).toEqual([secret, 1]);
      expect(isOnDisk(folder, secret)).toBe(false);
    }
    expect(isOnDisk(folder, secret)).toBe(false);
    using database = openDatabase(folder);
    keepWordsInMemory(database);
    const records = makeRecords(database, { keepDays: 0 });
    expect(records.answer("a")).toBeUndefined();
    expect([records.pending(), records.uses(0, {}).length]).toEqual([[pending], 1]);
    expect(records.settings("museum")).toEqual(SETTINGS);
  });

  it("leaves no byte on disk of what was said before it kept that in memory", () => {
    const folder = tempFolder();
    const secret = "the moustache of the mayor";
    {
      using database = openDatabase(folder);
      keepOfEach(makeRecords(database), secret);
    }
    expect(isOnDisk(folder, secret)).toBe(true);
    using database = openDatabase(folder);
    keepWordsInMemory(database);
    expect(isOnDisk(folder, secret)).toBe(false);
  });

  it("counts uses for 48 hours where words are kept for a day", () => {
    using database = openDatabase(undefined);
    const clock = new SetClock("2026-03-01");
    const records = makeRecords(database, { clock, keepDays: 1 });
    records.countUse(IN_SERVER);
    clock.pass(2 * DAY_MS);
    records.expire();
    expect(records.uses(0, {})).toHaveLength(1);
  });

  it("forgets no half of a person where the database fails", () => {
    using database = openDatabase(undefined);
    const records = makeRecords(database);
    records.keepAnswer("a", makeAnswerRecord("Why?"));
    records.remember("k", turnsOf("Why?"), IN_SERVER);
    database.run(`CREATE TRIGGER fault BEFORE DELETE ON given_answers BEGIN SELECT raise(ABORT, 'no'); END`);
    expect(() => records.forgetPerson("ann")).toThrow("no");
    expect([records.answer("a")?.question, records.history("k").length]).toEqual(["Why?", 2]);
  });

  it("says so once the database is closed", () => {
    const database = openDatabase(tempFolder());
    const records = makeRecords(database);
    records.keepAnswer("a", makeAnswerRecord("Why?"));
    database.close();
    expect(() => records.keepAnswer("a", makeAnswerRecord("Why?"))).toThrow(DataUnusableError);
    expect(() => records.answer("a")).toThrow(DataUnusableError);
  });
});
