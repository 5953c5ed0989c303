// Prints how long each step to the first answer of a process takes, as one JSON object of milliseconds: for a process
// cannot be looked into from outside. Only what it times may be loaded before.
import type { FirstAnswerSteps } from "./first-answer-steps.ts";

const [, , question = ""] = process.argv;
const asked = { text: question, history: [] };
const begun = performance.now();
const [{ compose }, { readConfig }] = await Promise.all([import("../src/compose.ts"), import("../src/config.ts")]);
const imported = performance.now();
const app = await compose(readConfig(process.env)).open({ paths: [] });
const opened = performance.now();
await app.ask(asked);
const answered = performance.now();
await app.ask(asked);
const again = performance.now();
const steps: FirstAnswerSteps = {
  // The clock of a process starts with it.
  start: begun,
  import: imported - begun,
  open: opened - imported,
  firstQuestion: answered - opened,
  sameAgain: again - answered,
};
console.log(JSON.stringify(steps));
