import type { Phrases } from "./phrases.ts";

const refusal = (papers: number): string =>
  `Nichts in dieser Sammlung von ${papers} ${papers === 1 ? "Paper" : "Papern"} beantwortet das.`;

/** {@link Phrases} in German; people are called “du”. */
export const de: Phrases = {
  quoted: (text) => `„${text}“`,
  aside: (text) => ` (${text})`,
  separators: { titles: "; ", words: ", " },

  refusal,
  refusalNear: (papers, titles) =>
    `${refusal(papers)} Die nächstliegenden Titel, die vielleicht nicht passen: ${titles}.`,
  notStated: {
    abstract: (title, asked, said) =>
      `Das passende Paper ist „${title}“. Was du fragst${asked}, steht nicht in seinem Abstract. Dort steht: ${said}`,
    digest: (title, asked, said) =>
      `Das passende Paper ist „${title}“. Was du fragst${asked}, steht nicht in unserer Kurzfassung davon (der ` +
      `Abstract ist nicht indexiert). Dort steht: ${said}`,
  },
  onlyTitleFits: (title) => `Das passende Paper ist „${title}“, aber hier ist nur sein Titel bekannt.`,
  onlyTitleKnown: (title) => `Von „${title}“ ist hier nur der Titel bekannt.`,

  tooLong: (length, limit) => `Das sind ${length} Zeichen; bitte frag mit höchstens ${limit}.`,
  noWords: "Darin steht kein Wort. Bitte frag nach einem Paper oder einem Thema.",
  aboutUs: (papers) =>
    `Ich beantworte Fragen zu ${papers === 1 ? "dem einen Paper" : `den ${papers} Papern`} dieser Sammlung, jede ` +
    "Aussage mit Fußnote. Frag nach einem Paper, einem Thema oder einer Zahl.",

  statesNone: { abstract: "Der Abstract nennt nichts dazu.", digest: "Unsere Kurzfassung nennt nichts dazu." },
  figuresAbove: (heading) => `siehe oben unter „${heading}“.`,
  howManyToCompare: (fewest, most) => `Bitte nenne ${fewest} bis ${most} Paper zum Vergleichen.`,
  unknownTitle: (title) => `Kein Paper dieser Sammlung heißt „${title}“.`,
  namedTwice: (title) => `„${title}“ ist zweimal genannt: Bitte nenne verschiedene Paper zum Vergleichen.`,

  noModel: {
    unreachable: "Das Sprachmodell ist gerade nicht erreichbar",
    slow: "Das Sprachmodell hat zu lange gebraucht",
    busy: "Das Sprachmodell hat gerade zu viele Anfragen",
    unavailable: "Das Sprachmodell ist gerade nicht verfügbar",
    unreadable: "Das Sprachmodell hat keine lesbare Antwort gegeben",
    "over-budget": "Das heutige Budget für das Sprachmodell ist aufgebraucht",
  },
  because: (reason) => `${reason}.`,
  ownSentences: (reason) => `${reason}: Was du liest, sind Sätze aus den Papern selbst.`,
  notProved:
    "Die Antwort des Sprachmodells ließ sich mit den Papern nicht belegen: Was du liest, sind Sätze aus den Papern selbst.",
  brokeOff: "Hier ist das Sprachmodell abgebrochen.",
  cutOff: "Die Antwort war zu lang und endet hier.",
  stopped: "Die Antwort wurde hier angehalten.",
};
