import { html, nothing, type TemplateResult } from "lit-html";
import type { ExplainedPaper } from "../../explanation.ts";
import { webAddress } from "../markdown/web-address.ts";
import { bar, measures } from "./explanation-measure.ts";
import { formatScore, greatestBySignal, shareOf } from "./explanation-numbers.ts";
import { SIGNAL_WORDS, SOURCE_WORDS } from "./explanation-words.ts";
import { icon } from "./icons.ts";

/** So many papers are in sight, and all that are cited; the others are folded. */
const IN_SIGHT = 5;

interface PlacedPaper extends ExplainedPaper {
  /** Its place in the ranking, counted from 1. */
  readonly rank: number;
}

/** What the bars of one answer are measured by. */
interface Scale {
  readonly score: number;
  readonly signals: ReadonlyMap<string, number>;
}

/** The papers found, with what each signal said of them and the sentences that the answer rests on. */
export function explainedPapers(papers: readonly ExplainedPaper[]): TemplateResult {
  const scale = {
    score: Math.max(...papers.map(({ score }) => score)),
    signals: greatestBySignal(papers.map(({ signals }) => signals)),
  };
  const placed = papers.map((paper, at) => ({ ...paper, rank: at + 1 }));
  const isInSight = ({ rank, citation }: PlacedPaper): boolean => rank <= IN_SIGHT || citation !== undefined;
  const folded = placed.filter((paper) => !isInSight(paper));
  return html`<section class="explanation-part">
    <h3>Papers found</h3>
    ${
      papers.length > 0
        ? html`<p class="explanation-hint">Bars are relative to the best of this answer.</p>
            ${list(placed.filter(isInSight), scale)}`
        : html`<p class="explanation-hint">None was found.</p>`
    }
    ${
      folded.length > 0
        ? html`<details>
            <summary>${folded.length} more ${folded.length === 1 ? "paper" : "papers"}</summary>
            ${list(folded, scale)}
          </details>`
        : nothing
    }
  </section>`;
}

function list(papers: readonly PlacedPaper[], scale: Scale): TemplateResult {
  return html`<ol class="papers">
    ${papers.map((paper) => explainedPaper(paper, scale))}
  </ol>`;
}

function explainedPaper(paper: PlacedPaper, scale: Scale): TemplateResult {
  const { citation, evidence, rank, score, signals } = paper;
  const bySignal = Object.entries(signals);
  // What was asked about by its title, or before, need not be among what the search found.
  const isFound = bySignal.length > 0;
  return html`<li class="paper">
    <p class="paper-title">
      <span class="paper-rank">${isFound ? rank : nothing}</span>
      <span
        >${title(paper)}
        ${citation === undefined ? nothing : html`<span class="cited">cited as [${citation}]</span>`}</span
      >
    </p>
    ${
      isFound
        ? html`<div class="paper-score">
            ${bar(shareOf(score, scale.score))}
            <span class="measure-value"><span class="measure-unit">score</span> ${formatScore(score)}</span>
          </div>`
        : html`<p class="explanation-hint">Asked about, not found by the search.</p>`
    }
    ${evidence.map(
      ({ sentence, source }) =>
        html`<figure class="evidence">
          <blockquote>${sentence}</blockquote>
          <figcaption>${SOURCE_WORDS.get(source) ?? source}</figcaption>
        </figure>`,
    )}
    ${
      isFound
        ? html`<details ?open=${citation !== undefined}>
            <summary>Score by signal</summary>
            ${measures(
              bySignal.map(([name, raw]) => ({
                words: SIGNAL_WORDS.get(name) ?? { name },
                value: formatScore(raw),
                share: shareOf(raw, scale.signals.get(name) ?? 0),
              })),
            )}
          </details>`
        : nothing
    }
  </li>`;
}

function title({ title: text, url }: ExplainedPaper): TemplateResult {
  const href = webAddress(url);
  return href === undefined
    ? html`<bdi>${text}</bdi>`
    : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow"
        ><bdi>${text}</bdi>${icon("external")}</a
      >`;
}
