import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const IMPORTS = "eslint(no-restricted-imports)";

/** Code that must not pass: the file, what stands in it, and the rule that stops it. */
const FORBIDDEN = [
  ["src/domain/a.ts", 'import "node:crypto";', IMPORTS],
  ["src/domain/b.ts", 'import "../corpus/parse-page.ts";', IMPORTS],
  ["src/domain/c.ts", 'import "@langchain/core/documents";', IMPORTS],
  ["src/corpus/a.ts", 'import "../retrieval/fuse.ts";', IMPORTS],
  ["src/corpus/b.ts", 'import "node:fs/promises";', IMPORTS],
  ["src/retrieval/a.ts", 'import "vectra/browser";', IMPORTS],
  ["src/retrieval/b.ts", 'export const load = () => import("vectra");', IMPORTS],
  ["src/indexing/a.ts", 'import "../adapters/files.ts";', IMPORTS],
  ["src/answering/a.ts", 'import "openai";', IMPORTS],
  ["src/answering/b.ts", 'import "../config.ts";', IMPORTS],
  ["src/adapters/clock.ts", 'import "node:fs";', IMPORTS],
  ["src/adapters/vectra-a.ts", 'import "openai";', IMPORTS],
  ["src/adapters/openai-a.ts", 'import "vectra";', IMPORTS],
  ["src/adapters/openai-b.ts", 'import "../indexing/manifest.ts";', IMPORTS],
  ["src/cli/a.ts", 'import "discord.js";', IMPORTS],
  ["src/cli/b.ts", 'import "../retrieval/fuse.ts";', IMPORTS],
  ["src/cli/c.ts", 'import "../compose.ts";', IMPORTS],
  ["src/discord/a.ts", 'import "../retrieval/fuse.ts";', IMPORTS],
  ["src/discord/commands/a.ts", 'import "../../compose.ts";', IMPORTS],
  ["src/playground/a.ts", 'import "discord.js";', IMPORTS],
  ["src/evaluation/a.ts", 'import "node:fs";', IMPORTS],
  ["src/compose.ts", 'import "openai";', IMPORTS],
  ["src/composition/a.ts", 'import "vectra";', IMPORTS],
  ["src/main.ts", 'import "./retrieval/fuse.ts";', IMPORTS],
  ["src/app.ts", 'import "./compose.ts";', IMPORTS],
  ["src/answering/c.ts", 'import "../../test/support/doubles.ts";', IMPORTS],
  ["src/retrieval/c.ts", 'import "minisearch";', IMPORTS],
  ["src/config.ts", "export const home = process.env.HOME;", "node(no-process-env)"],
  ["src/cli/d.ts", 'console.log("hello");', "eslint(no-console)"],
  ["src/cli/e.ts", "export default 1;", "import(no-default-export)"],
  ["src/cli/f.ts", 'export * from "./a.ts";', "oxc(no-barrel-file)"],
  ["src/cli/g.ts", "// one more line\n".repeat(251), "eslint(max-lines)"],
  ["src/cli/h.ts", 'import { b } from "./i.ts";\nexport const a = () => b;', "import(no-cycle)"],
  ["src/cli/i.ts", 'import { a } from "./h.ts";\nexport const b = () => a;', "import(no-cycle)"],
  ["src/cli/j.ts", "export const loose: any = 1;", "typescript(no-explicit-any)"],
  ["src/cli/k.ts", "Promise.resolve();", "typescript(no-floating-promises)"],
  ["src/cli/l.ts", 'export const loose: string = JSON.parse("1");', "typescript(no-unsafe-assignment)"],
  ["test/unit/a.test.ts", 'import { vi } from "vitest";\nvi.mock("./a.ts");', "eslint(no-restricted-properties)"],
] as const;

/** Code that must pass the same rules. */
const ALLOWED = [
  ["src/composition/ok.ts", 'import "../retrieval/fuse.ts";\nimport "../config.ts";\nimport "./engine.ts";'],
  ["src/domain/ok.ts", 'import "./paper.ts";'],
  [
    "src/retrieval/ok.ts",
    'import "../domain/paper.ts";\nimport "@langchain/core/retrievers";\nimport "porter2";\nimport "./fuse.ts";',
  ],
  ["src/adapters/files.ts", 'import "node:fs/promises";\nimport "../domain/ports.ts";'],
  ["src/adapters/vectra-ok.ts", 'import "vectra/browser";\nimport "@langchain/core/vectorstores";'],
  [
    "src/cli/ok.ts",
    'import "commander";\nimport "../app.ts";\nimport "../evaluation/evaluate.ts";\nimport "node:readline";',
  ],
  ["src/discord/commands/ok.ts", 'import "discord.js";\nimport "../../app.ts";\nimport "../../domain/answer.ts";'],
  ["src/cli.ts", 'import "./config.ts";\nimport "./compose.ts";\nexport const home = process.env["HOME"];'],
] as const;

let folder: string;
let found: Map<string, Set<string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-lint-"));
  await cp(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  await writeFile(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [] } }',
  );
  for (const [file, code] of [...FORBIDDEN, ...ALLOWED]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
  }
  found = await lint();
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

/** @returns The rules that each file breaks. */
async function lint(): Promise<Map<string, Set<string>>> {
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const { promise, resolve } = Promise.withResolvers<string>();
  // Its exit code is 1 when it finds something, which is what it is here for.
  execFile(process.execPath, [oxlint, "--type-aware", "-f", "json"], { cwd: folder }, (_, stdout) => resolve(stdout));
  const { diagnostics } = JSON.parse(await promise) as { diagnostics: { code: string; filename: string }[] };
  const rules = new Map<string, Set<string>>();
  for (const { code, filename } of diagnostics) {
    rules.set(filename, (rules.get(filename) ?? new Set()).add(code));
  }
  return rules;
}

describe("lint stops", () => {
  test.each(FORBIDDEN.map(([file, , rule]) => [rule, file]))("%s in %s", (rule, file) => {
    expect([...(found.get(file) ?? [])]).toContain(rule);
  });
});

describe("lint lets", () => {
  test.each(ALLOWED)("%s import what it may", (file) => {
    const rules = found.get(file) ?? new Set();
    expect(rules.has(IMPORTS) || rules.has("node(no-process-env)")).toBe(false);
  });
});
