// Measures how fast the product is, prints it and writes bench/RESULTS.md: `npm run bench [-- --skip-large]`.
import "../src/require-node.js";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseCatalogue } from "../src/corpus/parse-catalogue.ts";
import { developmentQuestions } from "./development-questions.ts";
import { type CorpusFigures, measureCorpus } from "./measure-corpus.ts";
import { measureModel } from "./measure-model.ts";
import { projectPath, type Workplace } from "./node-process.ts";
import { renderResults } from "./render-results.ts";
import { syntheticCatalogue } from "./synthetic-catalogue.ts";

const SHIPPED = projectPath("../corpus/catalogue.jsonl");
const RESULTS = projectPath("RESULTS.md");

const { values } = parseArgs({
  options: { "skip-large": { type: "boolean", default: false }, "large-papers": { type: "string", default: "10000" } },
});
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interruption.abort());

const workplace: Workplace = {
  folder: await mkdtemp(join(tmpdir(), "footnote-bench-")),
  signal: interruption.signal,
};
try {
  const shipped = await measureShipped();
  const model = await measureModel({ name: "shipped", file: SHIPPED }, workplace);
  const large = values["skip-large"] ? undefined : await measureLarge(Number(values["large-papers"]));
  const results = renderResults({
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    machine: `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown kind"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
    questions: developmentQuestions().length,
    shipped,
    model,
    ...(large && { large }),
  });
  await writeFile(RESULTS, results);
  console.log(results);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
} finally {
  await rm(workplace.folder, { recursive: true, force: true });
}

function measureShipped(): Promise<CorpusFigures> {
  return measureCorpus(
    {
      name: "shipped",
      file: SHIPPED,
      builds: 3,
      unchangedBuilds: 5,
      processes: 9,
      rounds: 10,
      warmUp: Number.POSITIVE_INFINITY,
    },
    workplace,
  );
}

/** What takes seconds there is done less often, and once what takes minutes. */
async function measureLarge(papers: number): Promise<CorpusFigures> {
  const { entries } = parseCatalogue(await readFile(SHIPPED, "utf8"));
  const file = join(workplace.folder, "synthetic.jsonl");
  await writeFile(file, syntheticCatalogue(entries, papers));
  return measureCorpus(
    { name: "large", file, builds: 1, unchangedBuilds: 3, processes: 5, rounds: 2, warmUp: 50 },
    workplace,
  );
}
