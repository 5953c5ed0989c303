import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/adapters/database.ts";
import { DatabaseSpending } from "../../../src/adapters/database-spending.ts";
import { DataUnusableError } from "../../../src/domain/errors.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";
import { SetClock } from "../../support/set-clock.ts";

const DAY_MS = 86_400_000;

const unexpected = (error: Error) => {
  throw error;
};

describe("DatabaseSpending", () => {
  it("sums up what was spent today, and begins at nothing", () => {
    using database = openDatabase(tempFolder());
    const spending = new DatabaseSpending(database, new SetClock("2026-03-01"), unexpected);
    expect(spending.today()).toBe(0);
    spending.add(0.25);
    spending.add(0.5);
    expect(spending.today()).toBe(0.75);
  });

  it("begins a day at midnight UTC", () => {
    using database = openDatabase(tempFolder());
    const clock = new SetClock("2026-03-01T23:59:59.999Z");
    const spending = new DatabaseSpending(database, clock, unexpected);
    spending.add(1);
    clock.pass(1);
    expect(spending.today()).toBe(0);
    spending.add(2);
    expect(spending.today()).toBe(2);
  });

  it("still knows after a restart", () => {
    const folder = tempFolder();
    const clock = new SetClock("2026-03-01");
    {
      using database = openDatabase(folder);
      new DatabaseSpending(database, clock, unexpected).add(0.5);
    }
    using database = openDatabase(folder);
    expect(new DatabaseSpending(database, clock, unexpected).today()).toBe(0.5);
  });

  it("sees what another connection adds, and loses none of it", () => {
    const folder = tempFolder();
    const clock = new SetClock("2026-03-01");
    using one = openDatabase(folder);
    using two = openDatabase(folder);
    const spendings = [one, two].map((database) => new DatabaseSpending(database, clock, unexpected));
    for (let round = 0; round < 20; round += 1) for (const spending of spendings) spending.add(0.25);
    expect(spendings.map((spending) => spending.today())).toEqual([10, 10]);
  });

  it("forgets days that are more than 60 days ago", () => {
    using database = openDatabase(tempFolder());
    const clock = new SetClock("2026-03-01");
    const spending = new DatabaseSpending(database, clock, unexpected);
    const days = () => database.get("SELECT count(*) AS days FROM spending")?.["days"];
    spending.add(1);
    clock.pass(60 * DAY_MS);
    spending.add(1);
    expect(days()).toBe(2);
    clock.pass(DAY_MS);
    spending.add(1);
    expect(days()).toBe(2);
  });

  it("counts what could not be written down, tells so, and writes it down with the next", () => {
    const folder = tempFolder();
    const clock = new SetClock("2026-03-01");
    using database = openDatabase(folder);
    using other = openDatabase(folder);
    database.run("PRAGMA busy_timeout = 0");
    const troubles: Error[] = [];
    const spending = new DatabaseSpending(database, clock, (error) => troubles.push(error));
    other.transact(() => spending.add(1));
    expect(troubles).toEqual([expect.any(DataUnusableError)]);
    expect(spending.today()).toBe(1);
    spending.add(2);
    expect(new DatabaseSpending(other, clock, unexpected).today()).toBe(3);
    expect(spending.today()).toBe(3);
  });

  it("writes money down for the day on which it was spent, also later", () => {
    const folder = tempFolder();
    const clock = new SetClock("2026-03-01");
    using database = openDatabase(folder);
    using other = openDatabase(folder);
    database.run("PRAGMA busy_timeout = 0");
    const spending = new DatabaseSpending(database, clock, () => {});
    other.transact(() => spending.add(1));
    clock.pass(DAY_MS);
    spending.add(2);
    expect(spending.today()).toBe(2);
    expect(database.get("SELECT dollars FROM spending WHERE day = '2026-03-01'")).toEqual({ dollars: 1 });
  });

  it("does not say what was spent when it cannot know", () => {
    const database = openDatabase(tempFolder());
    const spending = new DatabaseSpending(database, new SetClock("2026-03-01"), unexpected);
    database.close();
    expect(() => spending.today()).toThrow(DataUnusableError);
  });

  it.each([Number.NaN, -0.1, Infinity])("refuses to add %s dollars", (dollars) => {
    using database = openDatabase(tempFolder());
    const spending = new DatabaseSpending(database, new SetClock("2026-03-01"), unexpected);
    expect(() => spending.add(dollars)).toThrow(RangeError);
    expect(spending.today()).toBe(0);
  });
});
