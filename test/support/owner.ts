import type { Owner } from "../../src/discord/owner.ts";

/** An owner who limits nothing. */
export const OWNER: Owner = {
  servers: [],
  dailyAnswers: 0,
  dailyAnswersPerPerson: 0,
  answersAtOnce: 4,
  queue: 100,
  keepDays: 30,
  logsQuestions: false,
  about: () => ({ papers: 10, indexBuiltAt: "2026-01-01T12:00:00Z", embeddingModel: "corpus" }),
};
