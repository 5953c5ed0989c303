import type { Answer, ModelUse } from "../domain/answer.ts";
import { paperLink } from "../domain/paper-link.ts";
import type { AnswerRecords } from "../domain/records.ts";
import type { ExplainedModel, ExplainedPaper, ExplainedPrompt, Explanation } from "./explanation.ts";

/** Answers whose prompts are remembered: they are long, and nobody looks back far. */
const KEPT_ANSWERS = 50;

/** Explains the answers of a bot on this machine. */
export class Explainer {
  /** By answer. */
  readonly #prompts = new Map<string, ExplainedPrompt[]>();

  /**
   * Remembers what a model is asked.
   *
   * @param request Its id: the answer's, a slash, the prompt's name.
   */
  noteRequest({ id, messages }: { readonly id: string; readonly messages: ExplainedPrompt["messages"] }): void {
    const [answerId = "", name = ""] = id.split("/");
    const prompts = this.#prompts.get(answerId) ?? [];
    prompts.push({ name, messages });
    this.#prompts.set(answerId, prompts);
    const [oldest] = this.#prompts.keys();
    if (this.#prompts.size > KEPT_ANSWERS && oldest !== undefined) this.#prompts.delete(oldest);
  }

  /** @returns How the answer in a message came about; undefined where the message holds none. */
  explain(messageId: string, records: Pick<AnswerRecords, "answerIn">): Explanation | undefined {
    const kept = records.answerIn(messageId);
    if (kept === undefined) return undefined;
    const { id, question, answer } = kept;
    const { searched, evidence, stages, model } = answer.trace;
    return {
      question,
      ...(searched !== "" && searched !== question && { searched }),
      outcome: answer.outcome,
      papers: explainPapers(answer),
      estimates: evidence,
      stages,
      ...(model && { model: explainModel(model, this.#prompts.get(id) ?? []) }),
    };
  }
}

/** The ranking, and after it what is cited without having been searched for. */
function explainPapers({ citations, ranking }: Answer): readonly ExplainedPaper[] {
  const unranked = citations.filter(({ paper }) => ranking.every((ranked) => ranked.paper.id !== paper.id));
  return [...ranking, ...unranked.map(({ paper }) => ({ paper, score: 0, signals: {} }))].map(
    ({ paper, score, signals }) => {
      const citation = citations.find((cited) => cited.paper.id === paper.id);
      return {
        title: paper.displayTitle,
        url: paperLink(paper).url,
        score,
        signals,
        ...(citation && { citation: citation.number }),
        evidence: citation?.evidence ?? [],
      };
    },
  );
}

function explainModel({ prompts: _versions, ...use }: ModelUse, prompts: readonly ExplainedPrompt[]): ExplainedModel {
  return { ...use, prompts };
}
