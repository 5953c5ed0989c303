import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";

/** @param corpusSize How many papers there are to ask about. */
export function renderHelp(corpusSize: number): readonly MessagePage[] {
  return layOut({
    sections: [
      [
        { text: "### Footnote" },
        {
          text: `I answer questions about the ${corpusSize} machine-learning papers of this collection. Every claim carries a footnote; when nothing here answers, I say so.`,
        },
      ],
      [
        {
          text: [
            "- **Mention me** with a question, **reply** to one of my messages with the ping on, or **write to me** directly.",
            "- `/ask` answers a question; with `private`, only you see the answer.",
            "- `/find` lists papers, by date or with code only if you like.",
            "- `/paper` shows what is known of a paper; a half-remembered title will do.",
            "- `/summary` sums up a paper, or what the collection says about a topic: in a sentence, a paragraph or plain words.",
            "- `/compare` puts two to four papers side by side.",
            "- `/related` lists the papers nearest to a paper.",
          ].join("\n"),
        },
      ],
      [
        {
          text: "**Sources** under an answer shows the sentence behind each footnote, and whether it is from the authors’ abstract or from our digest of it. **Ask a follow-up** goes on from that answer. **Stop** ends an answer that is still being written; what is proved by then stays.",
        },
        {
          text: "To understand follow-ups I remember your last five questions in a channel and my answers, in memory only: a restart forgets them.",
        },
      ],
    ],
  });
}
