import { describe, expect, it } from "vitest";
import type { RecordedRequest } from "../../src/playground/options.ts";
import { readJudge } from "../support/discord-judge.ts";

const judge = readJudge();
const MESSAGES = "/channels/1/messages";

function complaintsAbout(method: string, path: string, body: unknown): readonly string[] {
  const request: RecordedRequest = {
    at: 0,
    method,
    url: path,
    path,
    query: {},
    headers: {},
    body,
    isForm: false,
    files: [],
    status: 0,
    answer: undefined,
  };
  return judge?.request(request) ?? [];
}

function command(changes: object): object[] {
  return [{ name: "ask", description: "Asks", type: 1, ...changes }];
}

function row(components: object[]): object {
  return { components: [{ type: 1, components }] };
}

const button = { type: 2, style: 2, label: "Go", custom_id: "go" };
const select = (options: number): object => ({
  type: 3,
  custom_id: "pick",
  options: Array.from({ length: options }, (_, index) => ({ label: `${index}`, value: `${index}` })),
});
const choices = (count: number): object[] =>
  Array.from({ length: count }, (_, at) => ({ name: `${at}`, value: `${at}` }));

// Discord's document is not part of this project: without it these tests are reported as skipped.
describe.skipIf(judge === undefined)("Discord's document as judge", () => {
  it.each<[string, string, string, unknown]>([
    ["a message", "POST", MESSAGES, { content: "hello", tts: false, enforce_nonce: true, nonce: "12" }],
    ["buttons", "POST", MESSAGES, row([button])],
    ["a menu", "POST", MESSAGES, row([select(25)])],
    ["a command", "PUT", "/applications/1/commands", command({ default_member_permissions: "8" })],
    ["a deferral", "POST", "/interactions/1/t/callback", { type: 5, data: { flags: 64 } }],
    ["an edit of @original", "PATCH", "/webhooks/1/t/messages/@original", { content: "x" }],
  ])("lets pass %s", (_, method, path, body) => {
    expect(complaintsAbout(method, path, body)).toEqual([]);
  });

  it.each<[string, string, string, unknown]>([
    ["a misspelt field", "POST", MESSAGES, { contents: "hello" }],
    ["an unknown path", "GET", "/channels/1/mesages", undefined],
    ["a method that is not there", "PUT", MESSAGES, {}],
    ["a button label of 81", "POST", MESSAGES, row([{ ...button, label: "x".repeat(81) }])],
    ["six buttons in a row", "POST", MESSAGES, row(Array.from({ length: 6 }, () => button))],
    ["26 options of a menu", "POST", MESSAGES, row([select(26)])],
    ["an embed description of 4097", "POST", MESSAGES, { embeds: [{ description: "x".repeat(4_097) }] }],
    ["eleven embeds", "POST", MESSAGES, { embeds: Array.from({ length: 11 }, () => ({ title: "t" })) }],
    ["26 choices", "POST", "/interactions/1/t/callback", { type: 8, data: { choices: choices(26) } }],
    ["an answer of 2001", "POST", "/interactions/1/t/callback", { type: 4, data: { content: "x".repeat(2_001) } }],
    ["26 command options", "PUT", "/applications/1/commands", command({ options: choices(26) })],
    ["a thread name of 101", "POST", "/channels/1/threads", { name: "x".repeat(101), type: 11 }],
    ["a body where one is required", "POST", "/interactions/1/t/callback", undefined],
  ])("complains about %s", (_, method, path, body) => {
    expect(complaintsAbout(method, path, body)).not.toEqual([]);
  });

  it("names the place and the limit, not thirty branches of a union", () => {
    const complaints = complaintsAbout("POST", MESSAGES, row(Array.from({ length: 6 }, () => button)));
    expect(complaints).toEqual(["/components/0/components: must NOT have more than 5 items"]);
  });

  it("judges answers and the objects in events", () => {
    expect(judge?.object("UserResponse", { id: "1" })).not.toEqual([]);
    expect(judge?.event("MESSAGE_CREATE", { id: "1", content: "x" })).not.toEqual([]);
    expect(judge?.event("TYPING_START", {})).toEqual([]);
  });
});
