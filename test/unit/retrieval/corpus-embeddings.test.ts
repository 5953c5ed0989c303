import { describe, expect, it } from "vitest";
import { CorpusEmbeddings } from "../../../src/retrieval/corpus-embeddings.ts";
import { LatentSpace } from "../../../src/retrieval/latent-space.ts";
import { buildLexicon } from "../../../src/retrieval/lexicon.ts";
import { paperText } from "../../../src/retrieval/paper-text.ts";
import { PAPERS } from "../../support/papers.ts";

const TEXTS = PAPERS.map((paper) => paperText(paper));
const LEXICON = buildLexicon(TEXTS);
const SPACE = LatentSpace.fit(LEXICON, 256);

describe("CorpusEmbeddings", () => {
  it("embeds the texts that the space was fitted on as the decomposition has them, in any order", async () => {
    const embeddings = new CorpusEmbeddings(LEXICON, SPACE, TEXTS);
    expect(await embeddings.embedDocuments([TEXTS[3] ?? "", TEXTS[0] ?? ""])).toEqual([
      SPACE.document(3),
      SPACE.document(0),
    ]);
  });

  it("embeds any other text like a question", async () => {
    const embeddings = new CorpusEmbeddings(LEXICON, SPACE, TEXTS);
    const text = "bees that schedule trains";
    expect(await embeddings.embedDocuments([text])).toEqual([await embeddings.embedQuery(text)]);
  });

  it("embeds a question near the document that it is about", async () => {
    const question = await new CorpusEmbeddings(LEXICON, SPACE).embedQuery("when do honeybees swarm?");
    const products = TEXTS.map((_, at) => {
      const document = SPACE.document(at);
      return question.reduce((sum, value, axis) => sum + value * (document[axis] ?? 0), 0) / Math.hypot(...document);
    });
    expect(PAPERS[products.indexOf(Math.max(...products))]?.title).toMatch(/^Listening to Bees/);
  });

  it("embeds a question alike with and without the texts, for a reader has none", async () => {
    const question = "long scrolls";
    const atBuild = await new CorpusEmbeddings(LEXICON, SPACE, TEXTS).embedQuery(question);
    const atReading = await new CorpusEmbeddings(LEXICON, LatentSpace.parse(SPACE.serialize())).embedQuery(question);
    expect(atReading).toEqual(atBuild);
  });

  it.each(["", "the and of", "zzzzzz qqqqqq"])(
    "embeds “%s”, which shares no term with the corpus, as zeros",
    async (text) => {
      const vector = await new CorpusEmbeddings(LEXICON, SPACE, TEXTS).embedQuery(text);
      expect(vector).toHaveLength(SPACE.document(0).length);
      expect(vector.every((value) => value === 0)).toBe(true);
    },
  );

  it("embeds nothing when it is given nothing", async () => {
    expect(await new CorpusEmbeddings(LEXICON, SPACE, TEXTS).embedDocuments([])).toEqual([]);
  });
});
