import { describe, expect, test } from "vitest";
import { detectLanguage, ENGLISH_ONLY } from "../../../src/answering/languages.ts";
import { hostileTexts, millisecondsOf } from "../../support/answering-time.ts";

describe("detectLanguage() takes for", () => {
  test.each([
    ["zh", "有哪些关于推测解码的论文？"],
    ["zh", "Lantern Decoding是什么"],
    ["zh", "大模型"],
    ["ja", "推測デコードとは何ですか"],
    ["ja", "Lantern Decoding はどれくらい速いですか"],
    ["de", "Wie schnell ist Lantern Decoding und was kostet es?"],
    ["de", "Welche Paper gibt es zu Sprachmodellen?"],
    ["fr", "Qu'est-ce que Lantern Decoding ?"],
    ["fr", "Quels sont les articles sur la quantification ?"],
    ["es", "¿Qué es Lantern Decoding y cómo funciona?"],
    ["es", "cuáles son los mejores modelos de lenguaje"],
    ["other", "Что такое спекулятивное декодирование?"],
    ["other", "Что такое Lantern Decoding"],
    ["other", "추측 디코딩이란 무엇입니까?"],
    ["other", "ما هو فك التشفير التخميني؟"],
  ])("%s: %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe("detectLanguage() takes for English", () => {
  test.each([
    ["a question", "How fast is Lantern Decoding?"],
    ["a question with an article on both sides", "using a large language model as a judge"],
    ["two articles and nothing else", "build a robot, a car"],
    ["one name", "LoRA"],
    ["a word that other languages have too", "une"],
    ["search terms", "kv cache compression long context"],
    ["borrowed words", "de novo design with de Bruijn graphs"],
    ["names of places", "El Niño and La Niña prediction"],
    ["a Chinese name within a question", "What is 通义千问 good for?"],
    ["a Russian name within a question", "What does the paper of Ковалёв propose?"],
    [
      "a French name within a question",
      "What did Rémi de la Fontaine and Les Halles do for the benchmark of la Sorbonne?",
    ],
    ["Greek letters", "What is the effect of α and β on ε-greedy exploration?"],
    ["code", "for (int i = 0; i < n; i++) { y[i] = a * x[i]; }"],
    ["a formula", "f(x) = ∑ a_i x^i"],
    ["digits", "3.14159 2.71828"],
    ["emoji", "🚀🚀🚀"],
    ["nothing", ""],
  ])("%s: %s", (_, text) => {
    expect(detectLanguage(text)).toBe("en");
  });
});

test("ENGLISH_ONLY speaks the language that it turns down", () => {
  const heard = Object.entries(ENGLISH_ONLY).map(([language, text]) => [language, detectLanguage(text)]);
  expect(heard).toEqual(heard.map(([language]) => [language, language === "other" ? "en" : language]));
});

test.each(hostileTexts(100_000))("detectLanguage() is quick with %s", (_, text) => {
  expect(millisecondsOf(() => detectLanguage(text))).toBeLessThan(1000);
});
