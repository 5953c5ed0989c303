import { expect, test } from "vitest";
import { parseAction } from "../../../src/playground/page-action-check.ts";

test.for([
  { type: "say", channelId: "1", content: "hello" },
  { type: "say", channelId: "1", content: "hello", replyTo: "2", ping: false },
  { type: "slash", channelId: "1", name: "find", options: { query: "kv", limit: 3, private: true } },
  { type: "submit", interactionId: "1", fields: { question: "why", length: ["short"] } },
])("takes $type", (action) => {
  expect(parseAction(JSON.stringify(action))).toEqual(action);
});

test.for([
  "",
  "{",
  "null",
  "[]",
  '"say"',
  '{"type":"constructor"}',
  '{"type":"__proto__"}',
  '{"type":"say","channelId":"1"}',
  '{"type":"say","channelId":"1","content":{}}',
  '{"type":"say","channelId":"1","content":"a","as":"bob"}',
  '{"type":"slash","channelId":"1","name":"find","options":{"query":{"id":"1"}}}',
  '{"type":"select","messageId":"1","customId":"a","values":"b"}',
])("takes no %s", (json) => {
  expect(parseAction(json)).toBeUndefined();
});
