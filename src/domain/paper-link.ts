import type { Paper } from "./paper.ts";

/** An address where a person can go on reading, and what is there. */
export interface PaperLink {
  readonly url: string;
  readonly label: "code" | "project page" | "search arXiv";
}

/**
 * Chooses the one address to show beside a paper: its code, else its project page, else a search of arXiv for its
 * title, which is no promise that the paper is there.
 *
 * @returns Always an `http(s)` address, and a URI of RFC 3986 (nothing in it can break a line or a markup).
 */
export function paperLink(paper: Paper): PaperLink {
  const urls = paper.links
    .map((link) => URL.parse(link))
    .filter((url) => url !== null && /^https?:$/.test(url.protocol));
  const code = urls.find((url) => url?.hostname === "github.com" || url?.hostname === "www.github.com");
  if (code) return { url: uriOf(code), label: "code" };
  const page = urls[0];
  if (page) return { url: uriOf(page), label: "project page" };
  const query = new URLSearchParams({ query: paper.displayTitle, searchtype: "title" });
  return { url: `https://arxiv.org/search/?${query.toString()}`, label: "search arXiv" };
}

/** `URL` lets letters and lone percent signs stand after the host that no URI may have there. */
function uriOf(url: URL): string {
  const uri = new URL(url);
  uri.pathname = escapeLetters(url.pathname);
  uri.search = escapeLetters(url.search);
  uri.hash = escapeLetters(url.hash.slice(1));
  return uri.href;
}

function escapeLetters(part: string): string {
  return part.replaceAll(/%(?![\dA-F]{2})|[^\w.~!$&'()*+,;=:@/?%-]/gi, encodeURIComponent);
}
