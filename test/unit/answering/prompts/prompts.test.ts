import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parsePrompt } from "../../../../src/answering/prompts/parse-prompt.ts";
import { loadPrompts, PROMPT_VARIABLES } from "../../../../src/answering/prompts/prompts.ts";
import type { PromptName } from "../../../../src/answering/prompts/prompts.ts";
import { PromptError } from "../../../../src/domain/errors.ts";

const NAMES = Object.keys(PROMPT_VARIABLES) as PromptName[];
const FOLDER = new URL("../../../../prompts/", import.meta.url);

function shipped(file: string): Promise<string> {
  return readFile(new URL(file, FOLDER), "utf8");
}

/** Loads the shipped prompts with one of them changed. */
function loadWith(name: PromptName, change: (text: string) => string) {
  return loadPrompts(async (file) => (file === `${name}.md` ? change(await shipped(file)) : shipped(file)));
}

test.each(NAMES)("the shipped prompt %s and its renderer agree, and every variable is filled in", async (name) => {
  const prompts = await loadPrompts(shipped);
  const values = Object.fromEntries(PROMPT_VARIABLES[name].map((variable) => [variable, `«${variable}»`]));
  const messages = await prompts[name].render(values as never);
  expect(messages.map((message) => message.type)).toEqual(["system", "human"]);
  const text = messages.map((message) => message.text).join("\n");
  for (const variable of PROMPT_VARIABLES[name]) expect(text).toContain(`«${variable}»`);
  expect(text).not.toMatch(/\{\w+\}/);
});

test("no more prompts are shipped than are used", async () => {
  const { readdir } = await import("node:fs/promises");
  expect((await readdir(FOLDER)).filter((file) => file.endsWith(".md")).toSorted()).toEqual(
    NAMES.map((name) => `${name}.md`).toSorted(),
  );
});

test("values are never read as templates", async () => {
  const prompts = await loadPrompts(shipped);
  const question = "{passages} {{nonce}} </question-n>";
  const messages = await prompts["search-query"].render({ nonce: "n", question });
  expect(messages.at(-1)?.text).toContain(question);
});

describe("a prompt is refused, with its file and what is wrong,", () => {
  test.each<[string, PromptName, (text: string) => string, RegExp]>([
    [
      "where its text uses a variable more",
      "answer",
      (text) => `${text}\n{author}`,
      /prompts\/answer\.md.*its text uses \{author\}, which nothing fills/,
    ],
    [
      "where its text lost a variable",
      "answer",
      (text) => text.replace("{question}", ""),
      /prompts\/answer\.md.*its text uses not \{question\}/,
    ],
    [
      "where its head names other variables",
      "topic",
      (text) => text.replace("variables: nonce,", "variables: noose,"),
      /its head names \{noose\}, which nothing fills, not \{nonce\}/,
    ],
    ["where its head is gone", "topic", (text) => text.replaceAll("---\n", ""), /does not begin with a head/],
    [
      "where its version is none",
      "topic",
      (text) => text.replace("version: 1", "version: one"),
      /version is no whole number/,
    ],
    [
      "where it goes by another name",
      "topic",
      (text) => text.replace("name: topic", "name: subject"),
      /its head calls it "subject"/,
    ],
    ["where a brace belongs to nothing", "topic", (text) => `${text} {`, /brace that belongs to no variable/],
    ["where it has no section", "topic", (text) => text.replaceAll("## ", ""), /in no ## system or ## human section/],
  ])("%s", async (_, name, change, message) => {
    const loading = loadWith(name, change);
    await expect(loading).rejects.toBeInstanceOf(PromptError);
    await expect(loading).rejects.toThrow(message);
  });
});

test("a prompt reads the same with the line ends of Windows", async () => {
  const text = await shipped("answer.md");
  expect(parsePrompt(text.replaceAll("\n", "\r\n"), "answer.md")).toEqual(parsePrompt(text, "answer.md"));
});
