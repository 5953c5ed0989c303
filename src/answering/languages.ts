/** Languages in which a person is told that only English questions are answered. */
export type Language = "en" | "zh" | "ja" | "de" | "fr" | "es";

const FUNCTION_WORDS: Readonly<Record<"en" | "de" | "fr" | "es", ReadonlySet<string>>> = {
  en: set(
    "the of and to in is are was what which how why who does do did for with that this on from by it there any can you paper papers than much many where when about a an as at be have has i we not",
  ),
  de: set(
    "der die das und ist sind wie was welche welcher welches wer warum für mit von zu den dem ein eine einen nicht auf gibt es bei im wird werden man kann über aus oder wenn papier viel viele schneller als haben hat zum zur nach durch",
  ),
  fr: set(
    "le la les des du un une et est sont quel quelle quels quelles comment pourquoi qui que dans pour avec sur il y a de au aux ce cette ces par ou quoi peut plus combien sans entre fait en",
  ),
  es: set(
    "el la los las un una y es son qué cual cuál cuáles cómo como por para con en del de que quién hay se al su sobre más cuánto cuántos cuántas o porque este esta estos puede modelos entre sin",
  ),
};
/** A question that opens like this and holds no English word is short, not English. */
const QUESTION_WORDS = [
  ["de", /^\W*(?:wie|warum|wieso|weshalb|welche[rsnm]?|wieviel|wer)\b/iu],
  ["fr", /^\W*(?:comment|pourquoi|quels?|quelles?|combien|qu[’']est|est-ce)\b/iu],
  ["es", /^\W*(?:qu[eé]|c[oó]mo|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|por qu[eé]|qui[eé]n)(?![\p{L}])/iu],
] as const;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LETTER = /\p{L}/gu;
/** A function word with a capital in the middle of a question is part of a name: "Los Angeles", "La Niña". */
const NAME = /(?<=[\p{L}\p{N},] )\p{Lu}\p{Ll}+/gu;
/** The share of its letters from which a script decides: one Chinese character says as much as some Latin letters. */
const ASIAN_SHARE = 0.15;
const OTHER_SHARE = 0.33;
/** English words around them make the foreign letters a name, up to this share. */
const ENGLISH_SHARE = 0.5;
const ENGLISH_WORDS = 2;
/** With this many words and no English function word, a text may be in a language that we do not know. */
const SENTENCE_WORDS = 3;

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/**
 * Guesses the language of a question by its script and its function words. English is assumed until something else is
 * clear, for names and search terms look the same everywhere.
 *
 * @returns A language, or `other` for a script that none of them uses (Cyrillic, Hangul, Arabic, …).
 */
export function detectLanguage(text: string): Language | "other" {
  const words =
    text
      .replaceAll(NAME, "")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const wordsOf = (language: keyof typeof FUNCTION_WORDS): string[] =>
    words.filter((word) => FUNCTION_WORDS[language].has(word));
  const english = wordsOf("en").length;
  const isEnglish = english >= ENGLISH_WORDS;
  const letters = text.match(LETTER)?.length ?? 0;
  const kana = text.match(KANA)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  if (kana + han > (isEnglish ? ENGLISH_SHARE : ASIAN_SHARE) * letters) return kana > 0 ? "ja" : "zh";
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const greek = text.match(/\p{Script=Greek}/gu)?.length ?? 0;
  if (letters - latin - greek > (isEnglish ? ENGLISH_SHARE : OTHER_SHARE) * letters) return "other";
  const foreign = (["de", "fr", "es"] as const)
    .map((language) => ({ language, hits: wordsOf(language) }))
    .reduce((a, b) => (b.hits.length > a.hits.length ? b : a));
  const asked = english === 0 ? QUESTION_WORDS.find(([, opening]) => opening.test(text)) : undefined;
  if (asked !== undefined) return asked[0];
  // One word twice says little: "de novo design with de Bruijn graphs".
  return new Set(foreign.hits).size >= 2 && foreign.hits.length > english ? foreign.language : "en";
}

/** Whether a text has English function words, or is too short to have any. */
export function isClearlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length < SENTENCE_WORDS || words.some((word) => FUNCTION_WORDS.en.has(word));
}

/** Said to a person whose question is in another language than the corpus, where no model can translate. */
export const ENGLISH_ONLY: Readonly<Record<Exclude<Language, "en"> | "other", string>> = {
  zh: "目前我只能回答英文问题：论文库是英文的，而且目前没有可用的语言模型。请用英文再问一次。",
  ja: "現在は英語の質問にのみお答えできます。論文データは英語で、利用できる言語モデルが今はないためです。英語でもう一度お尋ねください。",
  de: "Ich kann zurzeit nur Fragen auf Englisch beantworten: Die Sammlung ist englisch, und gerade ist kein Sprachmodell verfügbar. Bitte frag noch einmal auf Englisch.",
  fr: "Pour l'instant, je ne réponds qu'aux questions en anglais : le corpus est en anglais et aucun modèle de langage n'est disponible. Merci de reposer la question en anglais.",
  es: "Por ahora solo puedo responder preguntas en inglés: la colección está en inglés y ahora no hay ningún modelo de lenguaje disponible. Por favor, repite la pregunta en inglés.",
  other:
    "I can only answer questions in English for now: the collection is in English and no language model is at hand. Please ask again in English.",
};
