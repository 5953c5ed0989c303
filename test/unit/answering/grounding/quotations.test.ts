import { expect, test } from "vitest";
import { quotationsIn } from "../../../../src/answering/grounding/quotations.ts";

test.each([
  ['It says "bells ring loud" here.', ["bells ring loud"]],
  ["It says “bells ring”.", ["bells ring"]],
  ["Es heißt „Glocken läuten“.", ["Glocken läuten"]],
  ["Il dit « les cloches sonnent ».", [" les cloches sonnent "]],
  ["Es heißt »Glocken läuten«.", ["Glocken läuten"]],
  ["It says ‘it doesn’t ring’ here.", ["it doesn’t ring"]],
  ["「bells ring loud」と言う。", ["bells ring loud"]],
  ["「とても長い文章がここに書かれています」", ["とても長い文章がここに書かれています"]],
  ['"Bells ring" and "towers stand"', ["Bells ring", "towers stand"]],
  ["It says 'bells ring louder' here.", ["bells ring louder"]],
  ["It says 'the bell doesn't ring'.", ["the bell doesn't ring"]],
  ["It says ‹bells ring›.", ["bells ring"]],
  ["Es heißt ‚Glocken läuten‘.", ["Glocken läuten"]],
  ["It says ❝bells ring❞.", ["bells ring"]],
  ["It says ＂bells ring＂.", ["bells ring"]],
  ["It says ″bells ring″.", ["bells ring"]],
  ["It says “bells … ring loud”.", ["bells ", " ring loud"]],
  ["It says “bells ring.", ["bells ring."]],
  ["and towers stand”, it says.", ["and towers stand"]],
  ['It says "bells ring.', ["bells ring."]],
  ['and towers stand", it says.', ["and towers stand"]],
])("%s quotes %j", (sentence, quotations) => {
  expect(quotationsIn(sentence)).toEqual(quotations);
});

test.each([
  "the “attention” of it",
  "the models’ and the bells’ sound",
  "don't and won't",
  "the models' and the bells' sound",
  "the 'fast' mode of the bells' sound",
  "l'apprentissage et d'autres",
  "A' and B' ring",
  "「蒸留」を使う",
  "“大语言模型”很好",
  "5″ bells",
])("%s quotes nobody", (sentence) => {
  expect(quotationsIn(sentence)).toEqual([]);
});
