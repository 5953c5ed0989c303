import type { ExplainedModel, ExplainedPaper, Explanation } from "../../explanation.ts";

type Outcome = Explanation["outcome"];
type Source = ExplainedPaper["evidence"][number]["source"];
type Reason = ExplainedModel["removed"][number]["reason"];

/** What something is called, and how it is measured. */
export interface Words {
  readonly name: string;
  readonly measure?: string;
}

/** How an answer ended: in a word, and in a sentence. */
export const OUTCOME_WORDS = known<Outcome, Words>({
  answered: { name: "Answered", measure: "Every sentence has a footnote." },
  "not-stated": { name: "Not stated", measure: "The paper is in the corpus, but its text does not say this." },
  "no-evidence": { name: "No evidence", measure: "Nothing in the corpus answers this." },
  declined: { name: "Declined", measure: "This is no question that the bot can take." },
});

/** The signals of retrieval. */
export const SIGNAL_WORDS = known<string, Words>({
  words: { name: "Words", measure: "BM25" },
  characters: { name: "Characters", measure: "n-grams, BM25" },
  vectors: { name: "Vectors", measure: "cosine" },
  names: { name: "Own name", measure: "rarity" },
});

/** The estimates that decide. */
export const ESTIMATE_WORDS = known<string, Words>({
  answerable: { name: "The papers answer this", measure: "probability" },
  topic: { name: "Asks about a topic, not one paper", measure: "probability" },
});

/** What the estimates are made from. */
export const FEATURE_WORDS = known<string, Words>({
  passage: { name: "Question found in the best passage", measure: "share" },
  whole: { name: "Whole phrase is what papers are about", measure: "yes is 1" },
  unknown: { name: "Question that no paper holds", measure: "share" },
  invented: { name: "Names what no paper holds", measure: "yes is 1" },
  another: { name: "Is about something else than the paper", measure: "yes is 1" },
  named: { name: "Calls a paper by its name", measure: "rarity" },
  words: { name: "Best paper’s words", measure: "ln(1 + BM25)" },
  characters: { name: "Best paper’s character n-grams", measure: "ln(1 + BM25)" },
  length: { name: "Length of the question", measure: "ln(1 + terms)" },
  list: { name: "Asks for many", measure: "yes is 1" },
  one: { name: "Asks for one", measure: "yes is 1" },
  question: { name: "Has a question mark", measure: "yes is 1" },
  figure: { name: "Asks for a figure", measure: "yes is 1" },
  spread: { name: "Fourth paper’s score over the first’s", measure: "share" },
});

/** The steps of an answer. */
export const STAGE_WORDS = known<string, Words>({
  rewrite: { name: "Make the follow-up stand alone", measure: "model" },
  translate: { name: "Translate the question", measure: "model" },
  retrieve: { name: "Find papers" },
  read: { name: "Read what is asked, and gauge the evidence" },
  write: { name: "Choose sentences" },
  model: { name: "Write and prove the answer", measure: "model" },
  "first sentence": { name: "of that, up to the first proved sentence" },
});

/** Where a sentence stands: what the bot calls it, too. */
export const SOURCE_WORDS = known<Source, string>({
  abstract: "from the abstract",
  digest: "from our digest",
});

/** Why a sentence of a model was shown to nobody. */
export const REASON_WORDS = known<Reason, string>({
  uncited: "It cites no passage.",
  figure: "It has a figure that the passages it cites do not state.",
  quotation: "It quotes words that do not stand in the passages it cites.",
  title: "It names a paper that it does not cite.",
  name: "It has a name that the passages it cites do not have.",
  support: "It has too little in common with the passages it cites.",
  link: "It holds a web address that the passages it cites do not have.",
  prompt: "It gives away the bot’s instructions.",
});

/** A map, not an object: a name such as "constructor" is not in it. */
function known<Name extends string, Value>(words: Readonly<Record<Name, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries<Value>(words));
}
