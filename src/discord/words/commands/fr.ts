import type { CommandWords } from "./command-words.ts";

const DAY = "2024, 2024-05 ou 2024-05-13";
const TITLE = "Son titre, ou ce dont vous vous souvenez";

/** {@link CommandWords} in French. */
export const fr = {
  ask: {
    name: "demander",
    description: "Interroger les articles d’apprentissage automatique ; chaque affirmation a sa note",
    options: {
      question: { name: "question", description: "Votre question, dans vos propres mots" },
      private: { name: "privé", description: "Vous seul voyez la réponse" },
    },
  },
  find: {
    name: "chercher",
    description: "Lister les articles qui correspondent le mieux à une recherche",
    options: {
      query: { name: "recherche", description: "Ce dont parlent les articles" },
      since: { name: "depuis", description: `Seulement les articles de ce jour ou d’après : ${DAY}` },
      until: { name: "jusque", description: `Seulement les articles de ce jour ou d’avant : ${DAY}` },
      hasCode: { name: "avec-code", description: "Seulement les articles qui renvoient à du code" },
    },
  },
  paper: {
    name: "article",
    description: "Afficher ce que l’on sait d’un article",
    options: { title: { name: "titre", description: TITLE } },
  },
  summary: {
    name: "résumer",
    description: "Résumer un article, ou ce que la collection dit d’un sujet",
    options: {
      target: { name: "cible", description: "Le titre d’un article, ou un sujet" },
      length: { name: "longueur", description: "La longueur ; un paragraphe sauf indication contraire" },
    },
    choices: { short: "Une phrase", standard: "Un paragraphe", plain: "En mots simples" },
  },
  compare: {
    name: "comparer",
    description: "Mettre de deux à quatre articles côte à côte : problème, méthode, résultat, chiffres",
    options: {
      first: { name: "premier", description: TITLE },
      second: { name: "deuxième", description: TITLE },
      third: { name: "troisième", description: TITLE },
      fourth: { name: "quatrième", description: TITLE },
    },
  },
  related: {
    name: "proches",
    description: "Lister les articles les plus proches d’un article",
    options: { title: { name: "titre", description: TITLE } },
  },
  settings: { name: "paramètres", description: "Paramètres de ce serveur : salons, confidentialité, fils, limites" },
  privacy: { name: "confidentialité", description: "Ce qui est conservé de vous, et comment être oublié" },
  about: { name: "à-propos", description: "Ce que Footnote connaît, et depuis quand" },
  help: { name: "aide", description: "Ce que Footnote sait faire" },
} satisfies CommandWords;
