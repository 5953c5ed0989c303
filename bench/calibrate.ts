/**
 * Fits the two calibrated models of answering on the development questions, and prints what five-fold cross-validation
 * says of each: `npm run calibrate`. The printed weights go into gauge-evidence.ts and question-kind.ts.
 */
import { readFileSync } from "node:fs";
import { probability } from "../src/answering/logistic.ts";
import { compose } from "../src/compose.ts";
import { readConfig } from "../src/config.ts";
import { parseEvalQuestions } from "../src/evaluation/eval-question.ts";
import type { EvalGroup } from "../src/evaluation/eval-question.ts";
import { fitLogistic } from "./fit-logistic.ts";
import type { Example } from "./fit-logistic.ts";

const FOLDS = 5;
const REPEATS = 10;

interface Calibration {
  readonly name: string;
  readonly features: readonly string[];
  /** How much each group counts; absent ones are left out. */
  readonly positive: Partial<Record<EvalGroup, number>>;
  readonly negative: Partial<Record<EvalGroup, number>>;
  readonly thresholds: readonly number[];
  /** Features that settle the matter whatever the model says: for it, and against it. */
  readonly settled?: { readonly yes: string; readonly no: string };
}

const EXTRA = { "extra-plain": 0.5, "extra-semilay": 0.5, "extra-lay": 0.5 } as const;
const CALIBRATIONS: readonly Calibration[] = [
  {
    name: "the corpus answers (gauge-evidence.ts)",
    features: ["words", "characters", "length", "named", "passage", "unknown", "invented"],
    positive: { known: 1, figure: 1, topic: 1, compare: 1, ...EXTRA },
    negative: { unanswerable: 3 },
    thresholds: [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7],
    settled: { yes: "whole", no: "another" },
  },
  {
    name: "asks about a topic (question-kind.ts)",
    features: ["list", "one", "question", "length", "spread", "figure", "named"],
    positive: { topic: 4 },
    negative: { known: 1, figure: 1, ...EXTRA },
    thresholds: [0.4, 0.5, 0.6],
  },
];

type GroupedExample = Example & { readonly group: EvalGroup };

const app = await compose(readConfig({})).open({ paths: [] });
const questions = ["dev", "extra"].flatMap((file) =>
  parseEvalQuestions(readFileSync(`test/eval/${file}.jsonl`, "utf8")),
);
const features = new Map<string, Readonly<Record<string, number>>>();
for (const { id, question } of questions) {
  features.set(id, (await app.ask({ text: question, history: [] })).trace.evidence);
}
for (const calibration of CALIBRATIONS) report(calibration);

function report({ name, features: names, positive, negative, thresholds, settled }: Calibration): void {
  const examples = questions.flatMap(({ id, group }): GroupedExample[] => {
    const weight = positive[group] ?? negative[group];
    if (weight === undefined) return [];
    return [{ group, features: features.get(id) ?? {}, label: positive[group] === undefined ? 0 : 1, weight }];
  });
  const heldOut = crossValidate(examples, names, settled);
  console.log(`\n# ${name}: ${examples.length} questions, ${FOLDS}-fold cross-validation, ${REPEATS} times`);
  for (const group of [...Object.keys(positive), ...Object.keys(negative)]) {
    const shares = thresholds.map((threshold) => {
      const own = heldOut.filter((prediction) => prediction.group === group);
      return own.filter(({ p }) => p >= threshold).length / own.length;
    });
    console.log(`${group.padEnd(14)} above ${thresholds.map((at, i) => `${at}: ${shares[i]?.toFixed(3)}`).join("  ")}`);
  }
  const { intercept, weights } = fitLogistic(examples, names);
  const rounded = Object.entries(weights).map(([key, value]) => `${key}: ${value.toFixed(2)}`);
  console.log(`intercept: ${intercept.toFixed(2)}, weights: { ${rounded.join(", ")} }`);
}

/** Every example's probability by models that have not seen it. */
function crossValidate(
  examples: readonly GroupedExample[],
  names: readonly string[],
  settled: Calibration["settled"],
): { group: EvalGroup; p: number }[] {
  return Array.from({ length: REPEATS }, (_, repeat) => repeat + 1).flatMap((seed) => {
    const fold = shuffledFolds(examples.length, seed);
    return Array.from({ length: FOLDS }, (_, held) => held).flatMap((held) => {
      const model = fitLogistic(
        examples.filter((_, at) => fold[at] !== held),
        names,
      );
      return examples
        .filter((_, at) => fold[at] === held)
        .map(({ group, features: own }) => ({ group, p: settle(own, settled) ?? probability(model, own) }));
    });
  });
}

function settle(own: Readonly<Record<string, number>>, settled: Calibration["settled"]): 0 | 1 | undefined {
  if (settled !== undefined && own[settled.no] === 1) return 0;
  return settled !== undefined && own[settled.yes] === 1 ? 1 : undefined;
}

/** Deals places to folds in an order that the seed decides (a linear congruential generator). */
function shuffledFolds(length: number, seed: number): number[] {
  let state = seed;
  const keyed = Array.from({ length }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { at, key: state };
  });
  const folds = Array.from({ length }, () => 0);
  for (const [order, { at }] of keyed.toSorted((a, b) => a.key - b.key).entries()) folds[at] = order % FOLDS;
  return folds;
}
