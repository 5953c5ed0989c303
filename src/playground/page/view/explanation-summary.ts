import { html, nothing, type TemplateResult } from "lit-html";
import type { Explanation } from "../../explanation.ts";
import { measures, type Measure } from "./explanation-measure.ts";
import { formatScore } from "./explanation-numbers.ts";
import { ESTIMATE_WORDS, FEATURE_WORDS, OUTCOME_WORDS } from "./explanation-words.ts";

/** What was asked, how it ended, and what was estimated in between. */
export function explainedSummary({ question, searched, outcome, estimates }: Explanation): TemplateResult {
  const { name, measure } = OUTCOME_WORDS.get(outcome) ?? { name: outcome };
  return html`<section class="explanation-part">
    <p class="asked">${question}</p>
    ${
      searched === undefined || searched === question
        ? nothing
        : html`<p class="searched"><span class="explanation-label">Searched as</span> ${searched}</p>`
    }
    <p class="outcome ${OUTCOME_WORDS.has(outcome) ? outcome : ""}"><strong>${name}</strong> ${measure ?? ""}</p>
    ${estimated(estimates)}
  </section>`;
}

function estimated(estimates: Explanation["estimates"]): TemplateResult {
  const all = Object.entries(estimates);
  const deciding = all.filter(([name]) => ESTIMATE_WORDS.has(name));
  const others = all.filter(([name]) => !ESTIMATE_WORDS.has(name));
  return html`${deciding.length > 0 ? measures(deciding.map(measureOf)) : nothing}
  ${
    others.length > 0
      ? html`<details>
          <summary>What the estimates rest on</summary>
          ${measures(others.map(measureOf))}
        </details>`
      : nothing
  }`;
}

function measureOf([name, value]: readonly [string, number]): Measure {
  return {
    words: ESTIMATE_WORDS.get(name) ?? FEATURE_WORDS.get(name) ?? { name },
    value: formatScore(value),
    share: value >= 0 && value <= 1 ? value : undefined,
  };
}
