import { writeSync } from "node:fs";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import { IN_SERVER, makeAnswerRecord, makePending, SETTINGS, turnsOf } from "./records.ts";
import { SetClock } from "./set-clock.ts";

// A process that answers, is rated and is set up, over and over, and writes a dot once all of a round is kept.
const [folder = "", rounds = ""] = process.argv.slice(2);
const clock = new SetClock("2026-03-01");
using database = openDatabase(folder);
const records = new DatabaseRecords(database, clock, { keepDays: 30, paperOf: () => undefined });
for (let round = 0; round < Number(rounds); round += 1) {
  const id = `${process.pid}-${round}`;
  records.countUse(IN_SERVER);
  records.beginPending(makePending(id, clock.now()));
  records.remember(id, turnsOf("Why?"), IN_SERVER);
  records.keepAnswer(id, makeAnswerRecord(`Why ${id}? ${"Really? ".repeat(500)}`));
  records.changePending(id, { isWhole: true });
  records.keepMessage(`message ${id}`, id);
  records.rate({ answerId: id, personId: "ann", isGood: true, reason: id });
  records.setSettings(id, SETTINGS);
  records.endPending(id);
  writeSync(1, ".");
}
