import { isFlag, isText, objectOf, optional, parseShape } from "../domain/json-shape.ts";
import type { Filters } from "../domain/question.ts";

/** What a list is made from, as often as somebody turns its pages: a search, or a paper whose neighbours it holds. */
export type ListRequest = { readonly query: string; readonly filters: Filters } | { readonly paperId: string };

const isSearch = objectOf<{ query: string; filters: Filters }>({
  query: isText,
  filters: objectOf<Filters>({
    since: optional(isText),
    until: optional(isText),
    hasCode: optional(isFlag),
  }),
});
const isNeighbours = objectOf<{ paperId: string }>({ paperId: isText });

/** @returns Undefined for what another version wrote. */
export function parseListRequest(text: string): ListRequest | undefined {
  return parseShape(text, (value): value is ListRequest => isSearch(value) || isNeighbours(value));
}
