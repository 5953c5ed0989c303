import { parseAst } from "vitest/node";

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A text with a space in it, or a word that begins like a sentence. */
const SENTENCE = /\p{L}.*\s|\s.*\p{L}|^\p{Lu}\p{Ll}+$/su;
/** What holds types, or the names of files. */
const TYPES = new Set(["TSTypeAliasDeclaration", "TSInterfaceDeclaration", "ImportDeclaration"]);
const TYPE_KEYS = new Set(["typeAnnotation", "typeArguments", "typeParameters", "returnType"]);

/**
 * The literals of TypeScript code that read like sentences, without those that go to the log or into an error: its owner
 * reads these. What is computed shows as "…". It is no proof: a lone lower-case word goes unnoticed.
 */
export function literalsForPeople(code: string): readonly string[] {
  const found: string[] = [];
  visit(parseAst(code, { lang: "ts" }) as unknown as Node);
  return found;

  function visit(node: Node): void {
    if (isForOwner(node) || TYPES.has(node.type)) return;
    const text = textOf(node);
    if (text !== undefined && SENTENCE.test(text)) found.push(text);
    for (const [key, value] of Object.entries(node)) {
      if (TYPE_KEYS.has(key)) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  }
}

function textOf(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type !== "TemplateLiteral") return undefined;
  const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join("…");
}

/** `log.warn(…)`, `bot.log.error(…)`, `new Error(…)` and its kin, `super(…)`. */
function isForOwner({ type, callee }: Node): boolean {
  if (!isNode(callee)) return false;
  if (type === "NewExpression") return String(callee["name"]).endsWith("Error");
  if (type !== "CallExpression") return false;
  if (callee.type === "Super") return true;
  const { object } = callee;
  if (!isNode(object)) return false;
  const { name, property } = object;
  return name === "log" || (isNode(property) && property["name"] === "log");
}

function isNode(value: unknown): value is Node {
  return value instanceof Object && "type" in value && typeof value.type === "string";
}
