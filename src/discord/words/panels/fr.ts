import { fr as commands } from "../commands/fr.ts";
import type { PanelWords } from "./panel-words.ts";

const { about, ask, privacy, settings } = commands;

const answers = (count: number): string => `${count} ${count < 2 ? "réponse" : "réponses"}`;

/** {@link PanelWords} in French. */
export const fr: PanelWords = {
  feedback: {
    goodButton: "Utile",
    badButton: "Pas utile",
    good: "Merci. Votre pouce levé est noté.",
    bad: "Merci. Votre pouce baissé est noté ; le responsable lira pourquoi.",
    modal: {
      title: "Qu’est-ce qui n’allait pas ?",
      label: "Votre raison",
      description: "Si vous le voulez. Le responsable la lit avec la question et la réponse.",
    },
  },
  places: {
    askElsewhere: (channels) => `Sur ce serveur, je réponds aux questions dans ${channels}.`,
    continueButton: "Continuer dans un fil",
    opened: (person) =>
      `Ce fil part de la réponse ci-dessus, donnée à ${person}. Tout le monde peut participer : mentionnez-moi avec votre ` +
      "question, ou appuyez sur « Poursuivre ». Discord ne me montre pas d’autres mots ici.",
    isOpen: (thread) => `La suite est dans ${thread}.`,
    isClosed: (thread) => `Son fil ${thread} est fermé. Qui gère les fils ici peut le rouvrir.`,
    notHere: "Un fil ne peut partir que d’une réponse visible de tous, dans un salon textuel d’un serveur.",
    mayNotOpen:
      "Je ne peux pas ouvrir de fil ici. Il y faut les permissions « Créer des fils publics » et « Envoyer des messages " +
      "dans les fils ».",
  },
  messages: {
    about: "Demander à Footnote",
    similar: "Trouver des articles proches",
    noText: "Ce message n’a pas de texte que je puisse lire.",
  },
  cut: "Le reste ne tient pas ici : Discord n’accorde que quelques messages à une app qui n’est pas sur le serveur.",
  settings: {
    heading: "Paramètres de ce serveur",
    channels: "Où je réponds aux mentions. Les commandes marchent partout où elles sont permises.",
    channelsPlaceholder: "Tous les salons",
    someGone: "Certains des salons choisis n’existent plus : ils ne comptent plus.",
    allGone: "Aucun des salons choisis n’existe plus : je réponds aux mentions dans tous les salons.",
    isPrivate: (isOn) => `Privé par défaut : ${isOn ? "oui" : "non"}`,
    usesThreads: (isOn) => `Réponses dans des fils : ${isOn ? "oui" : "non"}`,
    explain:
      `**Privé par défaut** : /${ask.name} ne montre sa réponse qu’à qui la demande, sauf indication contraire. **Réponses dans ` +
      "des fils** : une mention ouvre un fil et y reçoit sa réponse.",
    limits: "Réponses par heure, pour une personne et pour tout le serveur.",
    perPerson: (limit) => (limit === 0 ? "Une personne : sans limite" : `Une personne : ${answers(limit)} par heure`),
    perServer: (limit) => (limit === 0 ? "Le serveur : sans limite" : `Le serveur : ${answers(limit)} par heure`),
    saved: "Enregistré.",
    mayNot: "Seules les personnes qui peuvent gérer ce serveur peuvent changer ses paramètres.",
    onlyInServers: "Les paramètres sont ceux d’un serveur où je suis. Il n’y en a pas ici.",
  },
  privacy: {
    heading: "Confidentialité",
    kept: "Ce qui est conservé : vos questions et mes réponses, la conversation dont elles font partie, vos avis, et vos identifiants, ceux du salon et du serveur.",
    days: (days) =>
      days === 0
        ? "Combien de temps : jusqu’à un redémarrage, un jour au plus. Seul le fait que vous avez posé une question, et quand, est gardé deux jours, pour les limites."
        : `Combien de temps : ${days} ${days < 2 ? "jour" : "jours"} ; puis tout est supprimé.`,
    modelAnswers: (days) =>
      `Pour limiter les coûts, le texte des réponses du modèle est aussi conservé jusqu’à ${days} ${days < 2 ? "jour" : "jours"}, sans nom ni question : « Oubliez-moi » ne le trouve pas.`,
    model: (host) => `Où vont les questions : au modèle de langage chez ${host}, avec des phrases des articles.`,
    noModel:
      "Où vont les questions : nulle part. Aucun modèle de langage ne participe, et rien ne sort d’ici que les réponses.",
    forgetButton: "Oubliez-moi",
    ask: "Cela supprime vos questions, leurs réponses, vos conversations et vos avis, sans retour possible. Les messages restent dans Discord jusqu’à ce que vous les supprimiez.",
    confirmButton: "Oui, oubliez-moi",
    forgotten: (count) =>
      count === 0
        ? "C’est fait. Rien de vous n’était conservé."
        : `C’est fait. ${answers(count)} et tout ce qui s’y rattache : supprimé.`,
  },
  about: {
    heading: "À propos de Footnote",
    papers: (papers) => `Nombre d’articles : ${papers}`,
    newest: (title, day) => `Article le plus récent : ${title} (${day})`,
    indexed: (day) => `Index du : ${day}`,
    embedding: (model) => `Modèle de plongement : ${model}`,
    ownEmbedding: "Modèle de plongement : ajusté sur ces articles",
    chat: (model) => `Modèle de langage : ${model}`,
    noChat: "Modèle de langage : aucun ; les réponses sont des phrases des articles",
  },
  help: {
    more: [
      `- \`/${privacy.name}\` dit ce qui est conservé, et l’oublie si vous le voulez. \`/${about.name}\` dit ce que je connais. \`/${settings.name}\` est pour qui gère le serveur.`,
      "- **Applications** dans le menu d’un message : **Demander à Footnote**, **Trouver des articles proches**.",
      "- **👍** et **👎** sous une réponse disent au responsable quoi améliorer. **Continuer dans un fil** poursuit avec tout le monde.",
    ].join("\n"),
  },
};
