import { count } from "../../domain/count.ts";
import { SOURCE_LABELS } from "../../domain/source-labels.ts";
import { en as commands } from "./commands/en.ts";
import { en as panels } from "./panels/en.ts";
import type { Words } from "./words.ts";

/** {@link Words} in English. */
export const en: Words = {
  locale: "en",
  tag: "en-GB",
  commands,
  panels,
  quoted: (text) => `“${text}”`,
  comma: ", ",
  untitled: "Untitled",

  buttons: {
    sources: "Sources",
    followUp: "Ask a follow-up",
    stop: "Stop",
    summary: "Summary",
    related: "Related papers",
    previous: "Previous",
    next: "Next",
    link: { code: "Code", "project page": "Project page", "search arXiv": "Search arXiv" },
  },
  placeholders: {
    open: "Open a paper",
    openNearby: "Open a nearby paper",
    otherTitles: "Not this one? Other titles",
  },
  optionNotes: { citedAs: (number) => `cited as [${number}]`, mayNotFit: "may not fit", seeAlso: "see also" },
  choices: { topic: (topic) => `Topic: ${topic}` },
  modals: {
    followUp: {
      title: "Ask a follow-up",
      label: "Your question",
      description: "It goes on from this answer: “it” is what was spoken of.",
    },
  },

  headings: {
    summary: (of) => `Summary: ${of}`,
    comparison: (of) => `Comparison: ${of}`,
    sources: "Sources",
    papersOn: (query) => `Papers on ${query}`,
    papersNear: (title) => `Papers near “${title}”`,
  },
  from: SOURCE_LABELS,
  origins: {
    abstract: `${SOURCE_LABELS.abstract}: the authors’ own words`,
    digest: `${SOURCE_LABELS.digest}: our words, not the authors’`,
  },
  links: { code: "code", "project page": "project page", "search arXiv": "search arXiv", none: "no link" },
  smallPrint: {
    followUp: {
      reply: "To follow up, press the button, mention me, or reply to this with the ping on.",
      mention: "To follow up, press the button or mention me.",
      button: "To follow up, press the button.",
      direct: "To follow up, just write.",
    },
    model: (name) => `Language model: ${name}; every sentence is checked against the papers.`,
    writing: "Still writing…",
    writingMore: "Still writing… More follows when it is done.",
  },
  lists: {
    papers: (papers) => count(papers, "paper"),
    bestMatches: (matches) => `${matches} best matches`,
    nearest: (papers) => `${papers} nearest`,
    page: (number, of) => `Page ${number} of ${of}`,
    fromDigest: "sentences from our digest",
    undated: (papers) => `${papers} of unknown date left out`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    withCode: "with code",
    none: (query) => `No paper matches ${query}.`,
    noneButUndated: (query, undated) => `No paper matches ${query}. (${undated} of unknown date left out.)`,
    noneNear: "There is no other paper near this one.",
  },
  card: {
    authors: (authors) => count(authors, "author"),
    onlyTitle: "Only the title of this paper is known here.",
    closest: (typed) => `The closest title to “${typed}”.`,
  },
  help: {
    about: (papers) =>
      `I answer questions about the ${count(papers, "machine-learning paper")} of this collection. Every claim carries a ` +
      "footnote; when nothing here answers, I say so.",
    ways: [
      "- **Mention me** with a question, **reply** to one of my messages with the ping on, or **write to me** directly.",
      "- `/ask` answers a question; with `private`, only you see the answer.",
      "- `/find` lists papers, by date or with code only if you like.",
      "- `/paper` shows what is known of a paper; a half-remembered title will do.",
      "- `/summary` sums up a paper, or what the collection says about a topic: in a sentence, a paragraph or plain words.",
      "- `/compare` puts two to four papers side by side.",
      "- `/related` lists the papers nearest to a paper.",
    ].join("\n"),
    buttons:
      "**Sources** under an answer shows the sentence behind each footnote, and whether it is from the authors’ abstract " +
      "or from our digest of it. **Ask a follow-up** goes on from that answer. **Stop** ends an answer that is still being " +
      "written; what is proved by then stays.",
    memory:
      "To understand follow-ups I remember your last five questions in a channel and my answers. " +
      "`/privacy` says for how long, and forgets them.",
  },
  waiting: { place: (place) => `Your question is number ${place} in the line. Its answer comes here.` },
  hints: {
    mention:
      "Ask me about machine-learning papers: mention me together with your question, or use /ask. /help shows more.",
    direct: "Ask me about machine-learning papers: just write your question. /help shows more.",
    reply:
      "Discord shows me no words in that reply. Press “Ask a follow-up” under the answer, or mention me together with " +
      "your question.",
  },
  refusals: {
    unknownCommand: "I no longer know this command. /help shows those that I know.",
    unknownControl: "I no longer know what this was for. /help shows what I can do.",
    chooseFromMenu: "Choose a paper from the menu.",
    forgottenAnswer: "I no longer remember this answer. Ask anew with /ask, and name the paper or topic again.",
    forgottenSources: "I no longer remember the sentences behind this answer. Ask again, and I will show them.",
    forgottenList: "I no longer remember this list. Run the command again to turn its pages.",
    paperGone: "This paper is no longer in the collection.",
    noSuchTitle: (typed) => `No title in this collection resembles “${typed}”.`,
    noDay: (option) => `${option} takes a day, a month or a year, such as 2024-05-13, 2024-05 or 2024.`,
    daysSwapped: (since, until) => `since (${since}) is later than until (${until}): no paper can be both.`,
    busy: "I am still at your last questions here. Please ask again once they are answered.",
    queueFull: "Too many questions are waiting just now. Please ask again in a minute.",
    privateToOther: "This answer is private to whoever asked for it.",
    interrupted: "I was interrupted. Please ask again.",
    notServed: "I do not answer questions in this server.",
    limited: {
      "person-hour": (wait) =>
        `You have had your answers for this hour in this server. The next one is possible in ${wait}.`,
      "server-hour": (wait) => `This server has had its answers for this hour. The next one is possible in ${wait}.`,
      "person-day": (wait) => `You have had your answers for today. The next one is possible in ${wait}.`,
      "everybody-day": (wait) => `I have given all my answers for today. The next one is possible in ${wait}.`,
    },
    tookTooLong: "That took too long, and I stopped. Please try again, perhaps with a simpler question.",
    restarting: "I am being restarted and could not finish this. Please ask again in a minute.",
    stopped: "Stopped.",
    stopNotTheirs: "Only whoever asked can stop this answer.",
    stopTooLate: "This answer is not being written any more.",
    failed:
      "That did not work: something that I need is not available just now. Whoever runs me can read why in the log. " +
      "Please try again in a few minutes.",
    unexpected: (id) =>
      `Something went wrong that should not have. If it happens again, report it with the number ${id}.`,
  },
};
