/** A line that says something: trimmed, and numbered from 1 as editors do. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

// What stands above the first paper: banners of the site, and the day of the page.
const BANNER =
  /^(?:Get trending papers in your email inbox(?: once a day)?!|Daily Papers|by\s?AK and the research community)$/;
const OTHER_HEADING = /^(?:new|Subscribe|[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/;
const GLUED_TITLE = /^Subscribe(?=\S)/;

/**
 * Takes the heading off a saved page. Compact pages glue the first title to the word "Subscribe".
 *
 * @returns The lines from the first title on, without blank ones; nothing when the text has no such heading.
 */
export function readPageBody(text: string): readonly Line[] | undefined {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => line.text !== "");
  const start = lines.findIndex((line) => !BANNER.test(line.text) && !OTHER_HEADING.test(line.text));
  const heading = start === -1 ? lines : lines.slice(0, start);
  if (!heading.some((line) => BANNER.test(line.text))) return undefined;
  const [first, ...rest] = lines.slice(heading.length);
  if (first === undefined) return [];
  const subscribed = heading.some((line) => line.text === "Subscribe");
  return [subscribed ? first : { ...first, text: first.text.replace(GLUED_TITLE, "") }, ...rest];
}

/** Whether blank lines stand between the lines of a page, so that an abstract may have several paragraphs. */
export function isSpaced(body: readonly Line[]): boolean {
  const gaps = body.filter((line, index) => line.number > (body[index - 1]?.number ?? line.number) + 1);
  // A spaced entry has as many gaps as texts, or three gaps on five lines; a compact page has none but by accident.
  return gaps.length * 3 > body.length;
}
