import type { App } from "../../src/app.ts";
import type { Answer, RankedPaper } from "../../src/domain/answer.ts";
import type { Paper } from "../../src/domain/paper.ts";

/** One call of an {@link App} double: the method and its arguments. */
export type AppCall = readonly [method: string, ...args: unknown[]];

/** An App that does what its script says, records every call, and throws where the script says nothing. */
export function scriptApp(script: Partial<App> = {}): App & { readonly calls: readonly AppCall[] } {
  const calls: AppCall[] = [];
  function play<Name extends "ask" | "search" | "findTitles" | "related" | "summarize" | "compare">(
    name: Name,
  ): App[Name] {
    const scripted = script[name] as ((...args: unknown[]) => unknown) | undefined;
    return ((...args: unknown[]) => {
      calls.push([name, ...args]);
      if (!scripted) throw new Error(`Unscripted call: App.${name}`);
      return scripted(...args);
    }) as App[Name];
  }
  return {
    calls,
    papers: script.papers ?? [],
    ask: play("ask"),
    search: play("search"),
    findTitles: play("findTitles"),
    related: play("related"),
    summarize: play("summarize"),
    compare: play("compare"),
  };
}

/** A paper that knows nothing but its title, unless told more. */
export function makePaper(title: string, more: Partial<Paper> = {}): Paper {
  return { id: "0123456789ab", title, displayTitle: title, questions: [], terms: [], links: [], ...more };
}

/** An answer that cites nothing, unless told more. */
export function makeAnswer(more: Partial<Answer> = {}): Answer {
  return {
    outcome: "answered",
    kind: "paper",
    text: "",
    citations: [],
    seeAlso: [],
    ranking: [],
    trace: { searched: "", evidence: {}, stages: [] },
    ...more,
  };
}

/** Papers as a ranking, best first. */
export function makeRanking(...papers: Paper[]): RankedPaper[] {
  return papers.map((paper, index) => ({ paper, score: 1 / (index + 1), signals: {} }));
}
