import type { Phrases } from "./phrases.ts";

const refusal = (papers: number): string =>
  `Nada en esta colección de ${papers} ${papers === 1 ? "artículo" : "artículos"} responde a eso.`;

/** {@link Phrases} in Spanish; people are called “tú”. */
export const es: Phrases = {
  quoted: (text) => `«${text}»`,
  aside: (text) => ` (${text})`,
  separators: { titles: "; ", words: ", " },

  refusal,
  refusalNear: (papers, titles) => `${refusal(papers)} Los títulos más cercanos, que quizá no sirvan: ${titles}.`,
  notStated: {
    abstract: (title, asked, said) =>
      `El artículo que corresponde es «${title}». Su abstract no indica lo que preguntas${asked}. Lo que dice: ${said}`,
    digest: (title, asked, said) =>
      `El artículo que corresponde es «${title}». Nuestra síntesis (el abstract no está indexado) no indica lo que ` +
      `preguntas${asked}. Lo que dice: ${said}`,
  },
  onlyTitleFits: (title) => `El artículo que corresponde es «${title}», pero aquí solo se conoce su título.`,
  onlyTitleKnown: (title) => `De «${title}» aquí solo se conoce el título.`,

  tooLong: (length, limit) => `Ese texto tiene ${length} caracteres; pregunta con ${limit} como máximo.`,
  noWords: "Ahí no hay ninguna palabra. Pregunta por un artículo o un tema.",
  aboutUs: (papers) =>
    `Respondo preguntas sobre ${papers === 1 ? "el único artículo" : `los ${papers} artículos`} de esta colección, ` +
    "cada afirmación con su nota al pie. Pregunta por un artículo, un tema o una cifra.",

  statesNone: {
    abstract: "su abstract no dice nada al respecto.",
    digest: "nuestra síntesis no dice nada al respecto.",
  },
  figuresAbove: (heading) => `véase «${heading}» más arriba.`,
  howManyToCompare: (fewest, most) => `Nombra de ${fewest} a ${most} artículos para comparar.`,
  unknownTitle: (title) => `Ningún artículo de esta colección se llama «${title}».`,
  namedTwice: (title) => `«${title}» aparece dos veces: nombra artículos diferentes para comparar.`,

  noModel: {
    unreachable: "Ahora no se puede contactar con el modelo de lenguaje",
    slow: "El modelo de lenguaje tardó demasiado",
    busy: "El modelo de lenguaje tiene ahora demasiadas peticiones",
    unavailable: "El modelo de lenguaje no está disponible ahora",
    unreadable: "El modelo de lenguaje no dio una respuesta legible",
    "over-budget": "El presupuesto de hoy para el modelo de lenguaje está agotado",
  },
  because: (reason) => `${reason}.`,
  ownSentences: (reason) => `${reason}: lo que lees son las propias frases de los artículos.`,
  notProved:
    "La respuesta del modelo de lenguaje no se pudo probar con los artículos: lo que lees son las propias frases de los " +
    "artículos.",
  brokeOff: "El modelo de lenguaje se interrumpió aquí.",
  cutOff: "La respuesta era demasiado larga y termina aquí.",
  stopped: "La respuesta se detuvo aquí.",
};
