/** Tokens in one request, as estimated: the endpoint's limit is 300,000. */
const MAX_TOKENS = 100_000;

/** Characters of a token. English has about 4; less is on the safe side. */
const CHARACTERS_PER_TOKEN = 3;

/**
 * Splits texts into requests.
 *
 * @param size Texts in a batch, at most.
 * @returns The texts in order. A batch holds one text at least, however long.
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export function batchTexts(texts: readonly string[], size: number): string[][] {
  const batches: string[][] = [];
  let tokens = 0;
  for (const text of texts) {
    const cost = Math.ceil(text.length / CHARACTERS_PER_TOKEN);
    const batch = batches.at(-1);
    if (batch && batch.length < size && tokens + cost <= MAX_TOKENS) {
      batch.push(text);
      tokens += cost;
    } else {
      batches.push([text]);
      tokens = cost;
    }
  }
  return batches;
}
