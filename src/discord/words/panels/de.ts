import { de as commands } from "../commands/de.ts";
import type { PanelWords } from "./panel-words.ts";

const { about, ask, privacy, settings } = commands;

const answers = (count: number): string => (count === 1 ? "1 Antwort" : `${count} Antworten`);

/** {@link PanelWords} in German. */
export const de: PanelWords = {
  feedback: {
    goodButton: "Hilfreich",
    badButton: "Nicht hilfreich",
    good: "Danke. Dein Daumen hoch ist vermerkt.",
    bad: "Danke. Dein Daumen runter ist vermerkt; der Betreiber liest, warum.",
    modal: {
      title: "Was war falsch?",
      label: "Dein Grund",
      description: "Wenn du magst. Der Betreiber liest ihn zusammen mit Frage und Antwort.",
    },
  },
  places: {
    askElsewhere: (channels) => `Auf diesem Server beantworte ich Fragen in ${channels}.`,
    continueButton: "Im Thread weiter",
    opened: (person) =>
      `Dieser Thread knüpft an die Antwort darüber an, die ${person} bekam. Alle können mitmachen: Erwähne mich mit deiner ` +
      "Frage, oder drück „Nachfragen“. Andere Wörter zeigt mir Discord hier nicht.",
    isOpen: (thread) => `Weiter geht es in ${thread}.`,
    isClosed: (thread) =>
      `Der Thread dazu, ${thread}, ist geschlossen. Wer hier Threads verwaltet, kann ihn wieder öffnen.`,
    notHere: "Ein Thread kann nur mit einer Antwort beginnen, die alle sehen, in einem Textkanal eines Servers.",
    mayNotOpen:
      "Ich darf hier keinen Thread öffnen. Dazu brauche ich die Rechte „Öffentliche Threads erstellen“ und „Nachrichten in " +
      "Threads senden“.",
  },
  messages: {
    about: "Footnote dazu fragen",
    similar: "Ähnliche Paper suchen",
    noText: "Diese Nachricht hat keinen Text, den ich lesen könnte.",
  },
  cut: "Der Rest passt hier nicht: Einer App, die nicht auf dem Server ist, erlaubt Discord nur wenige Nachrichten.",
  settings: {
    heading: "Einstellungen dieses Servers",
    channels: "Wo ich Erwähnungen beantworte. Befehle gehen überall, wo sie erlaubt sind.",
    channelsPlaceholder: "Alle Kanäle",
    someGone: "Einige der gewählten Kanäle sind gelöscht: Sie zählen nicht mehr.",
    allGone: "Alle gewählten Kanäle sind gelöscht: Ich beantworte Erwähnungen in jedem Kanal.",
    isPrivate: (isOn) => `Von sich aus privat: ${isOn ? "an" : "aus"}`,
    usesThreads: (isOn) => `Antworten in Threads: ${isOn ? "an" : "aus"}`,
    explain:
      `**Von sich aus privat**: /${ask.name} zeigt die Antwort nur, wer gefragt hat, wenn nichts anderes gesagt wird. **Antworten ` +
      "in Threads**: Eine Erwähnung öffnet einen Thread und wird darin beantwortet.",
    limits: "Antworten in einer Stunde, für eine Person und für den ganzen Server.",
    perPerson: (limit) => (limit === 0 ? "Eine Person: ohne Grenze" : `Eine Person: ${answers(limit)} in der Stunde`),
    perServer: (limit) => (limit === 0 ? "Der Server: ohne Grenze" : `Der Server: ${answers(limit)} in der Stunde`),
    saved: "Gespeichert.",
    mayNot: "Nur wer diesen Server verwalten darf, kann seine Einstellungen ändern.",
    onlyInServers: "Einstellungen gehören zu einem Server, auf dem ich bin. Hier ist keiner.",
  },
  privacy: {
    heading: "Datenschutz",
    kept: "Was aufgehoben wird: deine Fragen und meine Antworten, das Gespräch, zu dem sie gehören, dein Urteil darüber und die Kennungen von dir, dem Kanal und dem Server.",
    days: (days) =>
      days === 0
        ? "Wie lange: bis zu einem Neustart, höchstens einen Tag. Nur dass du etwas gefragt hast, und wann, bleibt zwei Tage, für die Grenzen."
        : `Wie lange: ${days === 1 ? "1 Tag" : `${days} Tage`}; dann wird es gelöscht.`,
    modelAnswers: (days) =>
      `Um Kosten zu sparen, wird der Wortlaut von Modellantworten außerdem bis zu ${days === 1 ? "1 Tag" : `${days} Tage`} lang aufgehoben, ohne Name und Frage: „Vergiss mich“ findet ihn nicht.`,
    model: (host) => `Wohin Fragen gehen: an das Sprachmodell bei ${host}, zusammen mit Sätzen aus den Papern.`,
    noModel:
      "Wohin Fragen gehen: nirgendwohin. Kein Sprachmodell ist beteiligt, und nichts außer den Antworten geht hinaus.",
    forgetButton: "Vergiss mich",
    ask: "Das löscht deine Fragen, ihre Antworten, deine Gespräche und deine Urteile. Es lässt sich nicht rückgängig machen. Nachrichten in Discord bleiben, bis du sie löschst.",
    confirmButton: "Ja, vergiss mich",
    forgotten: (count) =>
      count === 0
        ? "Erledigt. Von dir war nichts da."
        : `Erledigt. ${answers(count)} und alles, was dazugehört, ${count === 1 ? "ist" : "sind"} gelöscht.`,
  },
  about: {
    heading: "Über Footnote",
    papers: (papers) => `Anzahl der Paper: ${papers}`,
    newest: (title, day) => `Neuestes Paper: ${title} (${day})`,
    indexed: (day) => `Index vom: ${day}`,
    embedding: (model) => `Einbettungsmodell: ${model}`,
    ownEmbedding: "Einbettungsmodell: auf diese Paper angepasst",
    chat: (model) => `Sprachmodell: ${model}`,
    noChat: "Sprachmodell: keines; Antworten sind Sätze aus den Papern",
  },
  help: {
    more: [
      `- \`/${privacy.name}\` sagt, was aufgehoben wird, und vergisst es auf Wunsch. \`/${about.name}\` sagt, was ich kenne. \`/${settings.name}\` ist für die, die den Server verwalten.`,
      "- **Apps** im Menü einer Nachricht: **Footnote dazu fragen**, **Ähnliche Paper suchen**.",
      "- **👍** und **👎** unter einer Antwort sagen dem Betreiber, was zu verbessern ist. **Im Thread weiter** geht es mit allen.",
    ].join("\n"),
  },
};
