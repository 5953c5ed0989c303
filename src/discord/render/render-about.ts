import type { About } from "../../domain/about.ts";
import type { Words } from "../words/words.ts";
import { escapeLine, shorten } from "./escape-markdown.ts";
import { layOut } from "./message-page.ts";
import type { MessagePage } from "./message-page.ts";
import { formatDay } from "./paper-lines.ts";

/** Characters of what others have named: a title, a model. */
const NAME_LENGTH = 200;
/** Of an ISO instant: its day. */
const DAY_LENGTH = 10;

/** What the product knows, since when, and by which models. */
export function renderAbout(about: About, words: Words): readonly MessagePage[] {
  const { panels } = words;
  const { papers, newestPaper, indexBuiltAt, embeddingModel, chatModel } = about;
  const named = (name: string): string => escapeLine(shorten(name, NAME_LENGTH));
  const lines = [
    panels.about.papers(papers),
    ...(newestPaper
      ? [panels.about.newest(named(newestPaper.title), escapeLine(formatDay(newestPaper.published, words)))]
      : []),
    panels.about.indexed(escapeLine(formatDay(indexBuiltAt.slice(0, DAY_LENGTH), words))),
    embeddingModel === "corpus" ? panels.about.ownEmbedding : panels.about.embedding(named(embeddingModel)),
    chatModel === undefined ? panels.about.noChat : panels.about.chat(named(chatModel)),
  ];
  return layOut({ sections: [[{ text: `### ${panels.about.heading}` }, { text: lines.join("\n") }]] });
}
