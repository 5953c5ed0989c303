import type { PersonAction } from "./page-wire.ts";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isScalar: Check = (value) => isText(value) || isFlag(value) || Number.isFinite(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);

/** The fields of every action. */
const SHAPES: Readonly<Record<PersonAction["type"], Readonly<Record<string, Check>>>> = {
  say: { channelId: isText, content: isText, replyTo: optional(isText), ping: optional(isFlag) },
  type: { channelId: isText },
  slash: { channelId: isText, name: isText, options: recordOf(isScalar) },
  autocomplete: { channelId: isText, name: isText, focused: isText, options: recordOf(isScalar) },
  "message-command": { messageId: isText, name: isText },
  press: { messageId: isText, customId: isText },
  select: { messageId: isText, customId: isText, values: isTexts },
  submit: { interactionId: isText, fields: recordOf((value) => isText(value) || isFlag(value) || isTexts(value)) },
  thread: { messageId: isText, channelId: isText, name: isText },
  locale: { locale: isText },
};

/** @returns Undefined if what came is no action. */
export function parseAction(json: string): PersonAction | undefined {
  const value = parseJson(json);
  if (!isRecord(value) || typeof value["type"] !== "string" || !Object.hasOwn(SHAPES, value["type"])) return undefined;
  const shape = SHAPES[value["type"] as PersonAction["type"]];
  const isWhole = Object.entries(shape).every(([name, check]) => check(value[name]));
  const isClosed = Object.keys(value).every((name) => name === "type" || Object.hasOwn(shape, name));
  return isWhole && isClosed ? (value as unknown as PersonAction) : undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
