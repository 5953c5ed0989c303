import { createLogger } from "../../src/adapters/logger.ts";

// A process that says so many lines, and ends in the middle of things: by itself, or by an error that nobody catches.
const [lines = "", ending = ""] = process.argv.slice(2);
const logger = createLogger({ secrets: [], logsQuestions: false });
process.on("uncaughtException", (err) => {
  logger.error({ err }, "The last line");
  process.exit(1);
});
for (let at = 0; at < Number(lines); at += 1) logger.info({ at, text: "x".repeat(200) }, "A line");
if (ending === "error") throw new Error("Nobody caught this");
logger.info({}, "The last line");
process.exit(0);
