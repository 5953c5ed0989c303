import { durations, milliseconds, table } from "./markdown.ts";
import type { PageStart } from "./started-page.ts";
import { spread } from "./statistics.ts";

const HEADING = "## The playground's page";

/** What the page promises whoever just started it, in milliseconds. */
const AIMS = { toContentFromStart: 1000, toAnswerFromStart: 2000 } as const satisfies Partial<PageStart>;

const ROWS: readonly (readonly [string, keyof PageStart])[] = [
  ["Start of the process to its address", "toAddress"],
  ["Navigation to first paint", "toFirstPaint"],
  ["Navigation to first contentful paint", "toFirstContent"],
  ["Navigation to the suggested questions", "toQuestions"],
  ["Start of the process to first contentful paint", "toContentFromStart"],
  ["Click on a question to its whole answer", "toAnswer"],
  ["Start of the process to the first answer", "toAnswerFromStart"],
];

/** Renders the section of the results that `npm run page-start` writes. */
export function renderPageStart(starts: readonly PageStart[]): string {
  const aims: Partial<Record<keyof PageStart, number>> = AIMS;
  const rows = ROWS.map(([name, figure]) => {
    const found = spread(starts.map((start) => start[figure]));
    const aim = aims[figure];
    if (aim === undefined) return [name, "", durations(found), ""];
    return [name, `under ${milliseconds(aim)}`, durations(found), found.median < aim ? "yes" : "**no**"];
  });
  return `${HEADING}

Written by \`npm run page-start\`: ${starts.length} starts of \`src/main.ts --playground\` on the shipped corpus, whose index is built, after one start that is not counted; medians, with the lowest and the highest. The browser runs already, opens the address as soon as it is said, with nothing in its cache, and clicks the first suggested question as soon as it is there.

${table(["", "Aim", "Found", "Reached"], rows)}
`;
}

/** Puts the section into the results, in the place of the one before. */
export function replacePageStart(results: string, section: string): string {
  const parts = results.split(/^(?=## )/m).filter((part) => !part.startsWith(HEADING));
  return [...parts.map((part) => part.trimEnd()), section].join("\n\n");
}
