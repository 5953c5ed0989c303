import { es as commands } from "./commands/es.ts";
import { es as panels } from "./panels/es.ts";
import type { Words } from "./words.ts";

const { ask, compare, find, help, paper, privacy, related, summary } = commands;

/** {@link Words} in Spanish; people are called “tú”. */
export const es: Words = {
  locale: "es",
  tag: "es",
  commands,
  panels,
  quoted: (text) => `«${text}»`,
  comma: ", ",
  untitled: "Sin título",

  buttons: {
    sources: "Fuentes",
    followUp: "Seguir preguntando",
    stop: "Detener",
    summary: "Resumen",
    related: "Artículos relacionados",
    previous: "Anterior",
    next: "Siguiente",
    link: { code: "Código", "project page": "Página del proyecto", "search arXiv": "Buscar en arXiv" },
  },
  placeholders: {
    open: "Abrir un artículo",
    openNearby: "Abrir un artículo cercano",
    otherTitles: "¿No es este? Otros títulos",
  },
  optionNotes: {
    citedAs: (number) => `citado como [${number}]`,
    mayNotFit: "quizá no sirva",
    seeAlso: "véase también",
  },
  choices: { topic: (topic) => `Tema: ${topic}` },
  modals: {
    followUp: {
      title: "Seguir preguntando",
      label: "Tu pregunta",
      description: "Parte de esta respuesta: «eso» es aquello de lo que se hablaba.",
    },
  },

  headings: {
    summary: (of) => `Resumen: ${of}`,
    comparison: (of) => `Comparación: ${of}`,
    sources: "Fuentes",
    papersOn: (query) => `Artículos sobre ${query}`,
    papersNear: (title) => `Artículos cercanos a «${title}»`,
  },
  from: { abstract: "del abstract", digest: "de nuestra síntesis" },
  origins: {
    abstract: "del abstract: palabras de los autores",
    digest: "de nuestra síntesis: palabras nuestras, no de los autores",
  },
  links: {
    code: "código",
    "project page": "página del proyecto",
    "search arXiv": "buscar en arXiv",
    none: "sin enlace",
  },
  smallPrint: {
    followUp: {
      reply: "Para seguir, pulsa el botón, mencióname o responde aquí con la mención activada.",
      mention: "Para seguir, pulsa el botón o mencióname.",
      button: "Para seguir, pulsa el botón.",
      direct: "Para seguir, solo escribe.",
    },
    model: (name) => `Modelo de lenguaje: ${name}; cada frase se comprueba con los artículos.`,
    writing: "Sigo escribiendo…",
    writingMore: "Sigo escribiendo… El resto llegará al terminar.",
  },
  lists: {
    papers: (count) => `${count} ${count === 1 ? "artículo" : "artículos"}`,
    bestMatches: (count) => (count === 1 ? "1 mejor resultado" : `${count} mejores resultados`),
    nearest: (count) => (count === 1 ? "1 más cercano" : `los ${count} más cercanos`),
    page: (number, of) => `Página ${number} de ${of}`,
    fromDigest: "frases de nuestra síntesis",
    undated: (count) => `${count} sin fecha conocida ${count === 1 ? "descartado" : "descartados"}`,
    since: (day) => `desde ${day}`,
    until: (day) => `hasta ${day}`,
    withCode: "con código",
    none: (query) => `Ningún artículo encaja con ${query}.`,
    noneButUndated: (query, undated) =>
      `Ningún artículo encaja con ${query}. (${undated} sin fecha conocida ` +
      `${undated === 1 ? "descartado" : "descartados"}.)`,
    noneNear: "No hay ningún otro artículo cerca de este.",
  },
  card: {
    authors: (count) => `${count} ${count === 1 ? "autor" : "autores"}`,
    onlyTitle: "De este artículo aquí solo se conoce el título.",
    closest: (typed) => `El título más cercano a «${typed}».`,
  },
  help: {
    about: (papers) =>
      `Respondo preguntas sobre ${papers === 1 ? "el único artículo" : `los ${papers} artículos`} de aprendizaje ` +
      "automático de esta colección. Cada afirmación lleva una nota al pie; si aquí nada responde, lo digo.",
    ways: [
      "- **Mencióname** con una pregunta, **responde** a uno de mis mensajes con la mención activada, o **escríbeme** " +
        "directamente.",
      `- \`/${ask.name}\` responde una pregunta; con \`${ask.options.private.name}\`, solo tú ves la respuesta.`,
      `- \`/${find.name}\` lista artículos, por fecha o solo con código si quieres.`,
      `- \`/${paper.name}\` muestra lo que se sabe de un artículo; basta un título recordado a medias.`,
      `- \`/${summary.name}\` resume un artículo, o lo que dice la colección sobre un tema: en una frase, un párrafo o con ` +
        "palabras sencillas.",
      `- \`/${compare.name}\` pone de dos a cuatro artículos lado a lado.`,
      `- \`/${related.name}\` lista los artículos más cercanos a un artículo.`,
    ].join("\n"),
    buttons:
      "**Fuentes** bajo una respuesta muestra la frase que hay detrás de cada nota, y si es del abstract de los autores o " +
      "de nuestra síntesis. **Seguir preguntando** parte de esa respuesta. **Detener** termina una respuesta que aún se " +
      "escribe; lo probado hasta entonces se queda.",
    memory:
      "Para entender lo que preguntas después, recuerdo tus últimas cinco preguntas en un canal y mis respuestas. " +
      `\`/${privacy.name}\` dice durante cuánto tiempo, y las olvida.`,
  },
  waiting: { place: (place) => `Tu pregunta es la número ${place} de la cola. La respuesta llegará aquí.` },
  hints: {
    mention:
      "Pregúntame por artículos de aprendizaje automático: mencióname junto con tu pregunta, o usa " +
      `/${ask.name}. /${help.name} explica más.`,
    direct: `Pregúntame por artículos de aprendizaje automático: solo escribe tu pregunta. /${help.name} explica más.`,
    reply:
      "Discord no me muestra ninguna palabra en esa respuesta. Pulsa «Seguir preguntando» bajo la respuesta, o mencióname " +
      "junto con tu pregunta.",
  },
  refusals: {
    unknownCommand: `Ya no conozco este comando. /${help.name} muestra los que conozco.`,
    unknownControl: `Ya no sé para qué era esto. /${help.name} muestra lo que sé hacer.`,
    chooseFromMenu: "Elige un artículo del menú.",
    forgottenAnswer: `Ya no recuerdo esta respuesta. Pregunta de nuevo con /${ask.name}, y vuelve a nombrar el artículo o el tema.`,
    forgottenSources: "Ya no recuerdo las frases que hay detrás de esta respuesta. Pregunta otra vez y las mostraré.",
    forgottenList: "Ya no recuerdo esta lista. Repite el comando para pasar sus páginas.",
    paperGone: "Este artículo ya no está en la colección.",
    noSuchTitle: (typed) => `Ningún título de esta colección se parece a «${typed}».`,
    noDay: (option) => `«${option}» admite un día, un mes o un año, como 2024-05-13, 2024-05 o 2024.`,
    daysSwapped: (since, until) =>
      `«${find.options.since.name}» (${since}) es posterior a «${find.options.until.name}» (${until}): ningún artículo ` +
      "puede cumplir ambos.",
    busy: "Sigo con tus últimas preguntas aquí. Vuelve a preguntar cuando estén respondidas.",
    queueFull: "Ahora mismo esperan demasiadas preguntas. Vuelve a preguntar en un minuto.",
    privateToOther: "Esta respuesta es privada de quien la pidió.",
    interrupted: "Me interrumpieron. Vuelve a preguntar, por favor.",
    notServed: "No respondo preguntas en este servidor.",
    limited: {
      "person-hour": (wait) =>
        `Ya tuviste tus respuestas de esta hora en este servidor. La siguiente será posible en ${wait}.`,
      "server-hour": (wait) =>
        `Este servidor ya tuvo sus respuestas de esta hora. La siguiente será posible en ${wait}.`,
      "person-day": (wait) => `Ya tuviste tus respuestas de hoy. La siguiente será posible en ${wait}.`,
      "everybody-day": (wait) => `Ya di todas mis respuestas de hoy. La siguiente será posible en ${wait}.`,
    },
    tookTooLong: "Eso tardó demasiado y lo detuve. Inténtalo de nuevo, quizá con una pregunta más sencilla.",
    restarting: "Me están reiniciando y no pude terminar esto. Pregunta de nuevo en un minuto.",
    stopped: "Detenido.",
    stopNotTheirs: "Solo quien preguntó puede detener esta respuesta.",
    stopTooLate: "Esta respuesta ya no se está escribiendo.",
    failed:
      "Eso no funcionó: algo que necesito no está disponible ahora mismo. Quien me aloja puede leer el motivo en el registro. " +
      "Inténtalo de nuevo dentro de unos minutos.",
    unexpected: (id) => `Algo salió mal que no debía. Si vuelve a ocurrir, avisa con el número ${id}.`,
  },
};
