import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { IndexSummary } from "../src/workbench.ts";
import { developmentQuestions } from "./development-questions.ts";
import type { FirstAnswerSteps } from "./first-answer-steps.ts";
import { projectPath, type ProcessOptions, type ProcessRun, runNode, type Workplace } from "./node-process.ts";
import type { QueryLatencies } from "./query-latencies.ts";
import { median, type Spread, spread } from "./statistics.ts";

/** A corpus to measure, and how often each thing is done with it. */
export interface CorpusPlan {
  /** Names its folder. */
  readonly name: string;
  /** The path of its only file. */
  readonly file: string;
  readonly builds: number;
  readonly unchangedBuilds: number;
  readonly processes: number;
  /** How often every question is asked. */
  readonly rounds: number;
  /** Questions before the first that counts. */
  readonly warmUp: number;
}

/** What was measured on one corpus. */
export interface CorpusFigures {
  readonly papers: number;
  readonly corpusMb: number;
  readonly indexMb: number;
  readonly build: Spread;
  readonly buildPeakMb: number;
  readonly unchangedBuild: Spread;
  /** A process of the command line from its start to the end of its answer. */
  readonly process: Spread;
  readonly processPeakMb: number;
  /** A process of Node that does nothing. */
  readonly bareProcess: Spread;
  readonly bareProcessPeakMb: number;
  /** Medians. */
  readonly steps: FirstAnswerSteps;
  readonly queries: QueryLatencies;
}

const CLI = projectPath("../src/cli.ts");
/** Memory varies little from run to run. */
const MEMORY_RUNS = 3;
const BARE = ["--eval", "0"];

/** Builds an index of a corpus in the workplace and measures everything on it, each thing in processes of its own. */
export async function measureCorpus(plan: CorpusPlan, workplace: Workplace): Promise<CorpusFigures> {
  const folder = join(workplace.folder, plan.name);
  await mkdir(folder);
  const env = { FOOTNOTE_CORPUS: plan.file, FOOTNOTE_INDEX: folder };
  const run = (args: readonly string[], options: ProcessOptions = {}): Promise<ProcessRun> =>
    runNode(args, workplace, { env, ...options });
  const questions = developmentQuestions().map(({ question }) => question);
  const questionOf = (at: number): string => questions[at % questions.length] ?? "";

  tell(`${plan.name}: building`);
  const builds = await repeat(plan.builds, () => run([CLI, "index", "--force", "--json"], { memory: true }));
  const unchanged = await repeat(plan.unchangedBuilds, () => run([CLI, "index", "--json"]));
  if (unchanged.some((build) => summaryOf(build).embedded > 0)) {
    throw new Error("A build over a finished index embedded papers anew: did the product change meanwhile?");
  }
  tell(`${plan.name}: fresh processes`);
  const processes = await repeat(plan.processes, async (at) => ({
    bare: await run(BARE),
    ask: await run([CLI, "ask", questionOf(at)]),
    steps: await run([projectPath("first-answer-child.ts"), questionOf(at)]),
  }));
  const memories = await repeat(MEMORY_RUNS, async (at) => ({
    bare: await run(BARE, { memory: true }),
    ask: await run([CLI, "ask", questionOf(at)], { memory: true }),
  }));
  tell(`${plan.name}: questions`);
  const queries = await run([projectPath("queries-child.ts"), folder, `${plan.rounds}`, `${plan.warmUp}`]);

  return {
    papers: median(builds.map((build) => summaryOf(build).papers)),
    corpusMb: (await stat(plan.file)).size / 1e6,
    indexMb: (await currentGenerationBytes(folder)) / 1e6,
    build: spread(builds.map(({ ms }) => ms)),
    buildPeakMb: median(builds.map(({ peakMb }) => peakMb)),
    unchangedBuild: spread(unchanged.map(({ ms }) => ms)),
    process: spread(processes.map(({ ask }) => ask.ms)),
    processPeakMb: median(memories.map(({ ask }) => ask.peakMb)),
    bareProcess: spread(processes.map(({ bare }) => bare.ms)),
    bareProcessPeakMb: median(memories.map(({ bare }) => bare.peakMb)),
    steps: medianSteps(processes.map(({ steps }) => JSON.parse(steps.stdout) as FirstAnswerSteps)),
    queries: JSON.parse(queries.stdout) as QueryLatencies,
  };
}

async function repeat<Value>(times: number, work: (at: number) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let at = 0; at < times; at += 1) values.push(await work(at));
  return values;
}

function summaryOf({ stdout }: ProcessRun): IndexSummary {
  return JSON.parse(stdout) as IndexSummary;
}

function medianSteps(all: readonly FirstAnswerSteps[]): FirstAnswerSteps {
  const step = (name: keyof FirstAnswerSteps): number => median(all.map((steps) => steps[name]));
  return {
    start: step("start"),
    import: step("import"),
    open: step("open"),
    firstQuestion: step("firstQuestion"),
    sameAgain: step("sameAgain"),
  };
}

/** The bytes of the newest generation and of the manifest that points to it, without the generation before. */
async function currentGenerationBytes(folder: string): Promise<number> {
  const generations = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).toSorted();
  const newest = join(folder, generations.at(-1) ?? "");
  const entries = await readdir(newest, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sizes = await Promise.all(
    [...files, join(folder, "manifest.json")].map(async (path) => (await stat(path)).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function tell(progress: string): void {
  process.stderr.write(`${progress} …\n`);
}
