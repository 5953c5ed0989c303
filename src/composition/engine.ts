import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { App } from "../app.ts";
import { diskFiles } from "../adapters/files.ts";
import { VectraStore } from "../adapters/vectra-store.ts";
import type { Answerer } from "../answering/answerer.ts";
import { finishAnswer } from "../answering/finish-answer.ts";
import { namePapers } from "../answering/name-papers.ts";
import type { AnsweringFields } from "../answering/read-question.ts";
import type { Vocabulary } from "../answering/vocabulary.ts";
import type { Paper } from "../domain/paper.ts";
import { IndexCorruptError } from "../domain/errors.ts";
import { REBUILD } from "../indexing/manifest.ts";
import type { OpenedIndex } from "../indexing/open-index.ts";
import type { Lexicon } from "../retrieval/lexicon.ts";
import { CORPUS_WEIGHTS, PaperRetriever, PRETRAINED_WEIGHTS } from "../retrieval/paper-retriever.ts";
import { TitleLookup } from "../retrieval/title-lookup.ts";
import { words } from "../retrieval/words.ts";
import { readCorpusEmbeddings, readLexicon } from "./corpus-model.ts";

/** The parts that work on one opened index. */
export interface Engine {
  readonly papers: readonly Paper[];
  readonly lexicon: Lexicon;
  readonly store: VectraStore;
  readonly retriever: PaperRetriever;
  readonly vocabulary: Vocabulary;
}

/**
 * Puts the parts together over an opened index.
 *
 * @param pretrained The embeddings of the model that the index was built with; absent for the corpus' own.
 */
export async function createEngine(opened: OpenedIndex, pretrained?: EmbeddingsInterface): Promise<Engine> {
  const { papers, vectorsFolder } = opened;
  const artifact = (name: string): Uint8Array => opened.artifact(name);
  const lexicon = readLexicon(artifact);
  const embeddings = pretrained ?? readCorpusEmbeddings(artifact, lexicon);
  const store = new VectraStore(embeddings, { folder: vectorsFolder, files: diskFiles });
  const stored = await store.ids();
  if (stored.length !== papers.length || stored.some((id, index) => id !== papers[index]?.id)) {
    throw new IndexCorruptError(`The vectors in ${vectorsFolder} are not those of the papers beside them. ${REBUILD}`);
  }
  const retriever = new PaperRetriever({
    papers,
    lexicon,
    embeddings,
    cosines: (vector) => store.scores([...vector]),
    weights: pretrained === undefined ? CORPUS_WEIGHTS : PRETRAINED_WEIGHTS,
  });
  const vocabulary: Vocabulary = {
    words,
    size: papers.length,
    idf: (term) => lexicon.words.idf(term),
    knows: (term) => lexicon.words.documentFrequency(term) > 0,
  };
  return { papers, lexicon, store, retriever, vocabulary };
}

/** What answering needs of an engine. */
export function answeringFields({ papers, retriever, vocabulary }: Engine): AnsweringFields {
  return { papers, vocabulary, rank: async (text, limit) => (await retriever.rank(text, { limit })).ranked };
}

/** The product over an engine. */
export function createApp({ papers, retriever }: Engine, answerer: Answerer): App {
  let titles: TitleLookup | undefined;
  const lookup = (): TitleLookup => (titles ??= new TitleLookup(papers));
  return {
    papers,
    ask: (question, options) => answerer.answer(question, options),
    async search(query, { filters = {}, limit = 10 } = {}) {
      const { ranked, undated } = await retriever.rank(query, { filters, limit });
      return { papers: ranked, undated };
    },
    findTitles: (query, limit = 10) => lookup().find(query, limit),
    related: (paper, limit = 10) => retriever.related(paper, limit),
    async summarize(target, { length = "standard", ...options } = {}) {
      const paper = lookup().identify(target);
      return paper === undefined
        ? answerer.summarizeTopic(target, options)
        : answerer.summarizePaper(paper, length, options);
    },
    async compare(names, options) {
      const named = namePapers(
        names,
        (title) => lookup().identify(title) ?? lookup().find(title, 1)[0],
        options?.locale,
      );
      return "papers" in named
        ? answerer.comparePapers(named.papers, options)
        : finishAnswer(NOTHING_READ, named.draft);
    },
  };
}

const NOTHING_READ = { searched: "", ranking: [], evidence: {}, stages: [] } as const;
