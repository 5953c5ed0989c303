import { readFileSync } from "node:fs";

import type { SourceFile } from "../../../src/corpus/read-corpus.ts";

/** A file of `test/fixtures/corpus`. Its papers are invented. */
export function fixture(name: string): SourceFile {
  return { path: name, bytes: readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url)) };
}

export function fixtureText(name: string): string {
  return new TextDecoder().decode(fixture(name).bytes);
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}
