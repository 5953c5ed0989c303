import { readFileSync } from "node:fs";
import { parseEvalQuestions, type EvalQuestion } from "../src/evaluation/eval-question.ts";

/** Every question that the product was developed on: what people ask, and what it should refuse. */
export function developmentQuestions(): EvalQuestion[] {
  return ["dev", "extra"].flatMap((file) =>
    parseEvalQuestions(readFileSync(new URL(`../test/eval/${file}.jsonl`, import.meta.url), "utf8")),
  );
}
