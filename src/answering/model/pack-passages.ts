import type { Paper } from "../../domain/paper.ts";
import { foldText } from "../grounding/fold-text.ts";
import type { Passage } from "../grounding/grounded-stream.ts";
import { paperEvidence } from "../paper-evidence.ts";
import { estimateTokens } from "../../domain/estimate-tokens.ts";

/** What a request needs so that nobody can forge its delimiters or keys. */
export interface Nonce {
  /** Stands in the delimiters of the prompt. */
  readonly text: string;
  /** What the keys of the request are to begin with: a letter and a digit. */
  readonly prefix: string;
}

const LETTERS = "bcdfghjkmnpqrstvwxz";
const PREFIXES = LETTERS.split("").flatMap((letter) => Array.from({ length: 10 }, (_, digit) => `${letter}${digit}`));

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
 * @param nonce Its prefix begins the keys, unless the papers or the question hold it: then the next one that they lack.
 * @param limit Tokens. The first paper is taken whatever its length.
 * @param question What the answer may repeat words of.
 */
export function packPassages(papers: readonly Paper[], nonce: Nonce, limit: number, question = ""): readonly Passage[] {
  const prefix = freePrefix(nonce.prefix, [question, ...papers.flatMap(textsOf)].join("\n"));
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

/** @returns The wanted prefix where a text has all that there are. */
function freePrefix(wanted: string, text: string): string {
  const folded = foldText(text).toLowerCase();
  const start = PREFIXES.indexOf(wanted);
  return [wanted, ...PREFIXES.slice(start + 1), ...PREFIXES].find((prefix) => !folded.includes(prefix)) ?? wanted;
}

function textsOf(paper: Paper): string[] {
  return [paper.title, paper.displayTitle, ...paperEvidence(paper).map(({ sentence }) => sentence)];
}

/** The passages as the prompt shows them. */
export function renderPassages(passages: readonly Passage[]): string {
  return passages.map(renderPassage).join("\n\n");
}

function renderPassage({ key, paper, evidence }: Passage): string {
  return `[${key}] ${paper.displayTitle}\n${evidence.map(({ sentence }) => sentence).join(" ")}`;
}
