import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import {
  addOption,
  draftProblem,
  draftValues,
  nextOption,
  removeOption,
  renewDraft,
  startDraft,
  writeOption,
} from "../../../src/playground/page/model/command-draft.ts";
import { listCommands } from "../../../src/playground/page/model/list-commands.ts";

const QUERY = {
  type: ApplicationCommandOptionType.String,
  name: "query",
  description: "what",
  required: true,
} satisfies APIApplicationCommandOption;

const FIND = makeCommand("find", [
  QUERY,
  { type: ApplicationCommandOptionType.Integer, name: "limit", description: "how many" },
  { type: ApplicationCommandOptionType.Boolean, name: "has-code", description: "with code" },
]);

function makeCommand(name: string, options: APIApplicationCommandOption[]) {
  const type = ApplicationCommandType.ChatInput;
  return { id: "1", name, description: "…", type, options } as unknown as APIApplicationCommand;
}

function startFind(text = "") {
  const [command] = listCommands([FIND], "en-US");
  if (!command) throw new Error("no command");
  return startDraft(command, text);
}

describe("writing", () => {
  test("begins in the first required option, with what was typed", () => {
    expect(startFind("kv cache")).toMatchObject({ shown: ["query"], focused: "query", texts: { query: "kv cache" } });
  });

  test("goes on to what has no field yet", () => {
    const draft = addOption(startFind(), "limit");
    expect(draft).toMatchObject({ shown: ["query", "limit"], focused: "limit" });
    expect(nextOption(draft)).toBe("has-code");
    expect(nextOption(addOption(draft, "has-code"))).toBeUndefined();
    expect(removeOption(draft, "limit")).toMatchObject({ shown: ["query"], focused: "query" });
  });

  test("sends values in the type of their option, and suggestions by what is behind them", () => {
    let draft = addOption(addOption(startFind(" kv "), "limit"), "has-code");
    draft = writeOption(writeOption(draft, "limit", "5"), "has-code", "True");
    expect(draftValues(draft)).toEqual({ query: "kv", limit: 5, "has-code": true });
    expect(draftValues(writeOption(draft, "query", "A long title …", "id:1"))).toMatchObject({ query: "id:1" });
    expect(draftValues(writeOption(writeOption(draft, "query", "A", "id:1"), "query", "B"))).toMatchObject({
      query: "B",
    });
  });

  test("says what is missing or wrong", () => {
    expect(draftProblem(startFind())).toEqual({ name: "query", text: "query is required" });
    expect(draftProblem(startFind("kv"))).toBeUndefined();
    expect(draftProblem(writeOption(addOption(startFind("kv"), "limit"), "limit", "many"))).toMatchObject({
      name: "limit",
    });
    expect(draftProblem(writeOption(addOption(startFind("kv"), "has-code"), "has-code", "maybe"))?.text).toBe(
      "true or false",
    );
  });

  test("understands a choice by its name, in both languages, and nothing else", () => {
    const style = {
      type: ApplicationCommandOptionType.String,
      name: "style",
      description: "how",
      choices: [{ name: "Short", name_localizations: { de: "Kurz" }, value: "s" }],
    } satisfies APIApplicationCommandOption;
    const [command] = listCommands([makeCommand("sum", [style])], "de");
    if (!command) throw new Error("no command");
    for (const text of ["short", "Kurz "]) expect(draftValues(startDraft(command, text))).toEqual({ style: "s" });
    expect(draftProblem(startDraft(command, "long"))).toEqual({ name: "style", text: "not in the list" });
  });

  test("keeps what is written when the command comes in another language", () => {
    const [command] = listCommands(
      [
        makeCommand("find", [
          { ...QUERY, name_localizations: { de: "frage" } },
          { ...QUERY, name: "author" },
        ]),
      ],
      "de",
    );
    if (!command) throw new Error("no command");
    const draft = renewDraft(addOption(startFind("kv"), "limit"), command);
    expect(draft).toMatchObject({ shown: ["query", "author"], focused: "author", texts: { query: "kv" } });
    expect(draft.options[0]?.label).toBe("frage");
    expect(draftProblem(draft)).toEqual({ name: "author", text: "author is required" });
  });
});
