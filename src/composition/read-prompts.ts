import { fileURLToPath } from "node:url";
import { diskFiles } from "../adapters/files.ts";
import { invalid } from "../answering/prompts/parse-prompt.ts";
import { loadPrompts } from "../answering/prompts/prompts.ts";
import type { Prompts } from "../answering/prompts/prompts.ts";

const FOLDER = fileURLToPath(new URL("../../prompts/", import.meta.url));

/**
 * Reads the prompts that lie beside the code.
 *
 * @throws {PromptError} If one is missing, cannot be read, or is not what its renderer needs.
 */
export function readPrompts(): Promise<Prompts> {
  return loadPrompts(async (name) => {
    const path = `prompts/${name}`;
    const bytes = await diskFiles.read(`${FOLDER}${name}`).catch((cause: unknown) => {
      throw invalid(path, "it cannot be read", cause);
    });
    if (bytes === undefined) throw invalid(path, "it is missing");
    return new TextDecoder().decode(bytes);
  });
}
