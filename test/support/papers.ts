import { createHash } from "node:crypto";
import { normalizeTitle, type Paper } from "../../src/domain/paper.ts";

/** An invented paper that says nothing but its title, unless told more. */
export function inventPaper(title: string, more: Partial<Paper> = {}): Paper {
  const id = createHash("sha256").update(normalizeTitle(title)).digest("hex").slice(0, 12);
  return { id, title, displayTitle: title, questions: [], terms: [], links: [], ...more };
}

/** Ten invented papers, each on a subject of its own; two pairs of them are neighbours (sounds, schedules). */
export const PAPERS: readonly Paper[] = [
  inventPaper("KettleNet: Spiking Neural Networks for Boiling Water Detection", {
    tldr: "KettleNet hears when water boils, with spiking neurons, at 3 mW.",
    digest:
      "KettleNet is a spiking neural network that listens to a kettle through one cheap microphone. It detects boiling water with 96.4% accuracy and draws 3 mW on a small chip.",
    questions: ["How can a microphone tell that water boils?", "Are spiking neurons frugal enough for a kitchen?"],
    terms: ["audio event detection", "neuromorphic hardware"],
    links: ["https://github.com/example/kettlenet"],
    published: "2023-04-02",
  }),
  inventPaper("Listening to Bees: Acoustic Monitoring of Hives with Small Transformers", {
    tldr: "A transformer of 2 million parameters hears whether a beehive is about to swarm.",
    digest:
      "Microphones in 40 beehives recorded two summers of buzzing. A transformer of 2 million parameters predicts swarming a day ahead in 88% of all cases, from sound alone.",
    questions: ["Can swarming of honeybees be predicted from sound?"],
    terms: ["audio event detection", "beekeeping", "apiary"],
    published: "2024-05-20",
  }),
  inventPaper("Tidal Attention: Linear Memory for Very Long Scrolls", {
    tldr: "Attention that comes and goes like the tide reads a million tokens in linear memory.",
    digest:
      "Tidal attention lets each layer look back only at tokens whose tide is high. Memory grows linearly, and a scroll of one million tokens fits on a single graphics card. Perplexity stays within 0.2 of full attention.",
    questions: ["How can a language model read a million tokens without running out of memory?"],
    terms: ["long context", "subquadratic attention"],
    links: ["https://example.org/tidal"],
    published: "2024-09-01",
  }),
  inventPaper("Prior-Fitted Orchards: Yield Forecasts from Very Few Trees", {
    tldr: "Orchard yields are forecast from twelve trees by a network that saw only invented orchards.",
    digest:
      "The authors train on a million invented orchards and forecast real ones without any further training. Twelve measured trees suffice for an error of 7% in apple harvests.",
    questions: ["How many trees must be measured to forecast an apple harvest?"],
    terms: ["agriculture", "prior-data fitted networks"],
    published: "2022-11-30",
  }),
  inventPaper("Do Robots Fold Laundry in Their Sleep?", {
    tldr: "Replaying folds offline improves a laundry robot overnight.",
    digest:
      "A robot arm replays its folding attempts offline each night. After five nights it folds 81% of all shirts, against 46% without replay.",
    questions: ["Does offline replay help a robot arm?"],
    terms: ["robot manipulation", "experience replay"],
    published: "2023-12-24",
  }),
  inventPaper("GlyphGuard 2: Reading Faded Manuscripts under Ultraviolet Light", {
    tldr: "GlyphGuard 2 reads faded ink on parchment with 9 times fewer errors.",
    digest:
      "GlyphGuard 2 combines ultraviolet photographs with a character language model. On 300 parchment pages its character error rate is 2.1%, against 19% for the first version.",
    questions: ["How is faded ink on parchment made readable?"],
    terms: ["handwriting recognition", "digital humanities"],
    links: ["https://github.com/example/glyphguard2"],
    published: "2021-06-15",
  }),
  inventPaper("Night Trains as Schedulers: Batching Requests along a Timetable", {
    tldr: "Requests that leave on a timetable raise server throughput 1.8x.",
    digest:
      "Language model servers batch requests as they come. Here, requests board a train that leaves every 40 ms. Throughput rises by 1.8x while the slowest percent of requests waits 12% less.",
    questions: ["How should a language model server batch its requests?"],
    terms: ["inference serving", "throughput"],
  }),
  inventPaper("Ferry Schedules for Cluster Jobs", {
    tldr: "Cluster jobs that wait for a ferry finish sooner.",
    digest:
      "Jobs of a training cluster cross to the accelerators in ferries of equal load. Mean completion time falls by a fifth, and no job starves.",
    questions: ["How are training jobs scheduled fairly on a cluster?"],
    terms: ["job scheduling", "fairness"],
    published: "2020-02-29",
  }),
  inventPaper("An Honest Benchmark of Weather Lore", {
    tldr: "Of 512 farmers' sayings about weather, 61 hold.",
    digest:
      "512 weather sayings in nine languages were tested against a century of measurements. 61 of them predict rain better than chance, mostly those about swallows.",
    questions: ["Which weather proverbs are true?"],
    terms: ["meteorology", "proverbs"],
    published: "2024-01-01",
  }),
  inventPaper("Quantised Marmalade: Four-Bit Diffusion Models for Still Life Painting", {
    tldr: "Four-bit weights paint still lives that judges cannot tell from the originals.",
    digest:
      "Diffusion models with weights of four bits need 3.6x less memory. Shown 200 still lives, judges preferred the quantised model's painting in 49% of all pairs.",
    questions: ["Does quantising a diffusion model to four bits harm its pictures?"],
    terms: ["quantization", "image generation"],
    links: ["https://example.org/marmalade", "https://github.com/example/marmalade"],
    published: "2025-03-08",
  }),
];

/** The papers as lines of a catalogue. */
export function catalogueOf(papers: readonly Paper[]): string {
  return papers.map(({ id: _id, displayTitle: _displayTitle, ...entry }) => `${JSON.stringify(entry)}\n`).join("");
}

/** The invented paper whose title begins with this. */
export function paperAt(titleStart: string): Paper {
  const paper = PAPERS.find(({ title }) => title.startsWith(titleStart));
  if (paper === undefined) throw new Error(`No invented paper's title begins with ${titleStart}`);
  return paper;
}
