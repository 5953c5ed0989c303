import type { Phrases } from "./phrases.ts";

const refusal = (papers: number): string =>
  `Rien dans cette collection de ${papers} ${papers < 2 ? "article" : "articles"} ne répond à cette question.`;

/** {@link Phrases} in French; people are called “vous”, and spaces before high marks do not break. */
export const fr: Phrases = {
  quoted: (text) => `« ${text} »`,
  aside: (text) => ` (${text})`,
  separators: { titles: " ; ", words: ", " },

  refusal,
  refusalNear: (papers, titles) =>
    `${refusal(papers)} Les titres les plus proches, qui ne conviennent peut-être pas : ${titles}.`,
  notStated: {
    abstract: (title, asked, said) =>
      `L’article qui correspond est « ${title} ». Son abstract n’indique pas ce que vous demandez${asked}. Voici ce ` +
      `qu’il dit : ${said}`,
    digest: (title, asked, said) =>
      `L’article qui correspond est « ${title} ». Notre synthèse (l’abstract n’est pas indexé) n’indique pas ce que ` +
      `vous demandez${asked}. Voici ce qu’elle dit : ${said}`,
  },
  onlyTitleFits: (title) => `L’article qui correspond est « ${title} », mais seul son titre est connu ici.`,
  onlyTitleKnown: (title) => `De « ${title} », seul le titre est connu ici.`,

  tooLong: (length, limit) => `Ce texte compte ${length} caractères ; posez votre question en ${limit} au plus.`,
  noWords: "Ce message ne contient aucun mot. Posez une question sur un article ou un sujet.",
  aboutUs: (papers) =>
    `Je réponds aux questions sur ${papers < 2 ? "l’unique article" : `les ${papers} articles`} de cette collection, ` +
    "chaque affirmation avec sa note. Posez une question sur un article, un sujet ou un chiffre.",

  statesNone: { abstract: "son abstract n’en dit rien.", digest: "notre synthèse n’en dit rien." },
  figuresAbove: (heading) => `voir « ${heading} » plus haut.`,
  howManyToCompare: (fewest, most) => `Indiquez de ${fewest} à ${most} articles à comparer.`,
  unknownTitle: (title) => `Aucun article de cette collection ne s’appelle « ${title} ».`,
  namedTwice: (title) => `« ${title} » est cité deux fois : indiquez des articles différents à comparer.`,

  noModel: {
    unreachable: "Le modèle de langage est injoignable pour le moment",
    slow: "Le modèle de langage a mis trop de temps",
    busy: "Le modèle de langage reçoit trop de demandes pour le moment",
    unavailable: "Le modèle de langage n’est pas disponible pour le moment",
    unreadable: "Le modèle de langage n’a pas donné de réponse lisible",
    "over-budget": "Le budget du jour pour le modèle de langage est épuisé",
  },
  because: (reason) => `${reason}.`,
  ownSentences: (reason) => `${reason} : ce que vous lisez, ce sont les phrases mêmes des articles.`,
  notProved:
    "La réponse du modèle de langage n’a pas pu être prouvée par les articles : ce que vous lisez, ce sont les phrases " +
    "mêmes des articles.",
  brokeOff: "Le modèle de langage s’est interrompu ici.",
  cutOff: "La réponse était trop longue et s’arrête ici.",
  stopped: "La réponse a été arrêtée ici.",
};
