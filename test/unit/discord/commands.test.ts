import { describe, expect, test } from "vitest";
import { makeContext } from "../../../src/discord/bot-context.ts";
import { COMMANDS } from "../../../src/discord/commands/commands.ts";
import { DECLARATIONS } from "../../../src/discord/commands/declarations.ts";
import { parseBound } from "../../../src/discord/commands/parse-bound.ts";
import { areSame } from "../../../src/discord/commands/register-commands.ts";
import { namedPaper, paperOf, titleChoices } from "../../../src/discord/commands/title-choices.ts";
import { summaryCommand } from "../../../src/discord/commands/summary.ts";
import { wordsFor } from "../../../src/discord/words/words-for.ts";
import { makePaper, scriptApp } from "../../support/cli-app.ts";
import { someParts } from "../../support/discord-parts.ts";
import { SetClock } from "../../support/set-clock.ts";
import { recordLog } from "./record-log.ts";

describe("DECLARATIONS", () => {
  const declared = Object.values(DECLARATIONS);

  test("are one for each command", () => {
    expect(declared.map(({ name }) => name)).toEqual(Object.keys(COMMANDS));
  });

  test.each(declared.map((command) => [command.name, command] as const))("/%s keeps Discord's limits", (_, command) => {
    expect(JSON.stringify(command).length).toBeLessThan(8000);
    const options = "options" in command ? command.options : [];
    for (const { name, description } of [command, ...options]) {
      expect(name).toMatch(/^[a-z-]{1,32}$/);
      expect(description).toMatch(/^.{1,100}$/);
    }
    expect(options.map((option) => "required" in option && option.required)).toEqual(
      options.map((option) => "required" in option && option.required).toSorted((a, b) => Number(b) - Number(a)),
    );
  });
});

describe("areSame()", () => {
  const declared = Object.values(DECLARATIONS);
  /** Commands as Discord gives them back. */
  const registered = declared
    .map((command) => ({
      ...command,
      id: "1",
      application_id: "2",
      version: "3",
      type: 1,
      nsfw: false,
      default_member_permissions: "default_member_permissions" in command ? command.default_member_permissions : null,
      dm_permission: true,
      name_localizations: Object.fromEntries(Object.entries(command.name_localizations).toReversed()),
      contexts: command.contexts.toReversed(),
      options: ("options" in command ? command.options : []).map((option) => ({ required: false, ...option })),
    }))
    .toReversed();

  test("knows its commands again in what Discord makes of them", () => {
    expect(areSame(declared, registered)).toBe(true);
  });

  test("notices what changed", () => {
    const [ask, ...rest] = declared;
    expect(areSame(rest, registered)).toBe(false);
    expect(areSame([{ ...ask, name: "ask", description: "Other" } as (typeof declared)[0], ...rest], registered)).toBe(
      false,
    );
    expect(areSame([...declared, { name: "new" }], registered)).toBe(false);
    const retyped = structuredClone(registered);
    const option = retyped.find(({ name }) => name === "ask")?.options[0];
    if (option) option.type = 4 as never;
    expect(areSame(declared, retyped)).toBe(false);
    const renamed = structuredClone(registered);
    const help = renamed.find(({ name }) => name === "help");
    if (help) help.name_localizations = { ...help.name_localizations, de: "hülfe" };
    expect(areSame(declared, renamed)).toBe(false);
  });

  test("takes no names in other languages for none, however that is said", () => {
    const command = { name: "tea", name_localizations: {} };
    expect(areSame([command], [{ name: "tea", name_localizations: null } as never])).toBe(true);
  });
});

describe("parseBound()", () => {
  test.each([
    ["2024", "since", "2024-01-01"],
    ["2024", "until", "2024-12-31"],
    ["2024-02", "since", "2024-02-01"],
    ["2024-02", "until", "2024-02-29"],
    [" 2024-05-13 ", "until", "2024-05-13"],
    [null, "since", undefined],
    [" ", "since", undefined],
  ] as const)("reads %j as %s", (text, bound, day) => {
    expect(parseBound(text, bound)).toBe(day);
  });

  test.each(["2024-02-30", "2024-13", "yesterday", "13.5.2024"])("refuses %s in words", (text) => {
    expect(() => parseBound(text, "since")).toThrow("since takes a day");
  });
});

describe("titles", () => {
  const long = makePaper(`Long: ${"so ".repeat(50)}long`, { id: "aaaaaaaaaaaa" });
  const short = makePaper("Short: A Title", { id: "bbbbbbbbbbbb" });
  const app = scriptApp({
    papers: [long, short],
    findTitles: (query, limit) => (query === "nothing" ? [] : [long, short].slice(0, limit)),
  });

  test("are offered whole or by the paper's id, each within 100 characters", () => {
    expect(titleChoices(app, "s")).toEqual([
      { name: expect.stringMatching(/^Long: .*…$/) as string, value: "aaaaaaaaaaaa" },
      { name: "Short: A Title", value: "Short: A Title" },
    ]);
    for (const { name } of titleChoices(app, "s")) expect(name.length).toBeLessThanOrEqual(100);
  });

  test("are known by id and by title as people spell it", () => {
    expect(paperOf(app, "aaaaaaaaaaaa")).toBe(long);
    expect(paperOf(app, "short a title")).toBe(short);
    expect(paperOf(app, "else")).toBeUndefined();
  });

  test("are looked for when they are no title, and refused when nothing is like them", () => {
    expect(namedPaper(app, "shrt")).toEqual({ paper: long, isExact: false, others: [short] });
    expect(namedPaper(app, "short: a title")).toMatchObject({ paper: short, isExact: true });
    expect(() => namedPaper(app, "nothing")).toThrow("resembles “nothing”");
    expect(() => namedPaper(app, "???")).toThrow("resembles “???”");
  });

  test("stand under the topic that was typed, where a topic or a paper will do", () => {
    const bot = makeContext({
      ...someParts(),
      app,
      log: recordLog(),
      clock: new SetClock("2026-01-01"),
      answerMs: 1,
      editMs: 1,
      tellPlaceMs: 1,
    });
    const names = (typed: string) => summaryCommand.complete?.(typed, bot, wordsFor("en")).map(({ name }) => name);
    expect(names("tea")?.[0]).toBe("Topic: tea");
    expect(names("")).toHaveLength(2);
    expect(names("Short: A Title")?.[0]).not.toContain("Topic");
    expect(names("x".repeat(101))).toHaveLength(2);
  });
});
