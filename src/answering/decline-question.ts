import type { Locale } from "../domain/locale.ts";
import type { Draft } from "./draft.ts";
import { detectLanguage, ENGLISH_ONLY } from "./languages.ts";
import { phrasesFor } from "./phrases/phrases-for.ts";

/** Characters in a question, at the most: what a Discord message may hold. */
const QUESTION_LIMIT = 4000;
const SMALL_TALK =
  /^\W*(?:(?:hi|hello|hey|yo)(?: there| all| everyone| bot)?|good (?:morning|afternoon|evening|night)|thanks?(?: you)?(?: so much| a lot| very much)?|thx|ty|bye|help(?: me)?|test|ping|who (?:are|made|built|wrote) you|what (?:are|do|can) you(?: do)?|what is this|are you (?:a |an )?(?:bot|human|ai|robot|real)|how are you(?: doing)?|how do(?:es)? (?:you|this|it) work)\W*$/iu;

/** Why a text is no question for us. */
export interface Declined {
  readonly draft: Draft;
  /** Whether the papers nearest to it may help all the same. */
  readonly searchable: boolean;
}

/**
 * Turns down what is no question that we can take: too long, in another language with no model to help, without words,
 * or about ourselves. A question in another language is still searched, for names are the same in all.
 *
 * @param locale The language of the words for it, but for a question in another language, which is answered in its own.
 *   Defaults to English.
 * @returns Undefined for a question.
 */
export function declineQuestion(text: string, corpusSize: number, locale?: Locale): Declined | undefined {
  const { aboutUs, noWords, tooLong } = phrasesFor(locale);
  if (text.length > QUESTION_LIMIT) return decline(tooLong(text.length, QUESTION_LIMIT));
  const language = detectLanguage(text);
  if (language !== "en") return decline(ENGLISH_ONLY[language], true);
  if (!/[\p{L}\p{N}]/u.test(text)) return decline(noWords);
  return SMALL_TALK.test(text) ? decline(aboutUs(corpusSize)) : undefined;
}

function decline(text: string, searchable = false): Declined {
  return { draft: { outcome: "declined", kind: "paper", text, citations: [] }, searchable };
}
