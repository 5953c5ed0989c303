import type { Filters } from "../domain/question.ts";
import type { BotContext } from "./bot-context.ts";
import { inTime } from "./failures.ts";
import type { ListRequest } from "./list-request.ts";
import { paperWithId } from "./paper-with-id.ts";
import { shorten } from "./render/escape-markdown.ts";
import { titleLine } from "./render/paper-lines.ts";
import { heading } from "./render/render-answer.ts";
import type { PaperList } from "./render/render-paper-list.ts";
import type { Words } from "./words/words.ts";

/** Papers in a list of search results, five pages: whoever wants more narrows the search. */
const FOUND = 25;
/** Papers nearest to a paper, on two pages. */
const NEAREST = 10;
const QUERY_LENGTH = 200;

/**
 * Makes a list anew.
 *
 * @returns What to say instead where it would be empty.
 * @throws {Refusal} If the paper that it is about is gone, or it takes too long.
 */
export async function makeList(
  { app, answerMs }: Pick<BotContext, "app" | "answerMs">,
  request: ListRequest,
  { words, signal }: { readonly words: Words; readonly signal: AbortSignal },
): Promise<PaperList | string> {
  const { headings, lists } = words;
  const within = { signal, limitMs: answerMs };
  if ("paperId" in request) {
    const paper = paperWithId(app, request.paperId);
    const ranked = await inTime(() => app.related(paper, NEAREST), within);
    if (ranked.length === 0) return lists.noneNear;
    return {
      heading: `### ${headings.papersNear(titleLine(paper))}`,
      papers: ranked.map((other) => other.paper),
      total: lists.nearest(ranked.length),
    };
  }
  const { query, filters } = request;
  const { papers, undated } = await inTime(() => app.search(query, { filters, limit: FOUND }), within);
  const shown = [words.quoted(shorten(query.trim(), QUERY_LENGTH)), ...describe(filters, words)].join(words.comma);
  if (papers.length === 0) return undated > 0 ? lists.noneButUndated(shown, undated) : lists.none(shown);
  return {
    heading: heading(headings.papersOn(shown)),
    papers: papers.map(({ paper }) => paper),
    total: papers.length === FOUND ? lists.bestMatches(FOUND) : lists.papers(papers.length),
    aside: undated > 0 ? lists.undated(undated) : "",
  };
}

function describe({ since, until, hasCode }: Filters, { lists }: Words): readonly string[] {
  return [
    ...(since === undefined ? [] : [lists.since(since)]),
    ...(until === undefined ? [] : [lists.until(until)]),
    ...(hasCode ? [lists.withCode] : []),
  ];
}
