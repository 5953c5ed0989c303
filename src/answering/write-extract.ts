import type { Locale } from "../domain/locale.ts";
import type { Draft } from "./draft.ts";
import { nearestPapers } from "./finish-answer.ts";
import type { AnsweringFields, ReadQuestion } from "./read-question.ts";
import { writeComparison, writeNotStated, writePaperAnswer, writeRefusal, writeTopicAnswer } from "./write-answer.ts";

/**
 * Answers a question from the papers' own sentences.
 *
 * @param locale The language of our own words. Defaults to English.
 */
export function writeExtract(read: ReadQuestion, { papers, vocabulary }: AnsweringFields, locale?: Locale): Draft {
  const { finding, ranking } = read;
  const writing = { question: read.wanted, vocabulary, locale };
  switch (finding.kind) {
    case "declined":
      return finding.draft;
    case "nothing":
      return writeRefusal(papers.length, nearestPapers(read), locale);
    case "not-stated":
      return writeNotStated(finding.paper, finding.details, writing);
    case "comparison":
      return writeComparison(finding.papers, writing);
    case "topic":
      return writeTopicAnswer(ranking, writing);
    case "paper":
      return writePaperAnswer(finding.paper, writing);
  }
}
