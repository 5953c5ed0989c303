import type { CorpusFigures } from "./measure-corpus.ts";
import type { ModelLatencies } from "./model-latencies.ts";
import { count, durations, megabytes, milliseconds, percentiles, ratio, table } from "./markdown.ts";

/** What a run of the benchmark found. */
export interface Results {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly node: string;
  /** Its kind, never its name. */
  readonly machine: string;
  /** How many questions were asked. */
  readonly questions: number;
  readonly shipped: CorpusFigures;
  readonly model: ModelLatencies;
  /** Absent where the large corpus was skipped. */
  readonly large?: CorpusFigures;
}

type Row = readonly [what: string, value: (figures: CorpusFigures) => string];

interface Aim {
  readonly what: string;
  readonly limit: string;
  readonly found: string;
  readonly reached: boolean;
}

const ROWS: readonly Row[] = [
  ["Corpus on disk", ({ corpusMb }) => megabytes(corpusMb)],
  ["Index on disk", ({ indexMb }) => megabytes(indexMb)],
  ["Build of the whole index", ({ build }) => durations(build)],
  ["… its peak memory", ({ buildPeakMb }) => megabytes(buildPeakMb)],
  ["Build where nothing changed", ({ unchangedBuild }) => durations(unchangedBuild)],
  ["Fresh process to its first answer", ({ process }) => durations(process)],
  ["… its peak memory", ({ processPeakMb }) => megabytes(processPeakMb)],
  ["… of which a bare Node: time", ({ bareProcess }) => durations(bareProcess)],
  ["… of which a bare Node: memory", ({ bareProcessPeakMb }) => megabytes(bareProcessPeakMb)],
  ["Steps: start of Node", ({ steps }) => milliseconds(steps.start)],
  ["Steps: import of our modules", ({ steps }) => milliseconds(steps.import)],
  ["Steps: opening the index", ({ steps }) => milliseconds(steps.open)],
  ["Steps: first question", ({ steps }) => milliseconds(steps.firstQuestion)],
  ["Steps: the same question again", ({ steps }) => milliseconds(steps.sameAgain)],
  ["Retrieval, p50 / p95", ({ queries }) => percentiles(queries.retrieval)],
  ["Whole answer, p50 / p95", ({ queries }) => percentiles(queries.answer)],
];

const CONTENDERS: readonly Row[] = [
  ["Footnote's retrieval", ({ queries }) => percentiles(queries.sideBySide.ours)],
  ["MiniSearch, its defaults", ({ queries }) => percentiles(queries.sideBySide.miniSearch)],
  ["Vectra, top 10, question embedded before", ({ queries }) => percentiles(queries.sideBySide.vectra)],
  ["Vectra, top 10, with embedding the question", ({ queries }) => percentiles(queries.sideBySide.vectraEmbedded)],
  ["Footnote : MiniSearch", ({ queries: { sideBySide } }) => ratio(sideBySide.ours, sideBySide.miniSearch)],
  ["Footnote : Vectra alone", ({ queries: { sideBySide } }) => ratio(sideBySide.ours, sideBySide.vectra)],
  [
    "Footnote : Vectra with embedding",
    ({ queries: { sideBySide } }) => ratio(sideBySide.ours, sideBySide.vectraEmbedded),
  ],
];

const SYNTHETIC =
  "- **Synthetic papers**: seeded; heads and tails of real titles, sentences, questions and terms of three real papers in " +
  "turn, and a coined name each, so that lengths are real and the words are those of the shipped catalogue. One run of " +
  "their build, for it takes its time.";

/** Renders a run as Markdown. */
export function renderResults(results: Results): string {
  const { date, node, machine, shipped, model, large } = results;
  const corpora = [shipped, ...(large ? [large] : [])];
  const aims = aimsOf(shipped, model).map(({ what, limit, found, reached }) => [
    what,
    limit,
    found,
    reached ? "yes" : "**no**",
  ]);
  return `# How fast Footnote is

Written by \`npm run bench\` on ${date}. Node ${node}; ${machine}. The corpora: the shipped catalogue of ${count(shipped.papers)} papers${
    large ? `, and ${count(large.papers)} synthetic ones made of its sentences` : ""
  }. Medians throughout, with the lowest and the highest run in brackets; other work on the machine shows in the times, less in the ratios.

## Aims (${count(shipped.papers)} papers)

${table(["", "Aim", "Found", "Reached"], aims)}

## Figures

${table(["", ...corpora.map(({ papers }) => `${count(papers)} papers`)], rowsOf(ROWS, corpora))}

## Search side by side

The same process, the same texts, the same questions, one search after the other in changing order; p50 / p95, and ratios of the p50.

${table(["", ...corpora.map(({ papers }) => `${count(papers)} papers`)], rowsOf(CONTENDERS, corpora))}
${large ? "" : "\nThe large corpus was skipped (`--skip-large`).\n"}
${methods(results)}`;
}

function aimsOf(
  { queries, build, unchangedBuild, process }: CorpusFigures,
  { firstSentence, cpu, tokens }: ModelLatencies,
): readonly Aim[] {
  const { ours, miniSearch } = queries.sideBySide;
  const within = (what: string, found: number, limit: number): Aim => ({
    what,
    limit: `at most ${milliseconds(limit)}`,
    found: milliseconds(found),
    reached: found <= limit,
  });
  return [
    within("Retrieval, p50", queries.retrieval.p50, 2),
    {
      what: "Retrieval, p50, against MiniSearch's default search",
      limit: "at most 1.00",
      found: ratio(ours, miniSearch),
      reached: ours.p50 <= miniSearch.p50,
    },
    within("Whole answer, p50", queries.answer.p50, 15),
    within("Build of the whole index", build.median, 6000),
    within("Build where nothing changed", unchangedBuild.median, 1000),
    within("Fresh process to its first answer", process.median, 1500),
    within("A model's first sentence, from its closing chunk to its display, p50", firstSentence.p50, 20),
    within(`CPU of a model's answer of ${count(tokens)} tokens, a chunk each, p50`, cpu.p50, 150),
  ];
}

function rowsOf(rows: readonly Row[], corpora: readonly CorpusFigures[]): string[][] {
  return rows.map(([what, value]) => [what, ...corpora.map(value)]);
}

function methods({ shipped, model, large, questions }: Results): string {
  const runs = (of: (figures: CorpusFigures) => number): string =>
    [shipped, ...(large ? [large] : [])].map((figures) => count(of(figures))).join(" and ");
  return `## How each figure was measured

- **Corpus, index on disk**: sizes of the files; of the index the current generation and its manifest, without the generation that is kept for those who still read it.
- **Build**: wall time of a whole process, \`node src/cli.ts index --force\`, ${runs(({ build }) => build.runs)} runs. Its memory is the peak resident set of the same processes.
- **Build where nothing changed**: wall time of \`node src/cli.ts index\` over the finished index, ${runs(({ unchangedBuild }) => unchangedBuild.runs)} runs.
- **Fresh process**: wall time of \`node src/cli.ts ask "…"\` from its start to the end of its output, another question each time, ${runs(({ process }) => process.runs)} runs, files in the system's cache; a \`node --eval 0\` before each. Memory is the peak resident set, in 3 runs apart from those.
- **Steps**: a small script that times itself, as many runs, in turn with those processes; it does without the command line's own modules and its output.
- **Retrieval**: \`PaperRetriever.rank\` over all ${count(questions)} development questions (\`test/eval/dev.jsonl\` and \`extra.jsonl\`), several rounds after a warm-up: ${runs(({ queries }) => queries.retrieval.count)} calls.
- **Whole answer**: \`App.ask\` on the same questions, follow-ups with their conversation: ${runs(({ queries }) => queries.answer.count)} calls. Papers that were read for an answer before are remembered, as in a running bot.
- **A model's answers**: a scripted model over loopback HTTP, so that what is measured is everything but a model. *First sentence*: from the release of the chunk that shows that the sentence is whole, to the call that displays it, endpoint and product in one process, ${count(model.firstSentence.count)} answers; p95 ${milliseconds(model.firstSentence.p95)}. *CPU*: user and system time of a process with the product alone for a whole answer, search, HTTP and proofs included, ${count(model.cpu.count)} answers after a warm-up; p95 ${milliseconds(model.cpu.p95)}.
- **MiniSearch**: its \`search\` with default options over the text that we index of each paper; **Vectra**: \`VectraStore.similaritySearchVectorWithScore\`, which is its dense \`queryItems\`, over the stored vectors. ${runs(({ queries }) => queries.sideBySide.ours.count)} calls each.
${large ? `${SYNTHETIC}\n` : ""}- Everything runs in processes of its own, in a temporary folder, without the settings of whoever runs it, and with Node's default limits of memory.
`;
}
