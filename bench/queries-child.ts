// Prints what questions cost on an index, as one JSON object: in a process of its own, for what another measurement
// leaves in memory and in the compiler's mind would count too.
import MiniSearch from "minisearch";
import { diskFiles } from "../src/adapters/files.ts";
import { ExtractiveAnswerer } from "../src/answering/extractive-answerer.ts";
import { answeringFields, createApp, createEngine } from "../src/composition/engine.ts";
import type { EvalQuestion } from "../src/evaluation/eval-question.ts";
import { openIndex } from "../src/indexing/open-index.ts";
import { paperText } from "../src/retrieval/paper-text.ts";
import { developmentQuestions } from "./development-questions.ts";
import type { Contender, QueryLatencies } from "./query-latencies.ts";
import { type Task, timeInterleaved } from "./time-interleaved.ts";

/** How many documents Vectra is asked for. Ours ranks 20, and MiniSearch all that hold a term. */
const NEAREST = 10;

const [, , folder = "", rounds, warmUp] = process.argv;
const opened = await openIndex(folder, diskFiles);
if (opened === undefined) throw new Error("There is no index to ask.");
const engine = await createEngine(opened);
const app = createApp(engine, new ExtractiveAnswerer(answeringFields(engine)));
const plan = { requests: developmentQuestions(), rounds: Number(rounds), warmUp: Number(warmUp) };

const { retrieval } = await timeInterleaved({ retrieval: rank }, plan);
const { answer } = await timeInterleaved({ answer: ask }, plan);
const sideBySide = await timeInterleaved(await contenders(), plan);
const latencies: QueryLatencies = { retrieval, answer, sideBySide };
console.log(JSON.stringify(latencies));

function rank({ question }: EvalQuestion): unknown {
  return engine.retriever.rank(question);
}

function ask({ question, history }: EvalQuestion): unknown {
  return app.ask({ text: question, history });
}

async function contenders(): Promise<Record<Contender, Task<EvalQuestion>>> {
  const { papers, store } = engine;
  const miniSearch = new MiniSearch({ fields: ["text"] });
  miniSearch.addAll(papers.map((paper, id) => ({ id, text: paperText(paper) })));
  const vectors = new Map<EvalQuestion, number[]>();
  for (const each of plan.requests) vectors.set(each, await store.embeddings.embedQuery(each.question));
  return {
    ours: rank,
    miniSearch: ({ question }) => miniSearch.search(question),
    vectra: (each) => store.similaritySearchVectorWithScore(vectors.get(each) ?? [], NEAREST),
    vectraEmbedded: async ({ question }) =>
      store.similaritySearchVectorWithScore(await store.embeddings.embedQuery(question), NEAREST),
  };
}
