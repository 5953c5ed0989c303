import { de as commands } from "./commands/de.ts";
import { de as panels } from "./panels/de.ts";
import type { Words } from "./words.ts";

const { ask, compare, find, help, paper, privacy, related, summary } = commands;

/** {@link Words} in German; people are called “du”. */
export const de: Words = {
  locale: "de",
  tag: "de",
  commands,
  panels,
  quoted: (text) => `„${text}“`,
  comma: ", ",
  untitled: "Ohne Titel",

  buttons: {
    sources: "Quellen",
    followUp: "Nachfragen",
    stop: "Anhalten",
    summary: "Zusammenfassung",
    related: "Verwandte Paper",
    previous: "Zurück",
    next: "Weiter",
    link: { code: "Code", "project page": "Projektseite", "search arXiv": "Auf arXiv suchen" },
  },
  placeholders: {
    open: "Ein Paper öffnen",
    openNearby: "Ein naheliegendes Paper öffnen",
    otherTitles: "Nicht dieses? Andere Titel",
  },
  optionNotes: {
    citedAs: (number) => `zitiert als [${number}]`,
    mayNotFit: "passt vielleicht nicht",
    seeAlso: "siehe auch",
  },
  choices: { topic: (topic) => `Thema: ${topic}` },
  modals: {
    followUp: {
      title: "Nachfragen",
      label: "Deine Frage",
      description: "Sie knüpft an diese Antwort an: „es“ ist, wovon die Rede war.",
    },
  },

  headings: {
    summary: (of) => `Zusammenfassung: ${of}`,
    comparison: (of) => `Vergleich: ${of}`,
    sources: "Quellen",
    papersOn: (query) => `Paper zu ${query}`,
    papersNear: (title) => `Paper in der Nähe von „${title}“`,
  },
  from: { abstract: "aus dem Abstract", digest: "aus unserer Kurzfassung" },
  origins: {
    abstract: "aus dem Abstract: die Worte der Autoren",
    digest: "aus unserer Kurzfassung: unsere Worte, nicht die der Autoren",
  },
  links: { code: "Code", "project page": "Projektseite", "search arXiv": "auf arXiv suchen", none: "kein Link" },
  smallPrint: {
    followUp: {
      reply: "Zum Nachfragen drück den Knopf, erwähne mich oder antworte hierauf mit eingeschaltetem Ping.",
      mention: "Zum Nachfragen drück den Knopf oder erwähne mich.",
      button: "Zum Nachfragen drück den Knopf.",
      direct: "Zum Nachfragen schreib einfach.",
    },
    model: (name) => `Sprachmodell: ${name}; jeder Satz wird mit den Papern abgeglichen.`,
    writing: "Ich schreibe noch …",
    writingMore: "Ich schreibe noch … Mehr folgt, wenn ich fertig bin.",
  },
  lists: {
    papers: (count) => `${count} Paper`,
    bestMatches: (count) => (count === 1 ? "1 bester Treffer" : `${count} beste Treffer`),
    nearest: (count) => (count === 1 ? "1 nächstes" : `${count} nächste`),
    page: (number, of) => `Seite ${number} von ${of}`,
    fromDigest: "Sätze aus unserer Kurzfassung",
    undated: (count) => `${count} ohne bekanntes Datum ausgelassen`,
    since: (day) => `ab ${day}`,
    until: (day) => `bis ${day}`,
    withCode: "mit Code",
    none: (query) => `Kein Paper passt zu ${query}.`,
    noneButUndated: (query, undated) => `Kein Paper passt zu ${query}. (${undated} ohne bekanntes Datum ausgelassen.)`,
    noneNear: "Es gibt kein anderes Paper in der Nähe von diesem.",
  },
  card: {
    authors: (count) => (count === 1 ? "1 Autor" : `${count} Autoren`),
    onlyTitle: "Von diesem Paper ist hier nur der Titel bekannt.",
    closest: (typed) => `Der Titel, der „${typed}“ am nächsten kommt.`,
  },
  help: {
    about: (papers) =>
      `Ich beantworte Fragen zu ${papers === 1 ? "dem einen Paper" : `den ${papers} Papern`} zum maschinellen Lernen in ` +
      "dieser Sammlung. Jede Aussage trägt eine Fußnote; wenn hier nichts antwortet, sage ich das.",
    ways: [
      "- **Erwähne mich** mit einer Frage, **antworte** mit eingeschaltetem Ping auf eine meiner Nachrichten oder " +
        "**schreib mir** direkt.",
      `- \`/${ask.name}\` beantwortet eine Frage; mit \`${ask.options.private.name}\` siehst nur du die Antwort.`,
      `- \`/${find.name}\` listet Paper auf, auf Wunsch nach Datum oder nur mit Code.`,
      `- \`/${paper.name}\` zeigt, was über ein Paper bekannt ist; ein halb erinnerter Titel genügt.`,
      `- \`/${summary.name}\` fasst ein Paper zusammen, oder was die Sammlung über ein Thema sagt: in einem Satz, einem ` +
        "Absatz oder in einfachen Worten.",
      `- \`/${compare.name}\` stellt zwei bis vier Paper nebeneinander.`,
      `- \`/${related.name}\` listet die Paper auf, die einem Paper am nächsten sind.`,
    ].join("\n"),
    buttons:
      "**Quellen** unter einer Antwort zeigt den Satz hinter jeder Fußnote, und ob er aus dem Abstract der Autoren oder " +
      "aus unserer Kurzfassung davon stammt. **Nachfragen** knüpft an diese Antwort an. **Anhalten** beendet eine Antwort, " +
      "die noch geschrieben wird; was bis dahin belegt ist, bleibt.",
    memory:
      "Um Nachfragen zu verstehen, merke ich mir deine letzten fünf Fragen in einem Kanal und meine Antworten. " +
      `\`/${privacy.name}\` sagt, wie lange, und vergisst sie.`,
  },
  waiting: { place: (place) => `Deine Frage ist Nummer ${place} in der Reihe. Die Antwort kommt hierher.` },
  hints: {
    mention:
      "Frag mich nach Papern zum maschinellen Lernen: Erwähne mich zusammen mit deiner Frage, oder nimm " +
      `/${ask.name}. /${help.name} zeigt mehr.`,
    direct: `Frag mich nach Papern zum maschinellen Lernen: Schreib einfach deine Frage. /${help.name} zeigt mehr.`,
    reply:
      "Discord zeigt mir in dieser Antwort keine Wörter. Drück „Nachfragen“ unter der Antwort, oder erwähne mich " +
      "zusammen mit deiner Frage.",
  },
  refusals: {
    unknownCommand: `Diesen Befehl kenne ich nicht mehr. /${help.name} zeigt die, die ich kenne.`,
    unknownControl: `Ich weiß nicht mehr, wofür das war. /${help.name} zeigt, was ich kann.`,
    chooseFromMenu: "Wähl ein Paper aus dem Menü.",
    forgottenAnswer: `Ich erinnere mich nicht mehr an diese Antwort. Frag neu mit /${ask.name}, und nenn das Paper oder Thema noch einmal.`,
    forgottenSources:
      "Ich erinnere mich nicht mehr an die Sätze hinter dieser Antwort. Frag noch einmal, dann zeige ich sie.",
    forgottenList: "Ich erinnere mich nicht mehr an diese Liste. Gib den Befehl noch einmal, um in ihr zu blättern.",
    paperGone: "Dieses Paper ist nicht mehr in der Sammlung.",
    noSuchTitle: (typed) => `Kein Titel in dieser Sammlung ähnelt „${typed}“.`,
    noDay: (option) => `„${option}“ nimmt einen Tag, einen Monat oder ein Jahr, wie 2024-05-13, 2024-05 oder 2024.`,
    daysSwapped: (since, until) =>
      `„${find.options.since.name}“ (${since}) liegt nach „${find.options.until.name}“ (${until}): Beides zugleich kann ` +
      "kein Paper erfüllen.",
    busy: "Ich bin hier noch bei deinen letzten Fragen. Bitte frag wieder, wenn sie beantwortet sind.",
    queueFull: "Gerade warten zu viele Fragen. Bitte frag in einer Minute noch einmal.",
    privateToOther: "Diese Antwort ist nur für die Person, die gefragt hat.",
    interrupted: "Ich wurde unterbrochen. Bitte frag noch einmal.",
    notServed: "Auf diesem Server beantworte ich keine Fragen.",
    limited: {
      "person-hour": (wait) =>
        `Du hast deine Antworten für diese Stunde auf diesem Server gehabt. Die nächste gibt es in: ${wait}.`,
      "server-hour": (wait) =>
        `Dieser Server hat seine Antworten für diese Stunde gehabt. Die nächste gibt es in: ${wait}.`,
      "person-day": (wait) => `Du hast deine Antworten für heute gehabt. Die nächste gibt es in: ${wait}.`,
      "everybody-day": (wait) => `Ich habe alle meine Antworten für heute gegeben. Die nächste gibt es in: ${wait}.`,
    },
    tookTooLong:
      "Das hat zu lange gedauert, und ich habe abgebrochen. Versuch es bitte noch einmal, vielleicht einfacher.",
    restarting: "Ich werde gerade neu gestartet und konnte das nicht beenden. Bitte frag in einer Minute noch einmal.",
    stopped: "Angehalten.",
    stopNotTheirs: "Nur wer gefragt hat, kann diese Antwort anhalten.",
    stopTooLate: "An dieser Antwort wird nicht mehr geschrieben.",
    failed:
      "Das ging nicht: Etwas, das ich brauche, ist gerade nicht verfügbar. Wer mich betreibt, findet den Grund im Protokoll. " +
      "Bitte versuch es in ein paar Minuten noch einmal.",
    unexpected: (id) =>
      `Etwas ist schiefgegangen, das nicht sollte. Wenn es wieder vorkommt, melde es mit der Nummer ${id}.`,
  },
};
