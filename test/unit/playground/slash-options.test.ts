import { type APIApplicationCommandOption, ApplicationCommandOptionType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { addTextChannel, addUser } from "../../../src/playground/populate.ts";
import { type GivenOptions, fillOptions } from "../../../src/playground/slash-options.ts";
import { World } from "../../../src/playground/world.ts";

const { String: Text, Integer, Boolean: Flag, User, Channel, Subcommand } = ApplicationCommandOptionType;
const NAMED = { description: "d" };
const DECLARED: readonly APIApplicationCommandOption[] = [
  { ...NAMED, type: Text, name: "question", required: true, min_length: 2, max_length: 5 },
  { ...NAMED, type: Integer, name: "limit", min_value: 1, max_value: 9 },
  { ...NAMED, type: Flag, name: "private" },
  { ...NAMED, type: Text, name: "length", choices: [{ name: "Short", value: "short" }] },
  { ...NAMED, type: Text, name: "paper", autocomplete: true },
];
const world = new World("Club", () => 1_700_000_000_000);

describe("fillOptions()", () => {
  it("keeps the order of the declaration and the types", () => {
    const { options } = fillOptions(world, DECLARED, [], {
      limit: 3,
      question: "why?",
      private: true,
      length: "short",
    });
    expect(options).toEqual([
      { name: "question", type: Text, value: "why?" },
      { name: "limit", type: Integer, value: 3 },
      { name: "private", type: Flag, value: true },
      { name: "length", type: Text, value: "short" },
    ]);
  });

  it.each<[GivenOptions, string]>([
    [{}, '"question" is required'],
    [{ question: "x" }, "length"],
    [{ question: "far too long" }, "length"],
    [{ question: "why", limit: 10 }, "out of range"],
    [{ question: "why", limit: 1.5 }, "whole number"],
    [{ question: "why", limit: "3" }, "takes a number"],
    [{ question: "why", private: "yes" }, "true or false"],
    [{ question: "why", length: "long" }, 'no choice "long"'],
    [{ question: "why", other: 1 }, 'no option "other"'],
  ])("lets nobody send %o", (given, reason) => {
    expect(() => fillOptions(world, DECLARED, [], given)).toThrow(reason);
  });

  it("marks the option that is typed, and requires nothing meanwhile", () => {
    const { options } = fillOptions(world, DECLARED, [], { paper: "lo" }, "paper");
    expect(options).toEqual([{ name: "paper", type: Text, value: "lo", focused: true }]);
    expect(() => fillOptions(world, DECLARED, [], { question: "x" }, "question")).toThrow("no autocomplete");
  });

  it("wraps a subcommand, and wants one where there are some", () => {
    const nested: readonly APIApplicationCommandOption[] = [{ ...NAMED, type: Subcommand, name: "show", options: [] }];
    expect(fillOptions(world, nested, ["show"], {}).options).toEqual([{ name: "show", type: Subcommand, options: [] }]);
    expect(() => fillOptions(world, nested, [], {})).toThrow("needs a subcommand");
    expect(() => fillOptions(world, nested, ["hide"], {})).toThrow('no subcommand "hide"');
  });

  it("resolves users and channels", () => {
    const user = addUser(world, "carol");
    const channel = addTextChannel(world, "papers");
    const declared: readonly APIApplicationCommandOption[] = [
      { ...NAMED, type: User, name: "whom" },
      { ...NAMED, type: Channel, name: "where" },
    ];
    const { resolved } = fillOptions(world, declared, [], { whom: user.id, where: channel.id });
    expect(resolved.users?.[user.id]?.username).toBe("carol");
    expect(resolved.members?.[user.id]).not.toHaveProperty("user");
    expect(resolved.channels?.[channel.id]?.name).toBe("papers");
  });
});
