import { FakeVectorStore } from "@langchain/core/utils/testing";
import { diskFiles } from "../../src/adapters/files.ts";
import { VectraStore } from "../../src/adapters/vectra-store.ts";
import { HashingEmbeddings } from "../support/index-embeddings.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { testVectorStore } from "./vector-store.ts";

testVectorStore(
  "VectraStore",
  () => new VectraStore(new HashingEmbeddings(), { folder: tempFolder(), files: diskFiles }),
);
testVectorStore("LangChain's FakeVectorStore", () => new FakeVectorStore(new HashingEmbeddings()));
