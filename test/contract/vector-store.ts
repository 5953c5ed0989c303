import { Document } from "@langchain/core/documents";
import type { VectorStore } from "@langchain/core/vectorstores";
import { describe, expect, it } from "vitest";

const SHIPS = new Document({ pageContent: "ships sail", metadata: { title: "Ships" } });
const TRAINS = new Document({ pageContent: "trains roll", metadata: { title: "Trains" } });
const PLANES = new Document({ pageContent: "planes fly", metadata: { title: "Planes" } });

/**
 * What every vector store keeps, whoever wrote it.
 *
 * @param open Opens an empty store.
 */
export function testVectorStore(name: string, open: () => VectorStore): void {
  describe(`${name} as a vector store`, () => {
    it("finds nothing when it holds nothing", async () => {
      const store = open();
      await store.addVectors([], []);
      expect(await store.similaritySearchVectorWithScore([1, 0], 3)).toEqual([]);
    });

    it("finds the nearest documents first, with their cosines", async () => {
      const store = await openFilled(open);
      const found = await store.similaritySearchVectorWithScore([1, 1], 3);
      expect(found.map(([{ pageContent }]) => pageContent)).toEqual(["trains roll", "ships sail", "planes fly"]);
      expect(found[0]?.[1]).toBeCloseTo(1);
      expect(found[1]?.[1]).toBeCloseTo(Math.SQRT1_2);
      expect(found[2]?.[1]).toBeCloseTo(-1);
    });

    it("gives back the text and the metadata of a document", async () => {
      const [found] = await (await openFilled(open)).similaritySearchVectorWithScore([3, 0], 1);
      expect(found?.[0]).toMatchObject({ pageContent: "ships sail", metadata: { title: "Ships" } });
    });

    it("finds as many as it is asked for, and no more than there are", async () => {
      const store = await openFilled(open);
      expect(await store.similaritySearchVectorWithScore([1, 0], 2)).toHaveLength(2);
      expect(await store.similaritySearchVectorWithScore([1, 0], 99)).toHaveLength(3);
    });

    it("adds to what it holds", async () => {
      const store = await openFilled(open);
      await store.addVectors([[0.1, 1]], [new Document({ pageContent: "kites climb" })]);
      const [found] = await store.similaritySearchVectorWithScore([0.1, 1], 4);
      expect(found?.[0].pageContent).toBe("kites climb");
    });

    it("embeds documents and questions for those who bring no vectors", async () => {
      const store = open();
      await store.addDocuments([SHIPS, TRAINS, PLANES]);
      const [found] = await store.similaritySearch("trains roll", 1);
      expect(found?.pageContent).toBe("trains roll");
    });

    it("serves as a retriever", async () => {
      const store = open();
      await store.addDocuments([SHIPS, TRAINS, PLANES]);
      expect(await store.asRetriever(2).invoke("planes fly")).toHaveLength(2);
    });
  });
}

async function openFilled(open: () => VectorStore): Promise<VectorStore> {
  const store = open();
  await store.addVectors(
    [
      [1, 0],
      [2, 2],
      [-0.5, -0.5],
    ],
    [SHIPS, TRAINS, PLANES],
  );
  return store;
}
