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
  listCommands,
  nextOption,
  removeOption,
  startDraft,
  writeOption,
} from "../../../src/playground/page/model/command-draft.ts";

const FIND = makeCommand("find", [
  { type: ApplicationCommandOptionType.String, name: "query", description: "what", required: true },
  { type: ApplicationCommandOptionType.Integer, name: "limit", description: "how many" },
  { type: ApplicationCommandOptionType.Boolean, name: "has-code", description: "with code" },
]);

function makeCommand(
  name: string,
  options: APIApplicationCommandOption[],
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
) {
  return { id: "1", name, description: "…", type, options } as unknown as APIApplicationCommand;
}

function startFind(text = "") {
  const [command] = listCommands([FIND]);
  if (!command) throw new Error("no command");
  return startDraft(command, text);
}

describe("listing", () => {
  test("leaves out what is no slash command, and opens subcommands", () => {
    const settings = makeCommand("settings", [
      { type: ApplicationCommandOptionType.Subcommand, name: "model", description: "which" },
    ]);
    const menu = makeCommand("Ask about this", [], ApplicationCommandType.Message);
    expect(listCommands([FIND, settings, menu]).map(({ name }) => name)).toEqual(["find", "settings model"]);
  });
});

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
});
