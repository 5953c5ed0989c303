// Puts the whole bot under load, and writes what came of it into bench/RESULTS.md: `npm run load [-- --seconds 60]`.
//
// The generator, with a Discord that keeps Discord's rate limits, is one process, and the bot, `src/main.ts`, another.
import "../src/require-node.js";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { developmentQuestions } from "./development-questions.ts";
import { startLoadedBot } from "./load-bot.ts";
import { LoadedDiscord } from "./loaded-discord.ts";
import { renderLoad, replaceSection } from "./render-load.ts";
import { projectPath } from "./node-process.ts";
import { seededRandom, shuffled } from "./seeded-random.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    interactions: { type: "string", default: "800" },
    mentions: { type: "string", default: "200" },
  },
});
const RESULTS = projectPath("RESULTS.md");
/** After the last event, until everything must be answered. */
const GRACE_MS = 30_000;
/** Between looks at the memory of the bot once all is quiet. */
const QUIET_MS = 10_000;
const QUIET_LOOKS = 4;

const seconds = Number(values.seconds);
const folder = await mkdtemp(join(tmpdir(), "footnote-load-"));
const random = seededRandom(7);
const questions = developmentQuestions().map(({ question }) => question);
const discord = await LoadedDiscord.open({ people: 200, channels: 50, questions, random });
const bot = await startLoadedBot(folder, discord);
try {
  const idle = await bot.memoryMb();
  const events = shuffled(
    [
      ...Array.from({ length: Number(values.interactions) }, () => "interaction" as const),
      ...Array.from({ length: Number(values.mentions) }, () => "mention" as const),
    ],
    random,
  );
  const start = performance.now();
  for (const [index, event] of events.entries()) {
    const due = start + (index / events.length) * seconds * 1000;
    await setTimeout(Math.max(0, due - performance.now()));
    if (event === "mention") discord.mention();
    else discord.interact();
  }
  const figures = await discord.settle(GRACE_MS);
  const quiet: number[] = [];
  for (let look = 0; look < QUIET_LOOKS; look += 1) {
    await setTimeout(QUIET_MS);
    quiet.push(await bot.memoryMb());
  }
  const section = renderLoad({ ...figures, seconds, idleMb: idle, quietMb: quiet });
  await writeFile(RESULTS, replaceSection(await readFile(RESULTS, "utf8"), section));
  console.log(section);
  if (figures.failures.length > 0) {
    console.log(figures.failures.slice(0, 20).join("\n"));
    process.exitCode = 1;
  }
} finally {
  await bot.stop();
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
}
