import type { CommandWords } from "./command-words.ts";

const DAY = "2024, 2024-05 oder 2024-05-13";
const TITLE = "Sein Titel, oder was du davon noch weißt";

/** {@link CommandWords} in German. */
export const de = {
  ask: {
    name: "fragen",
    description: "Frag nach Papern zum maschinellen Lernen; jede Aussage bekommt eine Fußnote",
    options: {
      question: { name: "frage", description: "Deine Frage, in deinen eigenen Worten" },
      private: { name: "privat", description: "Nur du siehst die Antwort" },
    },
  },
  find: {
    name: "suchen",
    description: "Die Paper auflisten, die am besten zu einer Suche passen",
    options: {
      query: { name: "suche", description: "Worum es in den Papern geht" },
      since: { name: "ab", description: `Nur Paper von diesem Tag oder später: ${DAY}` },
      until: { name: "bis", description: `Nur Paper von diesem Tag oder früher: ${DAY}` },
      hasCode: { name: "mit-code", description: "Nur Paper, die auf Code verweisen" },
    },
  },
  paper: {
    name: "paper",
    description: "Zeigen, was über ein Paper bekannt ist",
    options: { title: { name: "titel", description: TITLE } },
  },
  summary: {
    name: "zusammenfassen",
    description: "Ein Paper zusammenfassen, oder was die Sammlung über ein Thema sagt",
    options: {
      target: { name: "was", description: "Der Titel eines Papers oder ein Thema" },
      length: { name: "länge", description: "Wie lang; ein Absatz, wenn du nichts anderes sagst" },
    },
    choices: { short: "Ein Satz", standard: "Ein Absatz", plain: "Einfache Worte" },
  },
  compare: {
    name: "vergleichen",
    description: "Zwei bis vier Paper nebeneinanderstellen: Problem, Methode, Ergebnis, Zahlen",
    options: {
      first: { name: "erstes", description: TITLE },
      second: { name: "zweites", description: TITLE },
      third: { name: "drittes", description: TITLE },
      fourth: { name: "viertes", description: TITLE },
    },
  },
  related: {
    name: "verwandte",
    description: "Die Paper auflisten, die einem Paper am nächsten sind",
    options: { title: { name: "titel", description: TITLE } },
  },
  settings: { name: "einstellungen", description: "Einstellungen dieses Servers: Kanäle, Privates, Threads, Grenzen" },
  privacy: { name: "datenschutz", description: "Was von dir aufgehoben wird, und wie du vergessen wirst" },
  about: { name: "über", description: "Was Footnote kennt, und seit wann" },
  help: { name: "hilfe", description: "Was Footnote kann" },
} satisfies CommandWords;
