import type { Locale } from "./locale.ts";

/** The lines under which papers are put side by side, in order. */
export const ASPECTS = ["Problem", "Method", "Result", "Figures"] as const;

export type Aspect = (typeof ASPECTS)[number];

const NAMES: Readonly<Record<Locale, Readonly<Record<Aspect, string>>>> = {
  en: { Problem: "Problem", Method: "Method", Result: "Result", Figures: "Figures" },
  de: { Problem: "Problem", Method: "Methode", Result: "Ergebnis", Figures: "Zahlen" },
  fr: { Problem: "Problème", Method: "Méthode", Result: "Résultat", Figures: "Chiffres" },
  es: { Problem: "Problema", Method: "Método", Result: "Resultado", Figures: "Cifras" },
  ja: { Problem: "課題", Method: "手法", Result: "結果", Figures: "数値" },
  zh: { Problem: "问题", Method: "方法", Result: "结果", Figures: "关键数据" },
};

/** What an aspect is called above a part of a comparison. */
export function aspectName(aspect: Aspect, locale: Locale = "en"): string {
  return NAMES[locale][aspect];
}

/** {@link ASPECTS} as a comparison in this language is headed. */
export function aspectNames(locale: Locale = "en"): readonly string[] {
  return ASPECTS.map((aspect) => aspectName(aspect, locale));
}
