// Kills a process that saves an index, again and again, and looks at what is left: `node bench/crash-safety.ts [--kills 200]`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isSaverName, PAPERS, type SaverName, SAVERS } from "./crash-savers.ts";
import { killWhileSaving, type Outcome } from "./crash-trial.ts";

const { values } = parseArgs({ options: { kills: { type: "string", default: "200" } } });
const kills = Number(values.kills);

async function run(name: SaverName) {
  const counts: Record<Outcome, number> = { whole: 0, unreadable: 0, "papers lost": 0 };
  let folder = await makeIndex(name);
  for (let kill = 0; kill < kills; kill += 1) {
    const outcome = await killWhileSaving(name, folder);
    counts[outcome] += 1;
    if (outcome === "whole") continue;
    await rm(folder, { recursive: true });
    folder = await makeIndex(name);
  }
  await rm(folder, { recursive: true });
  return { name, ...counts };
}

async function makeIndex(name: SaverName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "footnote-crash-"));
  await SAVERS[name].save(folder, 0);
  return folder;
}

const rows = await Promise.all(Object.keys(SAVERS).filter(isSaverName).map(run));
console.log(`${kills} times SIGKILL at a random moment while ${PAPERS} papers are saved over and over:`);
console.table(Object.fromEntries(rows.map(({ name, ...counts }) => [name, counts])));
const ours = rows.find(({ name }) => name === "Footnote's index");
process.exitCode = ours?.whole === kills ? 0 : 1;
