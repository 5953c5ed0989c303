import { html, type TemplateResult } from "lit-html";
import type { Explanation } from "../../explanation.ts";
import type { Pane } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { explainedModel } from "./explanation-model.ts";
import { explainedPapers } from "./explanation-papers.ts";
import { explainedStages } from "./explanation-stages.ts";
import { explainedSummary } from "./explanation-summary.ts";
import { icon } from "./icons.ts";

/** How an answer came about, beside the channel. */
export function explanationPane(pane: Extract<Pane, { kind: "explanation" }>, page: Page): TemplateResult {
  return html`<div class="explanation">
    <header class="explanation-header">
      <h2 id="explanation-title">How this answer came about</h2>
      <button type="button" class="icon-button" aria-label="Close panel" @click=${() => page.closePane()}>
        ${icon("close")}
      </button>
    </header>
    ${body(pane.explanation)}
  </div>`;
}

function body(explanation: Explanation | null | undefined): TemplateResult {
  return html`<div
    class="explanation-body"
    role="region"
    aria-labelledby="explanation-title"
    aria-busy=${explanation === undefined}
    tabindex="0"
  >
    ${explanation ? parts(explanation) : instead(explanation)}
  </div>`;
}

function parts(explanation: Explanation): TemplateResult {
  const { papers, stages, model } = explanation;
  return html`${explainedSummary(explanation)} ${explainedPapers(papers)} ${explainedStages(stages)}
  ${explainedModel(model)}`;
}

function instead(explanation: null | undefined): TemplateResult {
  if (explanation === undefined) return html`<p class="explanation-instead" role="status">Fetching …</p>`;
  return html`<div class="explanation-instead" role="status">
    <p>This message holds no answer that could be explained.</p>
    <p>Choose a message in which the bot answers a question, sums up papers or compares them.</p>
  </div>`;
}
