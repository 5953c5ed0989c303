import { ComponentType, MessageFlags } from "discord.js";
import type {
  APIComponentInMessageActionRow,
  APIComponentInContainer,
  APIMessageTopLevelComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from "discord.js";
import { LIMITS } from "./limits.ts";
import { splitText } from "./split-text.ts";

/** One message, ready to be sent. Nothing in it can ping anybody. */
export interface MessagePage {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/** A stretch of Markdown that is kept whole on one page, unless it is longer than half a page. */
export interface Piece {
  readonly text: string;
  /** What stands between it and the piece before, if both are on one page. Defaults to an empty line. */
  readonly gap?: "\n" | "\n\n";
}

/** What a person gets to read, before it is known how many messages that takes. */
export interface Letter {
  /** Parts with a thin line between them. Empty ones are left out. */
  readonly sections: readonly (readonly Piece[])[];
  /** Rows of buttons or a select menu under the last page. */
  readonly rows?: readonly (readonly APIComponentInMessageActionRow[])[];
  /** Small print between the text and the rows. */
  readonly smallPrint?: string;
  /** Marks answers apart from notices; says nothing that words do not say. */
  readonly isAnswer?: boolean;
}

// A slate blue with enough contrast against Discord's light and dark grounds.
const ACCENT = 0x5b_7f_a6;
/** Characters that must be left of a page for a long piece to begin there: more than most sentences have. */
const ROOM = 500;

/** Lays a letter out on as few messages as hold it. */
export function layOut(letter: Letter): readonly MessagePage[] {
  const pages = fillPages(letter.sections, LIMITS.text - closingOf(letter).length);
  return pages.map((displays, index) => makePage(displays, letter, index === pages.length - 1));
}

/**
 * Lays out as much of a letter as one message holds, with its rows.
 *
 * @param more The small print where that is not the whole letter.
 */
export function layOutStart(letter: Letter, more: string): MessagePage {
  const [whole, ...rest] = layOut(letter);
  if (whole !== undefined && rest.length === 0) return whole;
  const start = { ...letter, smallPrint: more };
  const [displays = []] = fillPages(letter.sections, LIMITS.text - closingOf(start).length);
  return makePage(displays, start, true);
}

function makePage(displays: readonly string[], letter: Letter, isLast: boolean): MessagePage {
  const { rows = [], isAnswer = true } = letter;
  const closing = closingOf(letter);
  const components: APIComponentInContainer[] = displays.flatMap((content, place) =>
    place === 0 ? [textDisplay(content)] : [LINE, textDisplay(content)],
  );
  if (isLast && closing !== "") components.push(textDisplay(closing));
  if (isLast) {
    const shown = rows.filter((row) => row.length > 0);
    components.push(...shown.map((row) => ({ type: ComponentType.ActionRow as const, components: [...row] })));
  }
  return {
    components: [{ type: ComponentType.Container, ...(isAnswer && { accent_color: ACCENT }), components }],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], repliedUser: false },
  };
}

function closingOf({ smallPrint }: Letter): string {
  return smallPrint === undefined ? "" : `-# ${smallPrint}`;
}

/** @returns For each page its text displays, one a section. */
function fillPages(sections: Letter["sections"], limit: number): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let page: string[] = [];
  let used = 0;
  for (const section of sections) {
    let isStarted = false;
    for (const { text, gap = "\n\n" } of section) {
      for (const part of splitPiece(text, limit, used === 0 ? limit : limit - used - gap.length)) {
        if (page.length > 0 && used + gap.length + part.length > limit) {
          pages.push(page);
          page = [];
          used = 0;
          isStarted = false;
        }
        const before = isStarted ? `${page.pop() ?? ""}${gap}` : "";
        page.push(before + part);
        used += part.length + (isStarted ? gap.length : 0);
        isStarted = true;
      }
    }
  }
  return [...pages, page];
}

/** Parts of a piece that pages hold, the first of them on what is left of a page where much would stay empty else. */
function splitPiece(text: string, limit: number, room: number): readonly string[] {
  if (text.length <= Math.max(room, limit / 2) || room < ROOM) return splitText(text, limit);
  const [first = ""] = splitText(text, room);
  return [first, ...splitText(text.trimStart().slice(first.length), limit)];
}

const LINE: APISeparatorComponent = { type: ComponentType.Separator };

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
