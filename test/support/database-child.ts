import { writeSync } from "node:fs";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseAnswerCache } from "../../src/adapters/database-answer-cache.ts";
import { DatabaseSpending } from "../../src/adapters/database-spending.ts";
import { SetClock } from "./set-clock.ts";

// A process that spends 0.5 US dollars at a time on the same day, and writes a dot once each is kept.
const [folder = "", rounds = ""] = process.argv.slice(2);
const fail = (error: Error) => {
  throw error;
};
const clock = new SetClock("2026-03-01");
using database = openDatabase(folder);
const spending = new DatabaseSpending(database, clock, fail);
const cache = new DatabaseAnswerCache(database, clock, { entries: 20, maxAgeMs: 1000, onTrouble: fail });
for (let round = 0; round < Number(rounds); round += 1) {
  spending.add(0.5);
  writeSync(1, ".");
  cache.set(`${process.pid} ${round}`, "An answer. ".repeat(1000));
}
