import type { About } from "../domain/about.ts";

/** What the owner has set, and what people may know of it. */
export interface Owner {
  /** The only servers that are served, by id; empty: all. */
  readonly servers: readonly string[];
  /** Answers a day (UTC), for everybody together and for one person; 0: no limit. */
  readonly dailyAnswers: number;
  readonly dailyAnswersPerPerson: number;
  /** Answers that are worked on at once, and that may wait. */
  readonly answersAtOnce: number;
  readonly queue: number;
  /** How long what people said is kept, in days; 0: not beyond the process. */
  readonly keepDays: number;
  /** Whether the log may hold what people ask. */
  readonly logsQuestions: boolean;
  /** The host that a language model's questions go to; absent where no model takes part. */
  readonly modelHost?: string;
  /** How long the wording of a model's answers is remembered beside that, in days; absent: not beyond the process. */
  readonly modelAnswerDays?: number;
  about(): About;
}
