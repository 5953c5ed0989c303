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

/** A stretch of Markdown that is kept whole on one page where a page can hold it. */
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

/** Lays a letter out on as few messages as hold it. */
export function layOut({ sections, rows = [], smallPrint, isAnswer = true }: Letter): readonly MessagePage[] {
  const closing = smallPrint === undefined ? "" : `-# ${smallPrint}`;
  const pages = fillPages(sections, LIMITS.text - closing.length);
  return pages.map((displays, index) => {
    const isLast = index === pages.length - 1;
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
  });
}

/** @returns For each page its text displays, one a section. */
function fillPages(sections: Letter["sections"], limit: number): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let page: string[] = [];
  let used = 0;
  for (const section of sections) {
    let isStarted = false;
    for (const { text, gap = "\n\n" } of section) {
      for (const part of splitText(text, limit)) {
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

const LINE: APISeparatorComponent = { type: ComponentType.Separator };

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
