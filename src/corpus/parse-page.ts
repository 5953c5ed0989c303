import { normalizeTitle } from "../domain/paper.ts";
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH, type Entry, type Parsed, type Problem } from "./entry.ts";
import { isSpaced, readPageBody } from "./page-body.ts";
import { datePublished, inferBareYear, parsePageDate } from "./page-date.ts";
import { readPageDrafts, type PageDraft } from "./page-drafts.ts";
import { readPageUnits, type FactsUnit } from "./page-units.ts";

/**
 * Reads a saved page of Hugging Face Daily Papers: compact (a line of title, a line of abstract) or spaced (blank lines
 * between them, an abstract of several paragraphs joined by spaces), with or without the block of authors and date.
 *
 * @param pageYear The year of dates that name none. Without it, they are in the year after the newest that the page names.
 */
export function parsePage(text: string, pageYear?: number): Parsed {
  const body = readPageBody(text);
  if (body === undefined) {
    const reason = "neither a catalogue in JSON lines nor a saved page of Hugging Face Daily Papers";
    return { entries: [], problems: [{ place: "file", reason }] };
  }
  if (body.length === 0) return { entries: [], problems: [{ place: "file", reason: "the page lists no paper" }] };

  const { drafts, problems: strays } = readPageDrafts(readPageUnits(body), isSpaced(body));
  const problems = [...strays];
  const dates = drafts.map((draft) => parsePageDate(draft.facts?.date ?? "")).filter((date) => date !== undefined);
  const bareYear = pageYear ?? inferBareYear(dates);
  const entries = drafts
    .map((draft, index) => checkDraft(draft, `entry ${index + 1}`, bareYear, problems))
    .filter((entry) => entry !== undefined);
  return { entries, problems };
}

/** Keeps what is right in a draft and reports the rest. A draft without a usable title is no entry. */
function checkDraft(
  draft: PageDraft,
  place: string,
  bareYear: number | undefined,
  problems: Problem[],
): Entry | undefined {
  const report = (reason: string) => void problems.push({ place, reason });
  const { title, facts } = draft;
  if (title.length > MAX_TITLE_LENGTH || normalizeTitle(title) === "") {
    report(`a title needs a letter or a digit and at most ${MAX_TITLE_LENGTH} characters: "${title.slice(0, 40)}"`);
    return undefined;
  }
  const text = draft.paragraphs.join(" ");
  const abstract = text.length <= MAX_TEXT_LENGTH ? text : "";
  if (text === "") report(`no abstract below the title "${title}"`);
  else if (abstract === "") report(`the abstract is longer than ${MAX_TEXT_LENGTH} characters: left out`);
  if (facts?.authorCount === 0) report("a paper has at least one author: the number is left out");
  return {
    place,
    title,
    ...(abstract !== "" && { abstract }),
    ...(facts?.authorCount && { authorCount: facts.authorCount }),
    ...(facts?.organization !== undefined && { organization: facts.organization }),
    ...(facts !== undefined && readDate(facts, bareYear, report)),
  };
}

function readDate(
  facts: FactsUnit,
  bareYear: number | undefined,
  report: (reason: string) => void,
): Pick<Entry, "published" | "commentCount"> {
  if (facts.date === undefined) {
    report("the date is missing");
    return {};
  }
  const date = parsePageDate(facts.date);
  const published = date && datePublished(date, bareYear);
  if (published === undefined) {
    const yearless = date !== undefined && date.year === undefined && bareYear === undefined;
    const reason = yearless ? "names no year, nor does any other date of the page" : "is no date of the calendar";
    report(`"${facts.date}" ${reason}: left out`);
  }
  return {
    ...(published !== undefined && { published }),
    ...(date?.commentCount !== undefined && { commentCount: date.commentCount }),
  };
}
