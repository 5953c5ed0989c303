import type { Answer } from "../domain/answer.ts";
import type { Place } from "./place.ts";
import { cutPages } from "./render/cut-pages.ts";
import type { MessagePage } from "./render/message-page.ts";
import { renderAnswer } from "./render/render-answer.ts";
import type { AnswerFrame } from "./render/render-answer.ts";

/** A whole answer, as a place holds it. */
export function answerPages(
  answer: Answer,
  { holdsThreads, room }: Pick<Place, "holdsThreads" | "room">,
  frame: AnswerFrame,
): readonly MessagePage[] {
  return cutPages(renderAnswer(answer, { ...frame, ...(holdsThreads && { holdsThreads }) }), room, frame.words);
}
