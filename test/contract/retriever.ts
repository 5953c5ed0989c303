import { Document } from "@langchain/core/documents";
import type { BaseRetriever } from "@langchain/core/retrievers";
import { RunnableLambda } from "@langchain/core/runnables";
import { describe, expect, it } from "vitest";
import { paperAt } from "../support/papers.ts";

const KETTLE = "KettleNet: Spiking Neural Networks for Boiling Water Detection";
const BEES = "Listening to Bees: Acoustic Monitoring of Hives with Small Transformers";

/**
 * What every retriever over the invented papers keeps, whoever wrote it.
 *
 * @param open Opens one that knows `PAPERS`.
 */
export function testRetriever(name: string, open: () => Promise<BaseRetriever>): void {
  describe(`${name} as a retriever`, () => {
    it("finds documents that carry the title and the text of a paper", async () => {
      const found = await (await open()).invoke(KETTLE);
      const document = found.find(({ metadata }) => metadata["title"] === KETTLE);
      expect(document).toBeInstanceOf(Document);
      expect(document?.pageContent).toContain(paperAt("KettleNet").digest);
    });

    it("finds the same for the same query", async () => {
      const retriever = await open();
      expect(titlesOf(await retriever.invoke(BEES))).toEqual(titlesOf(await retriever.invoke(BEES)));
    });

    it("finds no document twice", async () => {
      const titles = titlesOf(await (await open()).invoke(BEES));
      expect(new Set(titles).size).toBe(titles.length);
    });

    it("answers a batch in the order of its queries", async () => {
      const retriever = await open();
      const [kettle = [], bees = []] = await retriever.batch([KETTLE, BEES]);
      expect(titlesOf(kettle)).toEqual(titlesOf(await retriever.invoke(KETTLE)));
      expect(titlesOf(bees)).toEqual(titlesOf(await retriever.invoke(BEES)));
    });

    it("hands its documents on to the next step of a chain", async () => {
      const chain = (await open()).pipe(RunnableLambda.from((documents: Document[]) => documents.length));
      expect(await chain.invoke(KETTLE)).toBeGreaterThan(0);
    });

    it("tells callbacks of the query and of what it found", async () => {
      const told: string[] = [];
      const callbacks = [
        {
          handleRetrieverStart: (_retriever: object, query: string) => void told.push(`asked: ${query}`),
          handleRetrieverEnd: (documents: Document[]) => void told.push(`found: ${documents.length > 0}`),
        },
      ];
      await (await open()).invoke(KETTLE, { callbacks });
      expect(told).toEqual([`asked: ${KETTLE}`, "found: true"]);
    });
  });
}

function titlesOf(documents: readonly Document[]): string[] {
  return documents.map(({ metadata }) => String(metadata["title"]));
}
