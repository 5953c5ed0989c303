import type { Answer } from "./answer.ts";
import type { Locale } from "./locale.ts";
import type { Turn } from "./question.ts";

/**
 * What a bot keeps beyond the process. Ids of people, channels, servers, messages and interactions are Discord's
 * snowflakes; ids of answers and lists are ours, and nobody guesses them. Instants are milliseconds since 1970, UTC.
 *
 * Every method may throw a DataUnusableError. What cannot be read any more counts as not there.
 */
export interface Records extends AnswerRecords, ConversationRecords, PendingRecords, ServerRecords, FeedbackRecords {
  /**
   * Forgets a slice of what is older than the owner lets it be kept: few enough rows that nobody waits.
   *
   * @returns Whether there may be more: call it again soon then, and let others go first.
   */
  expire(): boolean;
  /** Forgets everything of a person: questions, answers, feedback, conversations. @returns How many answers that were. */
  forgetPerson(personId: string): number;
  /** Forgets everything of a server, its settings too. */
  forgetServer(serverId: string): void;
}

/** Where and for whom something was said. */
export interface Whereabouts {
  readonly personId: string;
  readonly channelId: string;
  /** Absent in direct messages. */
  readonly serverId?: string;
  /** Whether only that person sees it. */
  readonly isPrivate: boolean;
}

/** An answer that was given. */
export interface AnswerRecord extends Whereabouts {
  readonly question: string;
  readonly answer: Answer;
  /** The conversation up to and with it, oldest turn first. */
  readonly history: readonly Turn[];
  readonly locale: Locale;
}

/** An answer as it comes back. */
export interface KeptAnswer extends AnswerRecord {
  readonly id: string;
}

/** A list of papers that was given; its pages are made again from the request. */
export interface ListRecord extends Whereabouts {
  readonly locale: Locale;
  /** What was asked for, as JSON of the surface's own. */
  readonly request: string;
}

export interface AnswerRecords {
  keepAnswer(id: string, record: AnswerRecord): void;
  answer(id: string): KeptAnswer | undefined;
  /** Notes which answer a message holds, for replies to it. Nothing happens where the answer is not kept (any more). */
  keepMessage(messageId: string, answerId: string): void;
  answerIn(messageId: string): KeptAnswer | undefined;
  keepList(id: string, record: ListRecord): void;
  list(id: string): ListRecord | undefined;
}

export interface ConversationRecords {
  /** @param key Names a conversation. @returns Oldest turn first; empty for one that begins. */
  history(key: string): readonly Turn[];
  /** @param personId Whose it is; a thread's conversation is of everybody in it, and has none. */
  remember(
    key: string,
    history: readonly Turn[],
    whereabouts: Omit<Whereabouts, "personId"> & { readonly personId?: string },
  ): void;
}

/** An answer under way, with all that another process needs to finish it or to say that it will not come. */
export interface PendingRecord extends Whereabouts {
  /** The answer's id. */
  readonly id: string;
  readonly since: number;
  readonly locale: Locale;
  /** How the person is reached: the reply to a message, or an interaction's first reply while its token lives. */
  readonly reach:
    | { readonly kind: "message"; readonly messageId: string }
    | { readonly kind: "interaction"; readonly applicationId: string; readonly token: string };
  /** Our message that shows it so far, if there is one. */
  readonly shownId?: string;
  /** Whether the answer is whole and kept ({@link AnswerRecords.answer}), and only its delivery may be missing. */
  readonly isWhole: boolean;
}

export interface PendingRecords {
  beginPending(record: PendingRecord): void;
  changePending(id: string, change: Partial<Pick<PendingRecord, "shownId" | "isWhole">>): void;
  endPending(id: string): void;
  /** Whether an answer is under way still: none is whose person or server was forgotten meanwhile. */
  isPending(id: string): boolean;
  /** Oldest first. */
  pending(): readonly PendingRecord[];
}

/** What a server's managers may set. */
export interface ServerSettings {
  /** Channels where mentions are answered; empty: all. */
  readonly channels: readonly string[];
  /** Whether `/ask` answers privately unless the person says otherwise. */
  readonly isPrivateByDefault: boolean;
  /** Whether mentions are answered in a thread of their own. */
  readonly usesThreads: boolean;
  /** Answers an hour, for one person and for the whole server; 0: no limit. */
  readonly hourlyPerPerson: number;
  readonly hourlyPerServer: number;
}

export const DEFAULT_SETTINGS: ServerSettings = {
  channels: [],
  isPrivateByDefault: false,
  usesThreads: false,
  hourlyPerPerson: 0,
  hourlyPerServer: 0,
};

export interface ServerRecords {
  /** @returns {@link DEFAULT_SETTINGS} for a server that has set nothing. */
  settings(serverId: string): ServerSettings;
  setSettings(serverId: string, settings: ServerSettings): void;
  /** Whether this is what an application keeps, by its id. The first that asks is the one. */
  isOf(applicationId: string): boolean;
  /** Servers of which anything is kept. */
  servers(): readonly string[];
  /** Counts an answer that was asked for. */
  countUse(whereabouts: Pick<Whereabouts, "personId" | "serverId">): void;
  /** When answers were asked for since an instant, oldest first: by a person, in a server, or by anybody anywhere. */
  uses(since: number, by: { readonly personId?: string; readonly serverId?: string }): readonly number[];
}

/** What somebody thought of an answer. */
export interface Feedback {
  readonly answerId: string;
  readonly personId: string;
  readonly isGood: boolean;
  /** In the person's words. Empty where they gave none. */
  readonly reason: string;
}

/** Feedback with what it is about. */
export interface FeedbackRecord extends Feedback {
  readonly at: number;
  readonly about: AnswerRecord;
}

export interface FeedbackRecords {
  /**
   * Notes what somebody thought of an answer; who thinks again replaces what they thought before. Nothing happens where
   * the answer is not kept (any more).
   */
  rate(feedback: Feedback): void;
  /** Oldest first. Of people, only what they said. */
  feedback(): readonly FeedbackRecord[];
}
