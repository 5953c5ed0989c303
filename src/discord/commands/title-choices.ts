import type { APIApplicationCommandOptionChoice } from "discord.js";
import type { App } from "../../app.ts";
import { normalizeTitle } from "../../domain/paper.ts";
import type { Paper } from "../../domain/paper.ts";
import { Refusal } from "../failures.ts";
import { plainLabel, shorten } from "../render/escape-markdown.ts";
import { LIMITS } from "../render/limits.ts";

type Choice = APIApplicationCommandOptionChoice<string>;

/** Other titles that are shown beside the closest one. */
const OTHERS = 4;

/** Papers whose titles resemble what was typed. A title too long for a value is offered by its paper's id. */
export function titleChoices(app: App, typed: string, limit: number = LIMITS.choices): readonly Choice[] {
  return app.findTitles(typed, limit).map((paper) => ({
    name: plainLabel(paper.displayTitle, LIMITS.choice),
    value: paper.title.length <= LIMITS.choice ? paper.title : paper.id,
  }));
}

/** A paper that somebody named. */
export interface NamedPaper {
  readonly paper: Paper;
  /** Whether it was named to the letter, rather than being the closest to what was typed. */
  readonly isExact: boolean;
  /** The next closest. */
  readonly others: readonly Paper[];
}

/** @returns The paper that an option's value stands for, if it stands for one. */
export function paperOf(app: App, value: string): Paper | undefined {
  const title = normalizeTitle(value);
  return app.papers.find(({ id }) => id === value) ?? app.papers.find((paper) => normalizeTitle(paper.title) === title);
}

/**
 * The paper that a person means, who may have typed whatever they liked.
 *
 * @throws {Refusal} If no title resembles it.
 */
export function namedPaper(app: App, typed: string): NamedPaper {
  const exact = paperOf(app, typed);
  if (exact !== undefined) return { paper: exact, isExact: true, others: [] };
  const [paper, ...others] = normalizeTitle(typed) === "" ? [] : app.findTitles(typed, 1 + OTHERS);
  if (paper === undefined) {
    throw new Refusal(({ refusals }) => refusals.noSuchTitle(shorten(typed.trim(), LIMITS.choice)));
  }
  return { paper, isExact: false, others };
}
