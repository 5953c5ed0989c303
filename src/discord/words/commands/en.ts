const DAY = "2024, 2024-05 or 2024-05-13";
const TITLE = "Its title, or what you remember of it";

/** What commands, their options and choices are called in English, by Discord's canonical names. */
export const en = {
  ask: {
    name: "ask",
    description: "Ask about machine-learning papers; every claim gets a footnote",
    options: {
      question: { name: "question", description: "Your question, in your own words" },
      private: { name: "private", description: "Only you see the answer" },
    },
  },
  find: {
    name: "find",
    description: "List the papers that match a query best",
    options: {
      query: { name: "query", description: "What the papers are about" },
      since: { name: "since", description: `Only papers of this day or later: ${DAY}` },
      until: { name: "until", description: `Only papers of this day or earlier: ${DAY}` },
      hasCode: { name: "has-code", description: "Only papers that link to code" },
    },
  },
  paper: {
    name: "paper",
    description: "Show what is known of a paper",
    options: { title: { name: "title", description: TITLE } },
  },
  summary: {
    name: "summary",
    description: "Sum up a paper, or what the collection says about a topic",
    options: {
      target: { name: "target", description: "A paper's title, or a topic" },
      length: { name: "length", description: "How long; a paragraph unless you say otherwise" },
    },
    choices: { short: "One sentence", standard: "A paragraph", plain: "Plain words" },
  },
  compare: {
    name: "compare",
    description: "Put two to four papers side by side: problem, method, result, figures",
    options: {
      first: { name: "first", description: TITLE },
      second: { name: "second", description: TITLE },
      third: { name: "third", description: TITLE },
      fourth: { name: "fourth", description: TITLE },
    },
  },
  related: {
    name: "related",
    description: "List the papers nearest to a paper",
    options: { title: { name: "title", description: TITLE } },
  },
  settings: { name: "settings", description: "Settings of this server: channels, privacy, threads, limits" },
  privacy: { name: "privacy", description: "What is kept of you, and how to be forgotten" },
  about: { name: "about", description: "What Footnote knows, and since when" },
  help: { name: "help", description: "What Footnote can do" },
};
