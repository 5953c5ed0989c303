import type { Explanation } from "../../explanation.ts";

type Stage = Explanation["stages"][number];

/** Steps that lie within another one, by name: their time is counted there. */
const WITHIN: ReadonlyMap<string, string> = new Map([["first sentence", "model"]]);

/** Steps that come before the search, though they are noted after it. */
const BEFORE_SEARCH: ReadonlySet<string> = new Set(["rewrite", "translate"]);

export interface TimedStage extends Stage {
  /** Whether it is a part of the stage before it. */
  readonly isPart: boolean;
}

/** The stages of an answer as they followed each other. */
export interface Timing {
  readonly stages: readonly TimedStage[];
  /** Milliseconds of all stages; what lies within another one counts once. */
  readonly total: number;
}

/** Puts stages in the order of time, and parts below what they are a part of. */
export function arrangeStages(stages: readonly Stage[]): Timing {
  const isPart = ({ name }: Stage): boolean => stages.some((other) => other.name === WITHIN.get(name));
  const wholes = stages.filter((stage) => !isPart(stage));
  const isEarly = ({ name }: Stage): boolean => BEFORE_SEARCH.has(name);
  const ordered = [...wholes.filter(isEarly), ...wholes.filter((stage) => !isEarly(stage))];
  const parts = stages.filter(isPart);
  return {
    stages: ordered.flatMap((stage) => [
      { ...stage, isPart: false },
      ...parts.filter(({ name }) => WITHIN.get(name) === stage.name).map((part) => ({ ...part, isPart: true })),
    ]),
    total: wholes.reduce((sum, { ms }) => sum + ms, 0),
  };
}
