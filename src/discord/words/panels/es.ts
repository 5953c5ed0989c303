import { es as commands } from "../commands/es.ts";
import type { PanelWords } from "./panel-words.ts";

const { about, ask, privacy, settings } = commands;

const answers = (count: number): string => `${count} ${count === 1 ? "respuesta" : "respuestas"}`;

/** {@link PanelWords} in Spanish. */
export const es: PanelWords = {
  feedback: {
    goodButton: "Útil",
    badButton: "No es útil",
    good: "Gracias. Tu pulgar arriba queda anotado.",
    bad: "Gracias. Tu pulgar abajo queda anotado; el responsable leerá por qué.",
    modal: {
      title: "¿Qué estaba mal?",
      label: "Tu motivo",
      description: "Si quieres. El responsable lo lee junto con la pregunta y la respuesta.",
    },
  },
  places: {
    askElsewhere: (channels) => `En este servidor respondo preguntas en ${channels}.`,
    continueButton: "Continuar en un hilo",
    opened: (person) =>
      `Este hilo parte de la respuesta de arriba, que recibió ${person}. Cualquiera puede participar: mencióname con tu ` +
      "pregunta, o pulsa «Seguir preguntando». Discord no me muestra otras palabras aquí.",
    isOpen: (thread) => `Continúa en ${thread}.`,
    isClosed: (thread) => `Su hilo ${thread} está cerrado. Quien gestione los hilos aquí puede volver a abrirlo.`,
    notHere: "Un hilo solo puede empezar con una respuesta que todos vean, en un canal de texto de un servidor.",
    mayNotOpen:
      "No puedo abrir un hilo aquí. Hacen falta los permisos «Crear hilos públicos» y «Enviar mensajes en hilos».",
  },
  messages: {
    about: "Preguntar a Footnote",
    similar: "Buscar artículos parecidos",
    noText: "Este mensaje no tiene texto que yo pueda leer.",
  },
  cut: "El resto no cabe aquí: Discord permite pocos mensajes a una app que no está en el servidor.",
  settings: {
    heading: "Ajustes de este servidor",
    channels: "Dónde respondo a las menciones. Los comandos funcionan donde estén permitidos.",
    channelsPlaceholder: "Todos los canales",
    someGone: "Algunos de los canales elegidos ya no existen: no cuentan.",
    allGone: "Ninguno de los canales elegidos existe ya: respondo a las menciones en todos los canales.",
    isPrivate: (isOn) => `Privado por defecto: ${isOn ? "sí" : "no"}`,
    usesThreads: (isOn) => `Respuestas en hilos: ${isOn ? "sí" : "no"}`,
    explain:
      `**Privado por defecto**: /${ask.name} muestra su respuesta solo a quien pregunta, si no se dice otra cosa. **Respuestas ` +
      "en hilos**: una mención abre un hilo y recibe en él su respuesta.",
    limits: "Respuestas por hora, para una persona y para todo el servidor.",
    perPerson: (limit) => (limit === 0 ? "Una persona: sin límite" : `Una persona: ${answers(limit)} por hora`),
    perServer: (limit) => (limit === 0 ? "El servidor: sin límite" : `El servidor: ${answers(limit)} por hora`),
    saved: "Guardado.",
    mayNot: "Solo quien puede gestionar este servidor puede cambiar sus ajustes.",
    onlyInServers: "Los ajustes son de un servidor en el que estoy. Aquí no hay ninguno.",
  },
  privacy: {
    heading: "Privacidad",
    kept: "Qué se guarda: tus preguntas y mis respuestas, la conversación a la que pertenecen, tus valoraciones, y los identificadores tuyo, del canal y del servidor.",
    days: (days) =>
      days === 0
        ? "Cuánto tiempo: hasta un reinicio, un día como mucho. Solo que preguntaste algo, y cuándo, se guarda dos días, por los límites."
        : `Cuánto tiempo: ${days} ${days === 1 ? "día" : "días"}; después se borra.`,
    modelAnswers: (days) =>
      `Para ahorrar costes, el texto de las respuestas del modelo se guarda además hasta ${days} ${days === 1 ? "día" : "días"}, sin nombre ni pregunta: «Olvídame» no lo encuentra.`,
    model: (host) => `Adónde van las preguntas: al modelo de lenguaje en ${host}, junto con frases de los artículos.`,
    noModel:
      "Adónde van las preguntas: a ninguna parte. No participa ningún modelo de lenguaje, y de aquí solo salen las respuestas.",
    forgetButton: "Olvídame",
    ask: "Esto borra tus preguntas, sus respuestas, tus conversaciones y tus valoraciones. No se puede deshacer. Los mensajes siguen en Discord hasta que los borres.",
    confirmButton: "Sí, olvídame",
    forgotten: (count) =>
      count === 0
        ? "Hecho. No se guardaba nada tuyo."
        : `Hecho. ${answers(count)} y todo lo que les pertenece: borrado.`,
  },
  about: {
    heading: "Acerca de Footnote",
    papers: (papers) => `Número de artículos: ${papers}`,
    newest: (title, day) => `Artículo más reciente: ${title} (${day})`,
    indexed: (day) => `Índice del: ${day}`,
    embedding: (model) => `Modelo de embeddings: ${model}`,
    ownEmbedding: "Modelo de embeddings: ajustado a estos artículos",
    chat: (model) => `Modelo de lenguaje: ${model}`,
    noChat: "Modelo de lenguaje: ninguno; las respuestas son frases de los artículos",
  },
  help: {
    more: [
      `- \`/${privacy.name}\` dice qué se guarda, y lo olvida si quieres. \`/${about.name}\` dice lo que conozco. \`/${settings.name}\` es para quien gestiona el servidor.`,
      "- **Aplicaciones** en el menú de un mensaje: **Preguntar a Footnote**, **Buscar artículos parecidos**.",
      "- **👍** y **👎** bajo una respuesta dicen al responsable qué mejorar. **Continuar en un hilo** sigue con todos.",
    ].join("\n"),
  },
};
