import { createHash } from "node:crypto";
import type { Citation, Evidence } from "../../domain/answer.ts";
import type { FootnoteError } from "../../domain/errors.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Grounded, Passage } from "../grounding/grounded-stream.ts";
import type { Prompt, PromptName } from "../prompts/prompts.ts";

/** What came of asking a model for an answer. */
export interface Written {
  readonly grounded: Grounded;
  /** Whether the limit of tokens cut it off. */
  readonly isCutOff: boolean;
  /** Why the model gave no answer, or broke off. */
  readonly failure?: FootnoteError;
}

/** Everything that an answer depends on, besides the model and the index. */
export interface AnswerSource {
  readonly prompt: Pick<Prompt<PromptName>, "name" | "version" | "text">;
  /** The question as it stands alone, or the topic; empty for papers alone. */
  readonly question: string;
  readonly language: string;
  readonly passages: readonly Passage[];
}

/** @param world Names the model with its settings, and the index. @returns A key without any of its parts in it. */
export function keyOfAnswer({ prompt, question, language, passages }: AnswerSource, world: string): string {
  const evidence = passages.map(({ paper, evidence: sentences }) => [
    paper.id,
    sentences.map(({ sentence }) => sentence),
  ]);
  const asked = question.trim().replaceAll(/\s+/g, " ");
  const parts = [world, prompt.name, prompt.version, prompt.text, asked, language, evidence];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

interface Remembered {
  readonly text: string;
  readonly citations: readonly {
    readonly number: number;
    readonly paper: string;
    readonly evidence: readonly Evidence[];
  }[];
}

/** An answer as text, to be remembered. Only one that is whole and proved is worth it. */
export function serializeAnswer({ grounded, failure, isCutOff }: Written): string | undefined {
  if (failure !== undefined || isCutOff || grounded.verdict !== "answered") return undefined;
  const { text, citations } = grounded;
  const remembered: Remembered = {
    text,
    citations: citations.map(({ number, paper, evidence }) => ({ number, paper: paper.id, evidence })),
  };
  return JSON.stringify(remembered);
}

/** @returns Undefined for a text that does not fit the passages: whoever wrote it, it is no answer of ours. */
export function parseAnswer(text: string, passages: readonly Passage[]): Grounded | undefined {
  const papers = new Map<string, Paper>(passages.map(({ paper }) => [paper.id, paper]));
  try {
    const remembered = JSON.parse(text) as Remembered;
    const citations = remembered.citations.map(({ number, paper: id, evidence }): Citation => {
      const paper = papers.get(id);
      if (paper === undefined) throw new RangeError("A paper that is not among the passages");
      return { number, paper, evidence };
    });
    return { text: remembered.text, citations, removed: [], verdict: "answered" };
  } catch {
    return undefined;
  }
}
