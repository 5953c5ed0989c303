import { Document } from "@langchain/core/documents";
import { FakeRetriever } from "@langchain/core/utils/testing";
import { diskFiles } from "../../src/adapters/files.ts";
import { VectraStore } from "../../src/adapters/vectra-store.ts";
import { paperText } from "../../src/retrieval/paper-text.ts";
import { HashingEmbeddings } from "../support/index-embeddings.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { PAPERS } from "../support/papers.ts";
import { fitRetriever } from "../support/retriever.ts";
import { testRetriever } from "./retriever.ts";

const DOCUMENTS = PAPERS.map(
  (paper) => new Document({ id: paper.id, pageContent: paperText(paper), metadata: { title: paper.title } }),
);

testRetriever("PaperRetriever", async () => fitRetriever(PAPERS));
testRetriever("VectraStore.asRetriever()", async () => {
  const store = new VectraStore(new HashingEmbeddings(), { folder: tempFolder(), files: diskFiles });
  await store.addDocuments(DOCUMENTS);
  return store.asRetriever(20);
});
testRetriever("LangChain's FakeRetriever", async () => new FakeRetriever({ output: DOCUMENTS }));
