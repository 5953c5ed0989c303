/** Something that a question wants to know of a paper beyond what it is about. */
export interface Detail {
  /** The words of the question that ask for it, as typed. */
  readonly phrase: string;
  readonly kind: "count" | "duration" | "money" | "attribute" | "origin" | "name";
  /** `count` and `attribute`: what is counted or asked for, any of these, lower case. */
  readonly nouns: readonly string[];
}

const STOP = String.raw`(?=\s+(?:do|does|did|is|are|was|were|has|have|had|can|could|would|should|will|to|in|on|for|per|with|there|they|it|went|go|need|the|a|an|that|this|and|or)\b|[,;:?!.)]|$)`;
/** A question word asks only where a clause starts; "predict how many tokens" is what a paper does. */
const CLAUSE = String.raw`(?<=^\s*|[,;:?.!/]\s*|\b(?:and|or|but|so|ok|over|in|on|for|with|after|at|to|then|again|is|was)\s+)`;
const COUNT = new RegExp(
  String.raw`${CLAUSE}\b(?:how many|(?:the )?number of)\s+((?:[\p{L}\p{N}/-]+\s+){0,3}?[\p{L}\p{N}/-]+)${STOP}`,
  "giu",
);
const SECOND_COUNT = new RegExp(String.raw`^\s+and (?:of )?([\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+)??)${STOP}`, "iu");
const TIME_UNITS = ["millisecond", "second", "minute", "hour", "day", "week", "month"];
const DURATION = new RegExp(
  String.raw`${CLAUSE}(?:for )?how long\b(?! (?:is|are|can|of|will))|\b(?:seconds|minutes|hours|days|weeks|milliseconds) (?:per|to|did|does|for)\b|\bgpu[- ]hours|\btraining time`,
  "giu",
);
const MONEY =
  /\b(?:how much (?:money|cash|did it cost|does it cost)|(?:what|how much) (?:did|does|do|would) .{1,40}? cost\b|dollars|price tag|budget in)/giu;
const ORIGIN =
  /\b(?:who (?:wrote|authored|are the authors|is the (?:first |lead |last )?author)|authors? of|which (?:university|lab|company|institution|conference|venue|journal|country)|(?:first|lead|last|corresponding) author|affiliations?|funded by|funding)\b/giu;
/** What papers leave to their appendix: what is asked => words that would state it. */
const ATTRIBUTES: readonly (readonly [pattern: RegExp, nouns: readonly string[]])[] = [
  [/\blearning[- ]rates?\b(?=.*(?:\buse|\bset|\bdid|\bwas|\?))/giu, ["learning rate"]],
  [/\bbatch[- ]?sizes?\b/giu, ["batch size"]],
  [
    /\b(?:licen[cs]es?|licen[cs]ed|commercial(?:ly)? use|use (?:it|them) commercially)\b/giu,
    ["licence", "license", "licensed", "commercial", "commercially"],
  ],
  [/\b(?:optimi[sz]er)s?\b(?= (?:did|was|is|do|does|they)|\?)/giu, ["optimizer", "optimiser", "adam", "adamw", "sgd"]],
  [
    /\b(?:what|which|how many|how much)\b[^?]{0,20}\b(?:epochs?|training steps|dropout|weight decay|warm-?up|random seeds?|hyper-?parameters?)\b/giu,
    ["epoch", "step", "dropout", "decay", "warmup", "seed", "hyperparameter"],
  ],
  [
    /\b(?:(?:on )?(?:what|which|how many)(?: kind of| type of)? (?:gpus?|tpus?|hardware|accelerators?|machines?|graphics cards?))\b/giu,
    [
      "gpu",
      "gpus",
      "tpu",
      "tpus",
      "cpu",
      "hardware",
      "a100",
      "h100",
      "v100",
      "h800",
      "phone",
      "device",
      "devices",
      "iphone",
      "accelerator",
      "accelerators",
      "npu",
      "fpga",
    ],
  ],
  [
    /\b(?:vocabulary size|context (?:length|window) (?:is|was|did|does)|temperature (?:was|did|is))\b/giu,
    ["vocabulary", "context", "temperature"],
  ],
];

/**
 * Finds what details a question asks for: counts ("how many hours of footage"), durations, money, the attributes that
 * papers leave to their appendix (learning rate, batch size, licence, hardware) and who or what stands behind a paper.
 *
 * @returns In text order by kind; empty for a question that asks what, why or how.
 */
export function askedDetails(question: string): Detail[] {
  const details: Detail[] = [];
  let rest = question;
  const take = (phrase: string, kind: Detail["kind"], nouns: readonly string[] = []): void => {
    details.push({ phrase, kind, nouns });
    rest = rest.replace(phrase, "\n"); // What one detail asked with is not asked again.
  };
  for (const match of question.matchAll(COUNT)) {
    const after = question.slice(match.index + match[0].length);
    take(match[0], "count", countedNouns(match[1]!));
    const second = SECOND_COUNT.exec(after);
    if (second !== null) take(second[0], "count", countedNouns(second[1]!));
  }
  for (const [pattern, nouns] of ATTRIBUTES)
    for (const [phrase] of rest.matchAll(pattern)) take(phrase, "attribute", nouns);
  for (const [phrase] of rest.matchAll(DURATION)) take(phrase, "duration");
  for (const [phrase] of rest.matchAll(MONEY)) take(phrase, "money");
  for (const [phrase] of rest.matchAll(ORIGIN)) take(phrase, "origin");
  return details;
}

/** "A100 hours" counts hours, whatever stands before; "training images" counts either. */
function countedNouns(phrase: string): string[] {
  const nouns = phrase.toLowerCase().split(/[\s/]+/);
  const unit = nouns.find((noun) => TIME_UNITS.includes(noun.replace(/s$/, "")));
  return unit === undefined
    ? nouns.filter((noun) => !["more", "other", "different", "of", "and"].includes(noun))
    : [unit];
}
