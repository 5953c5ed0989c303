import type { Paper } from "../../domain/paper.ts";
import type { Passage } from "../grounding/grounded-stream.ts";
import { paperEvidence } from "../paper-evidence.ts";
import { estimateTokens } from "../../domain/estimate-tokens.ts";

/** What a request needs so that nobody can forge its delimiters or keys. */
export interface Nonce {
  /** Stands in the delimiters of the prompt. */
  readonly text: string;
  /** What every key of the request begins with: a letter and a digit. */
  readonly prefix: string;
}

const LETTERS = "bcdfghjkmnpqrstvwxz";

/** @param random At least 8 random bytes. */
export function createNonce(random: Uint8Array): Nonce {
  const [letter = 0, digit = 0, ...rest] = random;
  const text = rest.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { text, prefix: `${LETTERS[letter % LETTERS.length]}${digit % 10}` };
}

/**
 * Takes papers' texts into a prompt, whole, best first, until the next would not fit.
 *
 * @param papers Best first. One of which only the title is known has nothing to cite, and is left out.
 * @param limit Tokens. The first paper is taken whatever its length.
 */
export function packPassages(papers: readonly Paper[], { prefix }: Nonce, limit: number): readonly Passage[] {
  const passages: Passage[] = [];
  let left = limit;
  for (const paper of papers) {
    const evidence = paperEvidence(paper);
    if (evidence.length === 0) continue;
    const passage = { key: `${prefix}-${passages.length + 1}`, paper, evidence };
    left -= estimateTokens(renderPassage(passage));
    if (left < 0 && passages.length > 0) break;
    passages.push(passage);
  }
  return passages;
}

/** The passages as the prompt shows them. */
export function renderPassages(passages: readonly Passage[]): string {
  return passages.map(renderPassage).join("\n\n");
}

function renderPassage({ key, paper, evidence }: Passage): string {
  return `[${key}] ${paper.displayTitle}\n${evidence.map(({ sentence }) => sentence).join(" ")}`;
}
