import { type ErrorObject, Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Judge, RecordedRequest } from "../../src/playground/options.ts";
import { type Json, METHODS, type OpenApiDocument, isObject, readDocument, sharpen } from "./discord-document.ts";

/** The most telling kinds of fault, first. */
const RANKS = [
  "additionalProperties",
  "maxLength",
  "maxItems",
  "minItems",
  "minLength",
  "maximum",
  "minimum",
  "required",
  "pattern",
  "format",
];
const MOST_FAULTS = 4;
/** discord.js adds these to every message body, whatever the route; Discord ignores what it does not know. */
const NOISE: Readonly<Record<string, Json>> = {
  tts: false,
  enforce_nonce: false,
  title: null,
  waveform: null,
  duration_secs: null,
};
/** Objects inside gateway events that REST has too: the document has no events. */
const EVENT_SCHEMAS: Readonly<Record<string, string>> = {
  MESSAGE_CREATE: "MessageResponse",
  MESSAGE_UPDATE: "MessageResponse",
  THREAD_CREATE: "ThreadResponse",
  THREAD_UPDATE: "ThreadResponse",
  CHANNEL_CREATE: "GuildChannelResponse",
  CHANNEL_UPDATE: "GuildChannelResponse",
  GUILD_CREATE: "GuildResponse",
};

interface KnownPath {
  readonly path: string;
  readonly pattern: RegExp;
  readonly variables: number;
}

/** Discord's own document as judge of requests, of answers, and of the objects in events. */
export class DocumentJudge implements Judge {
  readonly #document: OpenApiDocument;
  readonly #requests: Ajv2020;
  readonly #answers: Ajv2020;
  readonly #paths: readonly KnownPath[];

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#requests = reader(sharpen(structuredClone(document), true));
    this.#answers = reader(sharpen(structuredClone(document), false));
    this.#paths = Object.keys(document.paths)
      .map((path) => ({ path, pattern: patternOf(path), variables: path.split("{").length - 1 }))
      .toSorted((left, right) => left.variables - right.variables);
  }

  request(request: RecordedRequest): readonly string[] {
    const known = this.#operation(request);
    if (typeof known === "string") return [known];
    const { operation, pointer } = known;
    const complaints = unknownQuery(operation, request);
    const requestBody = isObject(operation["requestBody"]) ? operation["requestBody"] : {};
    const content = isObject(requestBody["content"]) ? requestBody["content"] : {};
    if (request.body === undefined) {
      return requestBody["required"] === true ? [...complaints, "body: required"] : complaints;
    }
    const type = "application/json" in content ? "application/json" : Object.keys(content)[0];
    if (type === undefined) return [...complaints, "body: none is described"];
    if (request.isForm && !("multipart/form-data" in content)) complaints.push("body: no form is described");
    const schema = `${pointer}/requestBody/content/${escape(type)}/schema`;
    return [...complaints, ...faults(this.#requests, schema, withoutNoise(request.body))];
  }

  answer(request: RecordedRequest): readonly string[] {
    const known = this.#operation(request);
    if (typeof known === "string") return [known];
    const responses = isObject(known.operation["responses"]) ? known.operation["responses"] : {};
    const status = String(request.status);
    const key = status in responses ? status : `${status[0]}XX`;
    const response = responses[key];
    if (!isObject(response)) return [`answer: status ${status} is not described`];
    const content = isObject(response["content"]) ? response["content"]["application/json"] : undefined;
    if (content === undefined) return [];
    const schema = `${known.pointer}/responses/${key}/content/${escape("application/json")}/schema`;
    return faults(this.#answers, schema, request.answer).map((fault) => `answer${fault}`);
  }

  event(name: string, data: unknown): readonly string[] {
    const given = data as Json;
    const schema = EVENT_SCHEMAS[name];
    const complaints = schema === undefined ? [] : this.object(schema, given);
    if (!isObject(given)) return complaints;
    const judgeAll = (kind: string, list: Json | undefined): readonly string[] =>
      (Array.isArray(list) ? list : []).flatMap((one) => this.object(kind, one));
    if (name === "GUILD_CREATE") {
      return [
        ...complaints,
        ...judgeAll("GuildChannelResponse", given["channels"]),
        ...judgeAll("ThreadResponse", given["threads"]),
        ...judgeAll("GuildMemberResponse", given["members"]),
      ];
    }
    if (name !== "INTERACTION_CREATE") return complaints;
    return [
      ...(given["message"] === undefined ? [] : this.object("MessageResponse", given["message"])),
      ...(given["member"] === undefined ? [] : this.object("GuildMemberResponse", given["member"])),
      ...(given["user"] === undefined ? [] : this.object("UserResponse", given["user"])),
    ];
  }

  /** Judges a value by one schema of the document. */
  object(schema: string, value: Json): readonly string[] {
    return faults(this.#answers, `/components/schemas/${schema}`, value);
  }

  /** @returns The operation, or what is wrong with the address. */
  #operation({ method, path }: RecordedRequest): { operation: Record<string, Json>; pointer: string } | string {
    const known = this.#paths.find(({ pattern }) => pattern.test(path));
    if (!known) return `no such path in the document: ${path}`;
    const verb = method.toLowerCase();
    const item = this.#document.paths[known.path];
    const operation = METHODS.includes(verb) ? item?.[verb] : undefined;
    if (!isObject(operation)) return `${known.path} has no ${method}`;
    const shared = Array.isArray(item?.["parameters"]) ? item["parameters"] : [];
    const own = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
    return {
      operation: { ...operation, parameters: [...shared, ...own] },
      pointer: `/paths/${escape(known.path)}/${verb}`,
    };
  }
}

let cached: DocumentJudge | undefined;

/** @returns The judge, or undefined where Discord's document is not there: a test must then say that it skips. */
export function readJudge(): DocumentJudge | undefined {
  if (cached) return cached;
  const document = readDocument();
  cached = document && new DocumentJudge(document);
  return cached;
}

function reader(document: OpenApiDocument): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("snowflake", /^(?:0|[1-9][0-9]*)$/);
  ajv.addFormat("nonce", true);
  ajv.addSchema(document, "discord");
  return ajv;
}

function faults(ajv: Ajv2020, pointer: string, value: unknown): string[] {
  const key = `discord#${pointer}`;
  const check = ajv.getSchema(key) ?? ajv.compile({ $ref: key });
  return check(value) ? [] : explain(check.errors ?? []);
}

function explain(errors: readonly ErrorObject[]): string[] {
  const wrappers = ["if", "anyOf", "oneOf", "allOf"];
  const plain = errors.filter((error) => !wrappers.includes(error.keyword));
  const rank = ({ keyword }: ErrorObject): number => (RANKS.includes(keyword) ? RANKS.indexOf(keyword) : RANKS.length);
  const sentences = (plain.length > 0 ? plain : errors)
    .toSorted((left, right) => rank(left) - rank(right))
    .map((error) => {
      const extra: unknown = error.params["additionalProperty"];
      return `${error.instancePath || " body"}: ${error.message}${typeof extra === "string" ? ` (${extra})` : ""}`;
    });
  return [...new Set(sentences)].slice(0, MOST_FAULTS);
}

function unknownQuery(operation: Record<string, Json>, { query }: RecordedRequest): string[] {
  const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"].filter(isObject) : [];
  const names = parameters.filter((one) => one["in"] === "query").map((one) => one["name"]);
  return Object.keys(query).flatMap((name) => (names.includes(name) ? [] : [`query: unknown ${name}`]));
}

function withoutNoise(body: unknown): unknown {
  const drop = (node: Json): Json =>
    isObject(node)
      ? Object.fromEntries(Object.entries(node).filter(([key, value]) => !(key in NOISE && NOISE[key] === value)))
      : node;
  const clean = (node: Json): Json => {
    const dropped = drop(node);
    if (!isObject(dropped) || !Array.isArray(dropped["attachments"])) return dropped;
    return { ...dropped, attachments: dropped["attachments"].map(drop) };
  };
  const given = body as Json;
  if (!isObject(given)) return given;
  const isCallback = isObject(given["data"]) && "type" in given;
  return isCallback ? { ...given, data: clean(given["data"] ?? null) } : clean(given);
}

function patternOf(path: string): RegExp {
  const parts = path
    .split("/")
    .map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{[^}]+\}/g, "[^/]+"));
  return new RegExp(`^${parts.join("/")}$`);
}

function escape(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
