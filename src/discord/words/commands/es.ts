import type { CommandWords } from "./command-words.ts";

const DAY = "2024, 2024-05 o 2024-05-13";
const TITLE = "Su título, o lo que recuerdes de él";

/** {@link CommandWords} in Spanish. */
export const es = {
  ask: {
    name: "preguntar",
    description: "Pregunta por artículos de aprendizaje automático; cada afirmación lleva su nota al pie",
    options: {
      question: { name: "pregunta", description: "Tu pregunta, con tus propias palabras" },
      private: { name: "privado", description: "Solo tú ves la respuesta" },
    },
  },
  find: {
    name: "buscar",
    description: "Lista los artículos que mejor encajan con una consulta",
    options: {
      query: { name: "consulta", description: "De qué tratan los artículos" },
      since: { name: "desde", description: `Solo artículos de ese día o posteriores: ${DAY}` },
      until: { name: "hasta", description: `Solo artículos de ese día o anteriores: ${DAY}` },
      hasCode: { name: "con-código", description: "Solo artículos que enlazan a código" },
    },
  },
  paper: {
    name: "artículo",
    description: "Muestra lo que se sabe de un artículo",
    options: { title: { name: "título", description: TITLE } },
  },
  summary: {
    name: "resumir",
    description: "Resume un artículo, o lo que dice la colección sobre un tema",
    options: {
      target: { name: "qué", description: "El título de un artículo, o un tema" },
      length: { name: "extensión", description: "Cuánto; un párrafo si no indicas otra cosa" },
    },
    choices: { short: "Una frase", standard: "Un párrafo", plain: "Con palabras sencillas" },
  },
  compare: {
    name: "comparar",
    description: "Pon de dos a cuatro artículos lado a lado: problema, método, resultado, cifras",
    options: {
      first: { name: "primero", description: TITLE },
      second: { name: "segundo", description: TITLE },
      third: { name: "tercero", description: TITLE },
      fourth: { name: "cuarto", description: TITLE },
    },
  },
  related: {
    name: "relacionados",
    description: "Lista los artículos más cercanos a un artículo",
    options: { title: { name: "título", description: TITLE } },
  },
  settings: { name: "ajustes", description: "Ajustes de este servidor: canales, privacidad, hilos, límites" },
  privacy: { name: "privacidad", description: "Qué se guarda de ti, y cómo ser olvidado" },
  about: { name: "acerca-de", description: "Qué conoce Footnote, y desde cuándo" },
  help: { name: "ayuda", description: "Lo que Footnote sabe hacer" },
} satisfies CommandWords;
