import { html, nothing, type TemplateResult } from "lit-html";
import type { Explanation } from "../../explanation.ts";
import { measures } from "./explanation-measure.ts";
import { formatMilliseconds, shareOf } from "./explanation-numbers.ts";
import { arrangeStages } from "./explanation-timing.ts";
import { STAGE_WORDS } from "./explanation-words.ts";

/** How long each step took: a bar is its share of all. */
export function explainedStages(given: Explanation["stages"]): TemplateResult | typeof nothing {
  if (given.length === 0) return nothing;
  const { stages, total } = arrangeStages(given);
  return html`<section class="explanation-part">
    <h3>Time</h3>
    ${measures(
      stages.map(({ name, ms, isPart }) => ({
        words: STAGE_WORDS.get(name) ?? { name },
        value: formatMilliseconds(ms),
        share: shareOf(ms, total),
        isPart,
      })),
    )}
    <p class="total"><span>Together</span> <span class="measure-value">${formatMilliseconds(total)}</span></p>
  </section>`;
}
