import type { Words } from "../words/words.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** @param corpusSize How many papers there are to ask about. */
export function renderHelp(corpusSize: number, { help, panels }: Words): readonly MessagePage[] {
  return layOut({
    sections: [
      [{ text: "### Footnote" }, { text: help.about(corpusSize) }],
      [{ text: help.ways }, { text: panels.help.more, gap: "\n" }],
      [{ text: help.buttons }, { text: help.memory }],
    ],
  });
}
