import { expect, test } from "vitest";
import { ABLATION_COLUMNS, ablate } from "../../../src/evaluation/ablate.ts";
import { parseEvalQuestions } from "../../../src/evaluation/eval-question.ts";

test("ablate() scores every ranker on the questions that its columns need, and no other", async () => {
  const questions = parseEvalQuestions(
    [
      { id: "1", type: "known", question: "first", gold: ["A"] },
      { id: "2", type: "known", question: "second", gold: ["B"] },
      { id: "3", type: "topic", question: "topic", gold: ["A"] },
      { id: "4", type: "title", question: "left aside", gold: ["A"] },
    ]
      .map((row) => JSON.stringify(row))
      .join("\n"),
  );
  const asked: string[] = [];
  const rank = (question: string): Promise<string[]> => {
    asked.push(question);
    return Promise.resolve(["A", "B"]);
  };

  const [scores] = await ablate([{ name: "always A", rank }], questions);

  expect(asked).toEqual(["first", "second", "topic"]);
  const byColumn = Object.fromEntries(
    ABLATION_COLUMNS.map(({ group, measure }, index) => [`${group} ${measure}`, scores?.values[index]]),
  );
  expect(byColumn).toMatchObject({ "known R@1": 0.5, "known R@5": 1, "known MRR@10": 0.75, "topic nDCG@10": 1 });
  expect(byColumn["extra-lay R@1"]).toBeNaN();
});
