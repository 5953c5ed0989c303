import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";
import { expect, test } from "vitest";
import { listCommands } from "../../../src/playground/page/model/list-commands.ts";
import { createModel } from "../../../src/playground/page/model/model.ts";
import { fixedSuggestions } from "../../../src/playground/page/model/option-suggestions.ts";
import { suggestForText, wholeCommand } from "../../../src/playground/page/model/text-suggestions.ts";

const SETTINGS = {
  id: "1",
  type: ApplicationCommandType.ChatInput,
  name: "settings",
  name_localized: "einstellungen",
  description: "Settings",
  description_localized: "Was hier gilt",
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: "model",
      name_localizations: { de: "modell" },
      description: "Choose a model",
      description_localizations: { de: "Wähle ein Modell" },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "size",
          name_localizations: { de: "größe", fr: null },
          description: "How large",
          description_localizations: { de: "Wie groß" },
          choices: [
            { name: "Small", name_localizations: { de: "Klein" }, value: "s" },
            { name: "Large", name_localizations: { de: "Groß" }, value: "l" },
          ],
        },
      ],
    } satisfies APIApplicationCommandOption,
  ],
} as unknown as APIApplicationCommand;

const MENU = { ...SETTINGS, name: "Ask about this", type: ApplicationCommandType.Message, options: [] };

function germanModel() {
  return Object.assign(createModel(), { commands: [SETTINGS, MENU], locale: "de" });
}

test("leaves out what is no slash command, and opens subcommands", () => {
  expect(listCommands([SETTINGS, MENU], "de").map(({ name }) => name)).toEqual(["settings model"]);
});

test("shows names and descriptions in the person's language, and keeps the original names for sending", () => {
  const [command] = listCommands([SETTINGS], "de");
  expect(command).toMatchObject({
    name: "settings model",
    label: "einstellungen modell",
    description: "Wähle ein Modell",
    options: [
      { name: "size", label: "größe", description: "Wie groß", choices: [{ label: "Klein" }, { label: "Groß" }] },
    ],
  });
});

test("shows the original where the language has no name", () => {
  expect(listCommands([SETTINGS], "fr")[0]?.options[0]).toMatchObject({ label: "size", description: "How large" });
});

test.for(["/einst", "/einstellungen mo", "/SETT"])("finds a command by either name: %s", (typed) => {
  expect(suggestForText(germanModel(), typed)?.items).toEqual([
    { label: "/einstellungen modell", detail: "Wähle ein Modell", value: "settings model" },
  ]);
});

test.for(["/einstellungen modell gro", "/settings model gro"])(
  "begins the command that is typed whole: %s",
  (typed) => {
    expect(wholeCommand(germanModel(), typed)).toEqual({ name: "settings model", rest: "gro" });
  },
);

test.for(["gro", "larg"])("finds a choice by either name: %s", (typed) => {
  const option = listCommands([SETTINGS], "de")[0]?.options[0];
  if (!option) throw new Error("no option");
  expect(fixedSuggestions(option, typed, germanModel())).toMatchObject([{ label: "Groß", value: "l" }]);
});
