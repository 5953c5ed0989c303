import { AllowedMentionsTypes, MessageFlags } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import type { LooseComponent } from "../../../src/playground/components.ts";
import type { MessageBody } from "../../../src/playground/message-body.ts";
import { checkMessage } from "../../../src/playground/message-rules.ts";
import { RestError } from "../../../src/playground/rest-error.ts";

/** The codes of a refusal, with the code of every fault in it; empty if the message is taken. */
function refused(body: MessageBody, fileCount = 0): readonly (string | number)[] {
  try {
    checkMessage(body, fileCount);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const codes = JSON.stringify(error.body.errors ?? {}).matchAll(/"code":"([A-Z_0-9]+)"/g);
    return [error.body.code, ...[...codes].map((match) => match[1] ?? "")];
  }
  return [];
}

function withComponents(components: readonly LooseComponent[], flags = 0): MessageBody {
  return {
    content: flags === 0 ? "x" : null,
    flags,
    components: components as unknown as NonNullable<MessageBody["components"]>,
  };
}

const V2 = MessageFlags.IsComponentsV2;
const button = (id: string): LooseComponent => ({ type: 2, style: 1, label: "Go", custom_id: id }) as LooseComponent;
const row = (...components: LooseComponent[]): LooseComponent => ({ type: 1, components });
const text = (content: string): LooseComponent => ({ type: 10, content });
const container = (components: LooseComponent[]): LooseComponent => ({ type: 17, components });
const embed = (characters: number): { description: string } => ({ description: "x".repeat(characters) });

describe("checkMessage()", () => {
  it.each<[string, MessageBody]>([
    ["2000 characters", { content: "x".repeat(2_000) }],
    ["6000 characters over embeds", { embeds: [embed(3_000), embed(3_000)] }],
    ["a full row", withComponents([row(...["a", "b", "c", "d", "e"].map(button))])],
    ["40 components", withComponents([container(Array.from({ length: 39 }, () => text("x")))], V2)],
    ["4000 characters over text displays", withComponents([text("x".repeat(2_000)), text("x".repeat(2_000))], V2)],
    [
      "a link without a custom id",
      withComponents([row({ type: 2, style: 5, label: "x", url: "https://a.b" } as LooseComponent)]),
    ],
    ["lists of who may be pinged", { content: "x", allowed_mentions: { users: ["1"], parse: [] } }],
  ])("takes %s", (_, body) => {
    expect(refused(body)).toEqual([]);
  });

  it.each<[string, MessageBody, string]>([
    ["2001 characters", { content: "x".repeat(2_001) }, "BASE_TYPE_MAX_LENGTH"],
    ["6001 characters over embeds", { embeds: [embed(3_000), embed(3_001)] }, "MAX_EMBED_SIZE_EXCEEDED"],
    ["a description of 4097", { embeds: [embed(4_097)] }, "BASE_TYPE_MAX_LENGTH"],
    ["eleven embeds", { embeds: Array.from({ length: 11 }, () => embed(1)) }, "BASE_TYPE_BAD_LENGTH"],
    ["an empty field", { embeds: [{ fields: [{ name: "", value: "v" }] }] }, "BASE_TYPE_BAD_LENGTH"],
    ["a nonce of 26", { content: "x", nonce: "x".repeat(26) }, "BASE_TYPE_MAX_LENGTH"],
    ["one custom id twice", withComponents([row(button("a"), button("a"))]), "COMPONENT_CUSTOM_ID_DUPLICATED"],
    [
      "a button without custom id",
      withComponents([row({ type: 2, style: 1, label: "x" } as LooseComponent)]),
      "BASE_TYPE_REQUIRED",
    ],
    ["six buttons in a row", withComponents([row(..."abcdef".split("").map(button))]), "BASE_TYPE_BAD_LENGTH"],
    ["six rows", withComponents(["a", "b", "c", "d", "e", "f"].map((id) => row(button(id)))), "BASE_TYPE_BAD_LENGTH"],
    ["a text display without the flag", withComponents([text("x")]), "UNION_TYPE_CHOICES"],
    [
      "41 components",
      withComponents([container(Array.from({ length: 40 }, () => text("x")))], V2),
      "BASE_TYPE_BAD_LENGTH",
    ],
    [
      "4001 characters over text displays",
      withComponents([text("x".repeat(4_001))], V2),
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ],
    [
      "content beside Components V2",
      { ...withComponents([text("x")], V2), content: "x" },
      "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "lists and parse of one kind",
      { content: "x", allowed_mentions: { users: ["1"], parse: [AllowedMentionsTypes.User] } },
      "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],
  ])("refuses %s", (_, body, code) => {
    expect(refused(body)).toEqual(expect.arrayContaining([50_035, code]));
  });

  it("refuses nothing at all, but takes a file alone", () => {
    expect(refused({ content: " " })).toEqual([50_006]);
    expect(refused({}, 1)).toEqual([]);
  });
});
