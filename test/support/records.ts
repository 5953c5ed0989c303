import type { Answer } from "../../src/domain/answer.ts";
import type { AnswerRecord, Feedback, PendingRecord, ServerSettings, Whereabouts } from "../../src/domain/records.ts";
import { PAPERS } from "./papers.ts";

const [kettle, bees] = PAPERS.slice(0, 2);
if (kettle === undefined || bees === undefined) throw new Error("There are no invented papers");

/** In a server's channel, for all to see. */
export const IN_SERVER: Whereabouts = { personId: "ann", channelId: "hall", serverId: "museum", isPrivate: false };

/** In direct messages. */
export const IN_PRIVATE: Whereabouts = { personId: "ann", channelId: "ann's", isPrivate: true };

/** An answer with everything that one may have. */
export const FULL_ANSWER: Answer = {
  outcome: "answered",
  kind: "topic",
  text: "It hears water boil, at 3 mW [1].",
  note: "Without the model, which failed.",
  citations: [
    {
      number: 1,
      paper: kettle,
      evidence: [{ sentence: "It draws 3 mW on a small chip.", source: "digest" }],
    },
  ],
  seeAlso: [bees],
  ranking: [
    { paper: kettle, score: 0.75, signals: { words: 12.5, vectors: -0.25 } },
    { paper: bees, score: 0.5, signals: {} },
  ],
  trace: {
    searched: "power of a boiling water detector",
    evidence: { answerable: 0.875 },
    stages: [{ name: "retrieve", ms: 3.5 }],
    model: {
      model: "parrot-2",
      requests: 1,
      promptTokens: 900,
      completionTokens: 40,
      isEstimated: true,
      cost: 0.0005,
      isCached: false,
      prompts: { answer: 3 },
      removed: [{ sentence: "It also brews tea.", reason: "support" }],
    },
  },
};

/** How long the records under test keep what people said. */
export const KEEP_DAYS = 30;

/** What a server's managers may have set, nothing of it by default. */
export const SETTINGS: ServerSettings = {
  channels: ["hall"],
  isPrivateByDefault: true,
  usesThreads: true,
  hourlyPerPerson: 5,
  hourlyPerServer: 50,
};

/** What Ann may think of an answer `a`. */
export const LIKED: Feedback = { answerId: "a", personId: "ann", isGood: true, reason: "" };

/** An answer to a question that begins a conversation, unless told more. */
export function makeAnswerRecord(
  question: string,
  more: Partial<AnswerRecord> = {},
  place: Whereabouts = IN_SERVER,
): AnswerRecord {
  return { ...place, question, answer: FULL_ANSWER, history: turnsOf(question), locale: "de", ...more };
}

/** Questions with their answers, as a conversation. */
export function turnsOf(...questions: readonly string[]): AnswerRecord["history"] {
  return questions.flatMap((question) => [
    { role: "user", text: question },
    { role: "assistant", text: `About ${question}` },
  ]);
}

/** An answer under way to a message, unless told more. */
export function makePending(
  id: string,
  since: number,
  more: Partial<PendingRecord> = {},
  place: Whereabouts = IN_SERVER,
): PendingRecord {
  const reach: PendingRecord["reach"] = { kind: "message", messageId: `question ${id}` };
  return { ...place, id, since, locale: "fr", reach, isWhole: false, ...more };
}
