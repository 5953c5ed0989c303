import { ButtonStyle, ComponentType } from "discord.js";
import type { APIButtonComponent, APIStringSelectComponent } from "discord.js";
import { paperLink } from "../../domain/paper-link.ts";
import type { Paper } from "../../domain/paper.ts";
import { customId } from "../custom-id.ts";
import { plainLabel } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { formatDay } from "./paper-lines.ts";
import type { Words } from "../words/words.ts";

/** A quiet button, which can be pressed unless something else is said. */
export function button(
  label: string,
  id: string,
  { isEnabled = true, emoji }: { readonly isEnabled?: boolean; readonly emoji?: string } = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: plainLabel(label, LIMITS.buttonLabel),
    custom_id: id,
    disabled: !isEnabled,
    ...(emoji !== undefined && { emoji: { name: emoji } }),
  };
}

/** A button that opens a paper's address, named by what is there; none where the address is too long for a button. */
export function linkButton(paper: Paper, { buttons }: Words): readonly APIButtonComponent[] {
  const { label, url } = paperLink(paper);
  return url.length > LIMITS.buttonUrl
    ? []
    : [{ type: ComponentType.Button, style: ButtonStyle.Link, label: buttons.link[label], url }];
}

/**
 * A menu whose choice opens a paper's card.
 *
 * @param describe What stands under a title, before its date.
 * @returns Empty when there is no paper.
 */
export function paperMenu(
  placeholder: string,
  papers: readonly Paper[],
  words: Words,
  describe: (paper: Paper) => string = () => "",
): readonly APIStringSelectComponent[] {
  const options = [...new Map(papers.map((paper) => [paper.id, paper])).values()].slice(0, LIMITS.options);
  if (options.length === 0) return [];
  return [
    {
      type: ComponentType.StringSelect,
      custom_id: customId("card"),
      placeholder: plainLabel(placeholder, LIMITS.placeholder),
      options: options.map((paper) => {
        const description = [describe(paper), ...(paper.published ? [formatDay(paper.published, words)] : [])]
          .filter((part) => part !== "")
          .join(" · ");
        return {
          label: plainLabel(paper.displayTitle, LIMITS.optionText, words.untitled),
          value: paper.id,
          ...(description !== "" && { description: plainLabel(description, LIMITS.optionText) }),
        };
      }),
    },
  ];
}
