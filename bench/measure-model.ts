import { join } from "node:path";
import { keyIn } from "../test/support/model-script.ts";
import { listenChatServer } from "../test/support/openai-chat-server.ts";
import type { ModelLatencies } from "./model-latencies.ts";
import { projectPath, runNode, type Workplace } from "./node-process.ts";

/** Tokens of the answer whose CPU is measured, a chunk each. */
const TOKENS = 2000;
/** About a token. */
const CHUNK = 4;
const SENTENCE = "GenCast forecasts the weather 15 days ahead in 8 minutes";

/**
 * Measures a model's answers over the index that {@link measureCorpus} has built in the workplace. The model is scripted
 * and answers over loopback HTTP: what is measured is everything but a model.
 */
export async function measureModel(
  corpus: { readonly name: string; readonly file: string },
  workplace: Workplace,
): Promise<ModelLatencies> {
  const server = await listenChatServer((request) => {
    const sentence = `${SENTENCE} ${keyIn(request, "GenCast")}. `;
    const text = sentence.repeat(Math.ceil((TOKENS * CHUNK) / sentence.length)).slice(0, TOKENS * CHUNK);
    return { text, chunkSize: CHUNK };
  });
  try {
    const index = join(workplace.folder, corpus.name);
    const args = [projectPath("model-child.ts"), index, server.baseUrl, `${TOKENS}`];
    const { stdout } = await runNode(args, workplace, { env: { FOOTNOTE_CORPUS: corpus.file } });
    return JSON.parse(stdout) as ModelLatencies;
  } finally {
    await server.close();
  }
}
