import { createHash } from "node:crypto";
import { normalizeTitle } from "../../src/domain/paper.ts";
import type { Paper } from "../../src/domain/paper.ts";

/** A paper that we made up: only its title is known, unless told more. */
export function madeUpPaper(title: string, more: Partial<Paper> = {}): Paper {
  const id = createHash("sha256").update(normalizeTitle(title)).digest("hex").slice(0, 12);
  return { id, title, displayTitle: title, questions: [], terms: [], links: [], ...more };
}

/** Known by its digest, like most papers. */
export const LANTERN = madeUpPaper("Lantern Decoding: Drafting Tokens with a Tiny Firefly Model", {
  tldr: "Lantern Decoding lets a tiny firefly model draft tokens that a large language model verifies, which makes generation 2.7x faster.",
  digest:
    "Autoregressive generation emits one token at a time. Lantern Decoding trains a firefly model of 40 million parameters to draft eight tokens, which the large model verifies in one pass. On the Mothlight benchmark it is 2.7x faster than plain decoding, and the output distribution stays exactly the same. The firefly trains in 6 hours on four GPUs.",
  questions: [
    "How can a tiny draft model speed up the generation of a large language model without changing its output?",
    "Why does verifying drafted tokens in one pass keep the output distribution?",
  ],
  terms: ["speculative decoding", "draft and verify"],
});

/** Known by its authors' abstract as well as a digest. */
export const BEACON = madeUpPaper("Beacon Decoding: Verifying Drafts along a Tree of Candidates", {
  tldr: "Beacon Decoding verifies a tree of drafted candidates at once.",
  digest: "Our words about Beacon, which nobody should be shown.",
  abstract:
    "Drafting a single sequence of tokens wastes the parallelism of accelerators. We propose Beacon Decoding, which verifies a tree of 64 candidates in one pass of the large model. Beacon Decoding accepts 4.1 tokens per pass on average, e.g. in code completion, cf. Fig. 3. Compared with drafting a single sequence, generation is 1.6x faster.",
  questions: ["How can a tree of drafted candidates be verified in a single pass?"],
  terms: ["speculative decoding", "tree attention"],
});

export const CANDLE = madeUpPaper("CandleCache: Evicting Cold Keys from the Attention Cache", {
  tldr: "CandleCache evicts keys that no query warms, which halves the memory of the attention cache.",
  digest:
    "The attention cache of long conversations outgrows the memory of accelerators. CandleCache keeps a temperature for every key and evicts cold ones. It needs 48% less memory at 128,000 tokens of context, while accuracy on the Longwick benchmark falls by 0.3 points.",
  questions: ["How can the key-value cache of a language model be made smaller during long conversations?"],
  terms: ["kv cache compression", "long context"],
});

export const ORCHARD = madeUpPaper("Orchard-7: A Dataset of Fruit Trees Seen from Drones", {
  tldr: "Orchard-7 is a dataset of 12,400 drone images of fruit trees from seven countries.",
  digest:
    "Counting fruit from the air needs images that show every season. Orchard-7 collects 12,400 images of 310 orchards in seven countries, annotated by nineteen farmers. Detectors trained on it count apples with an error of 4.2%.",
  questions: ["Which dataset of drone images helps to count fruit on trees?"],
  terms: ["agriculture", "object counting"],
});

export const BELLS = madeUpPaper("Church Bells as Clocks: Recognising Towers by Their Sound", {
  tldr: "A small convolutional network recognises 212 church towers by the sound of their bells.",
  digest:
    "Bells differ in pitch, decay and rhythm. A convolutional network of 1.3 million parameters recognises 212 towers from five seconds of sound, with 94.8% accuracy, and runs on a phone.",
  questions: ["Can a church tower be recognised by the sound of its bells?"],
  terms: ["audio classification"],
});

export const SNAIL = madeUpPaper("Snail Mail: Federated Learning over Very Slow Radios", {
  tldr: "Snail Mail trains a shared model over radios of 300 bits per second.",
  digest:
    "Sensors in remote valleys have radios too slow for gradients. Snail Mail sends signs of gradients only, once a night, and reaches the accuracy of ordinary federated learning after three weeks. Communication falls by 99.1%.",
  questions: ["How can federated learning work over extremely slow radio links?"],
  terms: ["gradient compression", "communication efficiency"],
});

/** Nothing but its title is known. */
export const HERON = madeUpPaper("Heron: Patience as an Inductive Bias for Fishing Policies");

const SUBJECTS = [
  ["Moss", "robots that water moss", "humidity sensors"],
  ["Granite", "the hardness of granite in photographs", "geology"],
  ["Waltz", "dance steps from shaky video", "pose estimation"],
  ["Pepper", "the heat of peppers from spectra", "spectroscopy"],
  ["Harbour", "the arrival of ships in fog", "maritime traffic"],
  ["Puppet", "puppets on strings in simulation", "rigid bodies"],
  ["Violin", "the varnish of violins from reflections", "material appearance"],
  ["Glacier", "the retreat of glaciers from old postcards", "remote sensing"],
  ["Sourdough", "the rise of sourdough through a glass jar", "fermentation"],
  ["Kite", "kites in gusty wind with model predictive control", "aerial robots"],
  ["Pigeon", "the way home of pigeons from rings", "animal movement"],
  ["Quilt", "quilt patterns by graph matching", "textiles"],
  ["Tram", "delays of trams before they happen", "public transport"],
  ["Fossil", "fossils in scanned limestone", "palaeontology"],
  ["Teapot", "the pour of teapots with differentiable fluids", "fluid simulation"],
  ["Chess", "blunders of tired chess players", "game playing"],
] as const;

/** Papers on other subjects, so that a ranking is longer than what people are shown. */
const OTHERS: readonly Paper[] = SUBJECTS.map(([name, subject, field], place) =>
  madeUpPaper(`${name}Former: Learning about ${subject}`, {
    tldr: `${name}Former models ${subject} with a network of ${place + 2} layers.`,
    digest: `Little was known about ${subject}. ${name}Former is trained on ${(place + 1) * 150} recordings and beats hand-made rules by ${place + 5}%.`,
    questions: [`What do we know about ${subject}?`],
    terms: [field],
  }),
);

/** A small collection about decoding, caches, fruit, bells, radios and two dozen other things. */
export const CORPUS: readonly Paper[] = [LANTERN, BEACON, CANDLE, ORCHARD, BELLS, SNAIL, HERON, ...OTHERS];
