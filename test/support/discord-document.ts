import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A node of a JSON schema or of the document around it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Discord's OpenAPI document, as far as the judge walks it. */
export interface OpenApiDocument extends JsonObject {
  paths: Record<string, JsonObject>;
  components: { schemas: Record<string, JsonObject> };
}

export const METHODS = ["get", "put", "post", "patch", "delete"];

/** Where the document lies in a checkout that has it. It is Discord's, and no part of the project. */
const PLACE = fileURLToPath(new URL("../../../shared/discord/openapi.json", import.meta.url));

/** @returns The document, or undefined where it is not there. */
export function readDocument(): OpenApiDocument | undefined {
  return existsSync(PLACE) ? (JSON.parse(readFileSync(PLACE, "utf8")) as OpenApiDocument) : undefined;
}

/** Fields that Discord takes and the document does not know: two of commands, one that discord.js sends. */
const KNOWN_EXTRAS: Readonly<Record<string, JsonObject>> = {
  CreateTextThreadWithMessageRequest: { type: { type: "integer" } },
  ApplicationCommandUpdateRequest: {
    nsfw: { type: ["boolean", "null"] },
    default_permission: { type: ["boolean", "null"] },
  },
  ApplicationCommandCreateRequest: {
    nsfw: { type: ["boolean", "null"] },
    default_permission: { type: ["boolean", "null"] },
  },
};

/**
 * Makes the document sharp, in place: as published it lets misspelt fields pass and explains a fault in a union by the
 * faults of every branch.
 *
 * @param isForRequests Whether objects are closed. Answers may hold fields that the document does not know yet.
 */
export function sharpen(document: OpenApiDocument, isForRequests: boolean): OpenApiDocument {
  const { schemas } = document.components;
  allowIntegerStrings(document.components);
  allowIntegerStrings(document.paths);
  for (const [name, extra] of Object.entries(KNOWN_EXTRAS)) Object.assign(schemas[name]?.["properties"] ?? {}, extra);
  if (isForRequests) {
    close(document.components, false);
    for (const item of Object.values(document.paths)) {
      for (const method of METHODS) {
        const operation = item[method];
        if (isObject(operation) && operation["requestBody"] !== undefined) close(operation["requestBody"], false);
      }
    }
  }
  discriminate(document.components, schemas);
  discriminate(document.paths, schemas);
  return document;
}

/** Discord takes digits in a string wherever it takes a 64-bit integer; its document says so only in words. */
function allowIntegerStrings(node: Json): void {
  if (!isObject(node)) {
    if (Array.isArray(node)) node.forEach(allowIntegerStrings);
    return;
  }
  const types = [node["type"]].flat();
  const isWide = typeof node["maximum"] === "number" && node["maximum"] > Number.MAX_SAFE_INTEGER / 2;
  if (types.includes("integer") && isWide && node["const"] === undefined && node["enum"] === undefined) {
    const { type, minimum, maximum, format: _format, ...rest } = node;
    for (const key of Object.keys(node)) delete node[key];
    const number = {
      type: type ?? "integer",
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
    };
    Object.assign(node, rest, { anyOf: [number, { type: "string", pattern: "^[0-9]+$" }] });
    return;
  }
  Object.values(node).forEach(allowIntegerStrings);
  // "Integer or string" is now met twice by digits: as exactly one of the two, they would pass for neither.
  const { oneOf } = node;
  if (Array.isArray(oneOf) && oneOf.some((branch) => isObject(branch) && branch["anyOf"] !== undefined)) {
    delete node["oneOf"];
    node["anyOf"] = oneOf;
  }
}

/** The document never says that an object has no other fields, so a misspelt one would pass. */
function close(node: Json, isPartOfAll: boolean): void {
  if (Array.isArray(node)) {
    for (const part of node) close(part, isPartOfAll);
    return;
  }
  if (!isObject(node)) return;
  const isPlain = node["properties"] !== undefined && node["allOf"] === undefined && !isPartOfAll;
  if (isPlain && node["additionalProperties"] === undefined) node["additionalProperties"] = false;
  for (const [key, value] of Object.entries(node)) close(value, key === "allOf");
}

/** A union of objects that differ by `type` becomes "if the type is N, then that schema": one fault instead of thirty. */
function discriminate(node: Json, schemas: OpenApiDocument["components"]["schemas"]): void {
  if (Array.isArray(node)) {
    for (const part of node) discriminate(part, schemas);
    return;
  }
  if (!isObject(node)) return;
  for (const key of ["oneOf", "anyOf"]) {
    const branches = node[key];
    if (!Array.isArray(branches)) continue;
    const objects = branches.filter((branch) => isObject(branch) && branch["type"] !== "null");
    const types = objects.map((branch) => typesOf(branch, schemas));
    const all = types.flatMap((list) => list ?? []);
    if (objects.length < 2 || types.includes(undefined) || new Set(all).size !== all.length) continue;
    const chain = {
      type: "object",
      required: ["type"],
      properties: { type: { enum: all } },
      allOf: objects.map((branch, index) => ({
        if: { properties: { type: { enum: types[index] ?? [] } }, required: ["type"] },
        // oxlint-disable-next-line unicorn/no-thenable -- "then" is a word of JSON schema.
        then: branch,
      })),
    };
    delete node[key];
    Object.assign(node, objects.length === branches.length ? chain : { if: { type: "null" }, else: chain });
    return;
  }
  for (const part of Object.values(node)) discriminate(part, schemas);
}

function typesOf(branch: Json, schemas: OpenApiDocument["components"]["schemas"]): Json[] | undefined {
  if (!isObject(branch) || typeof branch["$ref"] !== "string") return undefined;
  const properties = schemas[branch["$ref"].split("/").at(-1) ?? ""]?.["properties"];
  const type = isObject(properties) ? properties["type"] : undefined;
  return isObject(type) && Array.isArray(type["enum"]) ? type["enum"] : undefined;
}

export function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
