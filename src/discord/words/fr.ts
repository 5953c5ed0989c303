import { fr as commands } from "./commands/fr.ts";
import { fr as panels } from "./panels/fr.ts";
import type { Words } from "./words.ts";

const { ask, compare, find, help, paper, privacy, related, summary } = commands;

/** {@link Words} in French; people are called “vous”, and spaces before high marks do not break. */
export const fr: Words = {
  locale: "fr",
  tag: "fr",
  commands,
  panels,
  quoted: (text) => `« ${text} »`,
  comma: ", ",
  untitled: "Sans titre",

  buttons: {
    sources: "Sources",
    followUp: "Poursuivre",
    stop: "Arrêter",
    summary: "Résumé",
    related: "Articles proches",
    previous: "Précédent",
    next: "Suivant",
    link: { code: "Code", "project page": "Page du projet", "search arXiv": "Chercher sur arXiv" },
  },
  placeholders: {
    open: "Ouvrir un article",
    openNearby: "Ouvrir un article proche",
    otherTitles: "Ce n’est pas lui ? Autres titres",
  },
  optionNotes: {
    citedAs: (number) => `cité comme [${number}]`,
    mayNotFit: "ne convient peut-être pas",
    seeAlso: "voir aussi",
  },
  choices: { topic: (topic) => `Sujet : ${topic}` },
  modals: {
    followUp: {
      title: "Poursuivre",
      label: "Votre question",
      description: "Elle part de cette réponse : « il » désigne ce dont on parlait.",
    },
  },

  headings: {
    summary: (of) => `Résumé : ${of}`,
    comparison: (of) => `Comparaison : ${of}`,
    sources: "Sources",
    papersOn: (query) => `Articles sur ${query}`,
    papersNear: (title) => `Articles proches de « ${title} »`,
  },
  from: { abstract: "d’après l’abstract", digest: "d’après notre synthèse" },
  origins: {
    abstract: "tiré de l’abstract : les mots des auteurs",
    digest: "tiré de notre synthèse : nos mots, pas ceux des auteurs",
  },
  links: {
    code: "code",
    "project page": "page du projet",
    "search arXiv": "chercher sur arXiv",
    none: "pas de lien",
  },
  smallPrint: {
    followUp: {
      reply: "Pour poursuivre, appuyez sur le bouton, mentionnez-moi ou répondez ici avec la mention activée.",
      mention: "Pour poursuivre, appuyez sur le bouton ou mentionnez-moi.",
      button: "Pour poursuivre, appuyez sur le bouton.",
      direct: "Pour poursuivre, écrivez simplement.",
    },
    model: (name) => `Modèle de langage : ${name} ; chaque phrase est vérifiée dans les articles.`,
    writing: "Rédaction en cours…",
    writingMore: "Rédaction en cours… La suite viendra à la fin.",
  },
  lists: {
    papers: (count) => `${count} ${count < 2 ? "article" : "articles"}`,
    bestMatches: (count) => (count < 2 ? `${count} meilleur résultat` : `${count} meilleurs résultats`),
    nearest: (count) => (count < 2 ? `${count} plus proche` : `les ${count} plus proches`),
    page: (number, of) => `Page ${number} sur ${of}`,
    fromDigest: "phrases de notre synthèse",
    undated: (count) => `${count} sans date connue ${count < 2 ? "écarté" : "écartés"}`,
    since: (day) => `depuis ${day}`,
    until: (day) => `jusqu’à ${day}`,
    withCode: "avec du code",
    none: (query) => `Aucun article ne correspond à ${query}.`,
    noneButUndated: (query, undated) =>
      `Aucun article ne correspond à ${query}. (${undated} sans date connue ${undated < 2 ? "écarté" : "écartés"}.)`,
    noneNear: "Aucun autre article n’est proche de celui-ci.",
  },
  card: {
    authors: (count) => `${count} ${count < 2 ? "auteur" : "auteurs"}`,
    onlyTitle: "De cet article, seul le titre est connu ici.",
    closest: (typed) => `Le titre le plus proche de « ${typed} ».`,
  },
  help: {
    about: (papers) =>
      `Je réponds aux questions sur ${papers < 2 ? "l’unique article" : `les ${papers} articles`} d’apprentissage ` +
      "automatique de cette collection. Chaque affirmation porte une note ; si rien ici ne répond, je le dis.",
    ways: [
      "- **Mentionnez-moi** avec une question, **répondez** à l’un de mes messages avec la mention activée, ou " +
        "**écrivez-moi** directement.",
      `- \`/${ask.name}\` répond à une question ; avec \`${ask.options.private.name}\`, vous seul voyez la réponse.`,
      `- \`/${find.name}\` liste des articles, par date ou seulement avec du code si vous le souhaitez.`,
      `- \`/${paper.name}\` affiche ce que l’on sait d’un article ; un titre approximatif suffit.`,
      `- \`/${summary.name}\` résume un article, ou ce que la collection dit d’un sujet : en une phrase, un paragraphe ou ` +
        "des mots simples.",
      `- \`/${compare.name}\` met de deux à quatre articles côte à côte.`,
      `- \`/${related.name}\` liste les articles les plus proches d’un article.`,
    ].join("\n"),
    buttons:
      "**Sources** sous une réponse montre la phrase derrière chaque note, et si elle vient de l’abstract des auteurs ou " +
      "de notre synthèse. **Poursuivre** repart de cette réponse. **Arrêter** met fin à une réponse en cours de " +
      "rédaction ; ce qui est prouvé à ce moment-là reste.",
    memory:
      "Pour comprendre la suite d’une conversation, je retiens vos cinq dernières questions dans un salon et mes réponses. " +
      `\`/${privacy.name}\` dit pendant combien de temps, et les efface.`,
  },
  waiting: { place: (place) => `Votre question est numéro ${place} dans la file. La réponse viendra ici.` },
  hints: {
    mention:
      "Interrogez-moi sur des articles d’apprentissage automatique : mentionnez-moi avec votre question, ou utilisez " +
      `/${ask.name}. /${help.name} en dit plus.`,
    direct:
      "Interrogez-moi sur des articles d’apprentissage automatique : écrivez simplement votre question. " +
      `/${help.name} en dit plus.`,
    reply:
      "Discord ne me montre aucun mot dans cette réponse. Appuyez sur « Poursuivre » sous la réponse, ou mentionnez-moi " +
      "avec votre question.",
  },
  refusals: {
    unknownCommand: `Je ne connais plus cette commande. /${help.name} montre celles que je connais.`,
    unknownControl: `Je ne sais plus à quoi cela servait. /${help.name} montre ce que je sais faire.`,
    chooseFromMenu: "Choisissez un article dans le menu.",
    forgottenAnswer: `Je ne me souviens plus de cette réponse. Reposez la question avec /${ask.name}, en nommant de nouveau l’article ou le sujet.`,
    forgottenSources:
      "Je ne me souviens plus des phrases derrière cette réponse. Reposez la question, et je les montrerai.",
    forgottenList: "Je ne me souviens plus de cette liste. Relancez la commande pour en tourner les pages.",
    paperGone: "Cet article n’est plus dans la collection.",
    noSuchTitle: (typed) => `Aucun titre de cette collection ne ressemble à « ${typed} ».`,
    noDay: (option) => `« ${option} » attend un jour, un mois ou une année, comme 2024-05-13, 2024-05 ou 2024.`,
    daysSwapped: (since, until) =>
      `« ${find.options.since.name} » (${since}) vient après « ${find.options.until.name} » (${until}) : aucun article ne ` +
      "peut être les deux.",
    busy: "Je suis encore sur vos dernières questions ici. Reposez la vôtre quand elles auront leur réponse.",
    queueFull: "Trop de questions attendent en ce moment. Reposez la vôtre dans une minute.",
    privateToOther: "Cette réponse est réservée à la personne qui l’a demandée.",
    interrupted: "J’ai été interrompu. Reposez votre question.",
    notServed: "Je ne réponds pas aux questions sur ce serveur.",
    limited: {
      "person-hour": (wait) =>
        `Vous avez eu vos réponses de cette heure sur ce serveur. La suivante sera possible dans ${wait}.`,
      "server-hour": (wait) => `Ce serveur a eu ses réponses de cette heure. La suivante sera possible dans ${wait}.`,
      "person-day": (wait) => `Vous avez eu vos réponses du jour. La suivante sera possible dans ${wait}.`,
      "everybody-day": (wait) => `J’ai donné toutes mes réponses du jour. La suivante sera possible dans ${wait}.`,
    },
    tookTooLong: "C’était trop long, et je me suis arrêté. Réessayez, peut-être avec une question plus simple.",
    restarting: "Je redémarre et n’ai pas pu terminer. Reposez la question dans une minute.",
    stopped: "Arrêté.",
    stopNotTheirs: "Seule la personne qui a posé la question peut arrêter cette réponse.",
    stopTooLate: "Cette réponse n’est plus en cours de rédaction.",
    failed:
      "Cela n’a pas fonctionné : quelque chose dont j’ai besoin n’est pas disponible en ce moment. La personne qui m’héberge " +
      "en trouvera la raison dans le journal. Réessayez dans quelques minutes.",
    unexpected: (id) =>
      `Quelque chose s’est mal passé, ce qui n’aurait pas dû arriver. Si cela se répète, signalez-le avec le numéro ${id}.`,
  },
};
