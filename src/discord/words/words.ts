import type { PaperLink } from "../../domain/paper-link.ts";
import type { EvidenceSource } from "../../domain/paper.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Limited } from "../rate-limits.ts";
import type { CommandWords } from "./commands/command-words.ts";
import type { PanelWords } from "./panels/panel-words.ts";

/**
 * Everything that the bot says in its own words, in one language. What a sentence is about (a title, a query) is handed in
 * as it will stand there: escaped where Markdown is shown. A group's name says where its sentences stand, and so how long
 * they may be: a test knows.
 */
export interface Words {
  readonly locale: Locale;
  /** For dates and lists: a BCP 47 tag. */
  readonly tag: string;
  /** Commands by the names of this language: sentences that speak of a command call it by these. */
  readonly commands: CommandWords;
  readonly panels: PanelWords;
  readonly quoted: (text: string) => string;
  /** What stands between parts of a sentence. */
  readonly comma: string;
  /** In the place of a title that shows nothing. */
  readonly untitled: string;

  readonly buttons: {
    readonly sources: string;
    readonly followUp: string;
    readonly stop: string;
    readonly summary: string;
    readonly related: string;
    readonly previous: string;
    readonly next: string;
    readonly link: Readonly<Record<PaperLink["label"], string>>;
  };
  /** What stands in a select menu before anything is chosen. */
  readonly placeholders: { readonly open: string; readonly openNearby: string; readonly otherTitles: string };
  /** What stands under an option of a select menu, before a date. */
  readonly optionNotes: {
    readonly citedAs: (number: number) => string;
    readonly mayNotFit: string;
    readonly seeAlso: string;
  };
  /** Choices of an autocompletion. */
  readonly choices: { readonly topic: (topic: string) => string };
  readonly modals: {
    readonly followUp: { readonly title: string; readonly label: string; readonly description: string };
  };

  /** Headings in Markdown, without the mark. */
  readonly headings: {
    readonly summary: (of: string) => string;
    readonly comparison: (of: string) => string;
    readonly sources: string;
    readonly papersOn: (query: string) => string;
    readonly papersNear: (title: string) => string;
  };
  /** Where sentences are from, under a reference. */
  readonly from: Readonly<Record<EvidenceSource, string>>;
  /** Where a sentence is from, and whose words it is. */
  readonly origins: Readonly<Record<EvidenceSource, string>>;
  /** The words of a link to a paper. */
  readonly links: Readonly<Record<PaperLink["label"] | "none", string>>;
  /** Under an answer. */
  readonly smallPrint: {
    /** How to follow up, by what the place allows. */
    readonly followUp: Readonly<Record<"reply" | "mention" | "button" | "direct", string>>;
    readonly model: (name: string) => string;
    readonly writing: string;
    readonly writingMore: string;
  };
  readonly lists: {
    readonly papers: (count: number) => string;
    readonly bestMatches: (count: number) => string;
    readonly nearest: (count: number) => string;
    readonly page: (number: number, of: number) => string;
    readonly fromDigest: string;
    readonly undated: (count: number) => string;
    readonly since: (day: string) => string;
    readonly until: (day: string) => string;
    readonly withCode: string;
    readonly none: (query: string) => string;
    readonly noneButUndated: (query: string, undated: number) => string;
    readonly noneNear: string;
  };
  readonly card: {
    readonly authors: (count: number) => string;
    readonly onlyTitle: string;
    readonly closest: (typed: string) => string;
  };
  /** In Markdown. */
  readonly help: {
    readonly about: (papers: number) => string;
    readonly ways: string;
    readonly buttons: string;
    readonly memory: string;
  };
  /** To somebody whose question is not worked on yet; 1 is next. */
  readonly waiting: { readonly place: (place: number) => string };
  /** To a message without a question in it. */
  readonly hints: Readonly<Record<"mention" | "direct" | "reply", string>>;
  /** Why something cannot be done, and what helps. */
  readonly refusals: {
    readonly unknownCommand: string;
    readonly unknownControl: string;
    readonly chooseFromMenu: string;
    readonly forgottenAnswer: string;
    readonly forgottenSources: string;
    readonly forgottenList: string;
    readonly paperGone: string;
    readonly noSuchTitle: (typed: string) => string;
    readonly noDay: (option: string) => string;
    readonly daysSwapped: (since: string, until: string) => string;
    readonly busy: string;
    readonly queueFull: string;
    readonly privateToOther: string;
    /** The process ended; this is said by the next one. */
    readonly interrupted: string;
    readonly notServed: string;
    /** @param wait A time, such as "5 minutes". */
    readonly limited: Readonly<Record<Limited["reason"], (wait: string) => string>>;
    readonly tookTooLong: string;
    readonly restarting: string;
    readonly stopped: string;
    readonly stopNotTheirs: string;
    readonly stopTooLate: string;
    /** A failure that the product knows. What failed, and where, is the owner's business. */
    readonly failed: string;
    /** @param id What the log has the failure under. */
    readonly unexpected: (id: string) => string;
  };
}
