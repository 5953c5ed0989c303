import { html, nothing, type TemplateResult } from "lit-html";
import type { Words } from "./explanation-words.ts";

/** The least of a bar that is not empty, in per cent: seen at any width. */
const LEAST_PERCENT = 1;

/** A bar beside a number, which says the same. The policy of the page forbids styles: an SVG has its sizes as attributes. */
export function bar(share: number): TemplateResult {
  const percent = share > 0 ? Math.max(LEAST_PERCENT, share * 100) : 0;
  return html`<svg class="bar" aria-hidden="true" focusable="false">
    <rect width="${percent.toFixed(1)}%" height="100%" />
  </svg>`;
}

/** One line of a list of measures. */
export interface Measure {
  readonly words: Words;
  /** The number, as it is read. */
  readonly value: string;
  /** 0 to 1; absent where no bar can say it. */
  readonly share?: number | undefined;
  /** A part of the line above. */
  readonly isPart?: boolean;
}

/** Named numbers with their bars. */
export function measures(all: readonly Measure[]): TemplateResult {
  return html`<ul class="measures">
    ${all.map(
      ({ words, value, share, isPart }) =>
        html`<li class=${isPart ? "measure part" : "measure"}>
          <span class="measure-name"
            >${words.name}${words.measure ? html` <span class="measure-unit">${words.measure}</span>` : nothing}</span
          >
          <span class="measure-value">${value}</span>
          ${share === undefined ? nothing : bar(share)}
        </li>`,
    )}
  </ul>`;
}
