import { html, nothing, type TemplateResult } from "lit-html";
import type { ExplainedModel, ExplainedPrompt } from "../../explanation.ts";
import { measures } from "./explanation-measure.ts";
import { formatCost, formatCount, shareOf } from "./explanation-numbers.ts";
import { REASON_WORDS } from "./explanation-words.ts";

/** What a language model had to do with an answer. */
export function explainedModel(model: ExplainedModel | undefined): TemplateResult {
  return html`<section class="explanation-part">
    <h3>Language model</h3>
    ${
      model === undefined
        ? html`<p class="explanation-hint">
            None was asked: without one, answers are made of the papers’ own sentences.
          </p>`
        : html`<p class="model-name"><code>${model.model}</code></p>
            <p class="explanation-hint">${requestsInWords(model)}</p>
            ${model.requests > 0 ? tokens(model) : nothing} ${removed(model.removed)} ${model.prompts.map(prompt)}`
    }
  </section>`;
}

function requestsInWords({ isCached, requests, cost }: ExplainedModel): string {
  const made = requests === 1 ? "1 request" : `${formatCount(requests)} requests`;
  const price = cost === undefined ? "" : `, ${formatCost(cost)}`;
  if (isCached)
    return requests === 0
      ? "The answer was remembered: no request was made for it."
      : `The answer was remembered; to understand the question: ${made}${price}.`;
  return requests === 0 ? "No request was made for this answer." : `${made}${price}.`;
}

function tokens({ promptTokens, completionTokens, isEstimated }: ExplainedModel): TemplateResult {
  const most = Math.max(promptTokens, completionTokens);
  const measure = isEstimated ? "tokens, estimated" : "tokens";
  const rows = [
    ["Read", promptTokens],
    ["Written", completionTokens],
  ] as const;
  return measures(
    rows.map(([name, count]) => ({
      words: { name, measure },
      value: `${isEstimated ? "≈ " : ""}${formatCount(count)}`,
      share: shareOf(count, most),
    })),
  );
}

function removed(sentences: ExplainedModel["removed"]): TemplateResult | typeof nothing {
  if (sentences.length === 0) return nothing;
  return html`<h4>Written, but not proved, so not shown</h4>
    <ul class="removed">
      ${sentences.map(
        ({ sentence, reason }) =>
          html`<li>
            <blockquote>${sentence}</blockquote>
            <p>${REASON_WORDS.get(reason) ?? reason}</p>
          </li>`,
      )}
    </ul>`;
}

function prompt({ name, messages }: ExplainedPrompt): TemplateResult {
  const length = messages.reduce((sum, { content }) => sum + content.length, 0);
  return html`<details class="prompt">
    <summary>Prompt “<bdi>${name}</bdi>” <span class="measure-unit">${formatCount(length)} characters</span></summary>
    ${messages.map(
      ({ role, content }) =>
        html`<h4>${role}</h4>
          <pre tabindex="0" role="group" aria-label="Message of the ${role}">${content}</pre>`,
    )}
  </details>`;
}
