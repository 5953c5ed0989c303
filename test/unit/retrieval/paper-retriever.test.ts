import { Document } from "@langchain/core/documents";
import { describe, expect, it } from "vitest";
import { EmbeddingError } from "../../../src/domain/errors.ts";
import type { Paper } from "../../../src/domain/paper.ts";
import type { Filters } from "../../../src/domain/question.ts";
import type { PaperRetriever } from "../../../src/retrieval/paper-retriever.ts";
import { inventPaper, PAPERS, paperAt } from "../../support/papers.ts";
import { fitRetriever } from "../../support/retriever.ts";

const ONLY_NAMES = { words: 0, characters: 0, vectors: 0, names: 1 };
const ONLY_VECTORS = { words: 0, characters: 0, vectors: 1, names: 0 };

const retriever = fitRetriever(PAPERS);

async function titlesOf(
  query: string,
  options: { filters?: Filters; limit?: number } = {},
  from: PaperRetriever = retriever,
): Promise<string[]> {
  const { ranked } = await from.rank(query, options);
  return ranked.map(({ paper }) => paper.title);
}

/** Embeddings that embed every question as this, and record the questions. */
function embedAs(vector: number[]) {
  const questions: string[] = [];
  const embedQuery = async (question: string): Promise<number[]> => {
    questions.push(question);
    return vector;
  };
  const embedDocuments = () => Promise.reject(new Error("Unscripted call: embedDocuments"));
  return { questions, embeddings: { embedQuery, embedDocuments } };
}

describe("PaperRetriever rank()", () => {
  it.each([
    ["its own title", "Ferry Schedules for Cluster Jobs", "Ferry"],
    ["plain words for its subject", "which device hears that my tea water is boiling", "KettleNet"],
    ["another inflection", "forecasting harvested apples", "Prior-Fitted"],
    ["a misspelling", "swarmming of beehvies", "Listening to Bees"],
    ["its name", "how good is GlyphGuard 2", "GlyphGuard"],
    ["search terms that its text lacks", "apiary", "Listening to Bees"],
    ["a question that it answers", "Are weather proverbs true?", "An Honest"],
  ])("puts a paper first for %s", async (_case, query, start) => {
    expect((await titlesOf(query))[0]).toBe(paperAt(start).title);
  });

  it("orders by score, best first, each paper once", async () => {
    const { ranked } = await retriever.rank("attention for trains");
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(ranked.map(({ paper }) => paper.id)).size).toBe(PAPERS.length);
  });

  it("says what each signal made of a paper", async () => {
    const { ranked } = await retriever.rank("kettlenet microphone");
    const { words = 0, characters = 0, vectors = 0, names = 0 } = ranked[0]?.signals ?? {};
    expect([words, characters, names].every((signal) => signal > 0)).toBe(true);
    expect(vectors).toBeGreaterThan(0.5);
    expect(vectors).toBeLessThanOrEqual(1);
  });

  it("lets papers that score alike keep the order of the corpus", async () => {
    const papers = ["Silence", "Night", "Wind", "Rain"].map((title) => inventPaper(title));
    const { embeddings } = embedAs([1]);
    const cosines = async () => Float64Array.of(0.2, 0.7, 0.2, 0.7);
    const even = fitRetriever(papers, { embeddings, cosines, weights: ONLY_VECTORS });
    expect(await titlesOf("anything", {}, even)).toEqual(["Night", "Rain", "Silence", "Wind"]);
    expect(await titlesOf("anything", { limit: 3 }, even)).toEqual(["Night", "Rain", "Silence"]);
  });

  it("is empty for a query that shares nothing with the corpus", async () => {
    expect(await retriever.rank("zzzzzz qqqqqq")).toEqual({ ranked: [], undated: 0 });
  });

  it.each(["", "?!", "which paper is about the"])(
    "is empty for “%s”, which has no word to search by",
    async (query) => {
      expect(await titlesOf(query)).toEqual([]);
    },
  );

  it("gives 20 papers if not told, and as many as asked for at the most", async () => {
    const many = fitRetriever(Array.from({ length: 30 }, (_, at) => inventPaper(`Night Trains ${at}`)));
    expect(await titlesOf("night 7", {}, many)).toHaveLength(20);
    expect(await titlesOf("night 7", { limit: 25 }, many)).toHaveLength(25);
    expect(await titlesOf("night 7", { limit: 99 }, many)).toHaveLength(30);
    expect(await titlesOf("night 7", { limit: 0 }, many)).toEqual([]);
  });

  it("gives the beginning of the whole ranking when it is limited", async () => {
    const whole = await titlesOf("schedules of night trains");
    for (const limit of [1, 2, 5, 9]) {
      expect(await titlesOf("schedules of night trains", { limit })).toEqual(whole.slice(0, limit));
    }
  });

  it("gives only papers that pass the filters, in the order that they have without", async () => {
    const filters = { since: "2023-01-01", until: "2024-05-20", hasCode: true };
    expect(await titlesOf("microphones", { filters })).toEqual([paperAt("KettleNet").title]);
    const whole = await titlesOf("microphones");
    const dated = await titlesOf("microphones", { filters: { since: "2023-01-01" } });
    expect(dated).toEqual(whole.filter((title) => dated.includes(title)));
    expect(dated).toHaveLength(6);
  });

  it("fills the limit with papers that pass, however many do not", async () => {
    const filters = { until: "2021-12-31" };
    const found = await titlesOf("microphones", { filters, limit: 2 });
    expect(found.toSorted()).toEqual([paperAt("Ferry").title, paperAt("GlyphGuard").title]);
  });

  it("tells how many papers a date filter left out for want of a date", async () => {
    expect((await retriever.rank("trains", { filters: { since: "2000-01-01" } })).undated).toBe(1);
    expect((await retriever.rank("trains")).undated).toBe(0);
  });

  it("finds the only paper of a corpus", async () => {
    const alone = fitRetriever([paperAt("Tidal")]);
    expect(await titlesOf("a million tokens", {}, alone)).toEqual([paperAt("Tidal").title]);
    expect(await titlesOf("zzzzzz", {}, alone)).toEqual([]);
  });

  it("finds papers that all fit alike", async () => {
    const twins = fitRetriever([inventPaper("The Red Kite"), inventPaper("A Red Kite")]);
    expect(await titlesOf("red kite", {}, twins)).toEqual(["The Red Kite", "A Red Kite"]);
  });

  it("finds nothing without papers", async () => {
    expect(await titlesOf("anything", {}, fitRetriever([]))).toEqual([]);
  });

  it("adds the rarity of a name to a paper that has it", async () => {
    const named = fitRetriever(PAPERS, { weights: ONLY_NAMES });
    const { ranked } = await named.rank("tidal attention and kettlenet");
    expect(ranked[0]?.paper).toBe(paperAt("KettleNet"));
    expect(ranked[0]?.score).toBe(ranked[0]?.signals["names"]);
    expect(ranked[9]?.score).toBe(0);
  });

  it("embeds the query as it is, once, and compares that vector", async () => {
    const { questions, embeddings } = embedAs([3, 4]);
    const compared: (readonly number[])[] = [];
    const cosines = async (vector: readonly number[]) => {
      compared.push(vector);
      return new Float64Array(PAPERS.length);
    };
    await fitRetriever(PAPERS, { embeddings, cosines }).rank("  How do Bees swarm?\n");
    expect({ questions, compared }).toEqual({ questions: ["  How do Bees swarm?\n"], compared: [[3, 4]] });
  });

  it("compares no vector of zeros, which points nowhere", async () => {
    const { embeddings } = embedAs([0, 0]);
    const cosines = () => Promise.reject(new Error("Unscripted call: cosines"));
    const { ranked } = await fitRetriever(PAPERS, { embeddings, cosines }).rank("bees");
    expect(ranked[0]?.signals["vectors"]).toBe(0);
  });

  it("finds by vectors alone what shares no word", async () => {
    const { embeddings } = embedAs([1]);
    const cosines = async () => Float64Array.from(PAPERS, (paper) => (paper === paperAt("Ferry") ? 0.9 : 0.1));
    const dense = fitRetriever(PAPERS, { embeddings, cosines });
    expect((await titlesOf("zzzzzz", {}, dense))[0]).toBe(paperAt("Ferry").title);
  });

  it("passes on the failure of an embedding endpoint", async () => {
    const failure = new EmbeddingError("The endpoint is down.");
    const embeddings = { ...embedAs([]).embeddings, embedQuery: () => Promise.reject(failure) };
    await expect(fitRetriever(PAPERS, { embeddings }).rank("bees")).rejects.toBe(failure);
  });

  it.each(["a".repeat(100_000), "bees ".repeat(20_000), "__proto__ constructor", "🐝🍵"])(
    "takes any query without failing",
    async (query) => {
      expect((await retriever.rank(query)).ranked.every(({ score }) => Number.isFinite(score))).toBe(true);
    },
  );
});

describe("PaperRetriever related()", () => {
  it("never gives the paper itself, and every other one once", async () => {
    for (const paper of PAPERS) {
      const others = (await retriever.related(paper)).map((ranked) => ranked.paper);
      expect(others.toSorted(byTitle)).toEqual(PAPERS.filter((other) => other !== paper).toSorted(byTitle));
    }
  });

  it.each([
    ["KettleNet", "Listening to Bees"],
    ["Ferry", "Night Trains"],
  ])("puts the neighbour of %s first", async (start, neighbour) => {
    const [nearest] = await retriever.related(paperAt(start));
    expect(nearest?.paper).toBe(paperAt(neighbour));
  });

  it("gives as many as asked for, the nearest ones", async () => {
    const all = await retriever.related(paperAt("Tidal"));
    expect(await retriever.related(paperAt("Tidal"), 3)).toEqual(all.slice(0, 3));
    expect(await retriever.related(paperAt("Tidal"), 0)).toEqual([]);
  });

  it("knows the paper by its id, also when it was read anew", async () => {
    const paper: Paper = { ...paperAt("Tidal") };
    expect((await retriever.related(paper)).map((ranked) => ranked.paper.id)).not.toContain(paper.id);
  });

  it("gives nothing where the paper is the only one", async () => {
    expect(await fitRetriever([paperAt("Tidal")]).related(paperAt("Tidal"))).toEqual([]);
  });
});

describe("PaperRetriever invoke()", () => {
  it("gives LangChain documents with id, title, score and the paper's text, best first", async () => {
    const found = await retriever.invoke("kettlenet");
    const paper = paperAt("KettleNet");
    expect(found[0]).toBeInstanceOf(Document);
    expect(found[0]).toMatchObject({
      id: paper.id,
      pageContent: paper.digest,
      metadata: { title: paper.title, score: expect.any(Number) },
    });
    expect(found.map(({ metadata }) => String(metadata["title"]))).toEqual(await titlesOf("kettlenet"));
  });

  it("gives the abstract before the digest, and no text where there is neither", async () => {
    const papers = [
      inventPaper("Red Kite", { abstract: "Of the authors.", digest: "Of ours." }),
      inventPaper("Red Boat"),
      inventPaper("Silent Owls"),
    ];
    const found = await fitRetriever(papers).invoke("red");
    const texts = new Map(found.map(({ metadata, pageContent }) => [metadata["title"], pageContent]));
    expect([texts.get("Red Kite"), texts.get("Red Boat")]).toEqual(["Of the authors.", ""]);
  });
});

function byTitle(a: Paper, b: Paper): number {
  return a.title < b.title ? -1 : 1;
}
