import type { Manifest, SourceHash } from "./manifest.ts";

/** What an index should have been built from, as things stand now. */
export interface Expectation {
  readonly paths: readonly string[] | null;
  readonly sources: readonly SourceHash[];
  /** {@link EmbeddingModel.name} */
  readonly model: string;
  readonly recipe: string;
}

/**
 * Compares an index with what it should have been built from.
 *
 * @returns Undefined if it is up to date, else the first reason why not: a clause for people, without capital or period.
 */
export function checkFreshness(manifest: Manifest, expected: Expectation): string | undefined {
  const { embedding, recipe, sources } = manifest;
  if (embedding.model !== expected.model)
    return `it was built with the embedding model ${embedding.model}, not ${expected.model}`;
  if (recipe !== expected.recipe) return "this version of Footnote prepares papers in another way";
  if (JSON.stringify(manifest.paths) !== JSON.stringify(expected.paths))
    return `it was built from ${describe(manifest.paths)}, not from ${describe(expected.paths)}`;
  return compareSources(sources, expected.sources);
}

function compareSources(built: readonly SourceHash[], now: readonly SourceHash[]): string | undefined {
  const before = new Map(built.map(({ path, sha256 }) => [path, sha256]));
  for (const { path, sha256 } of now) {
    if (!before.has(path)) return `${path} is new`;
    if (before.get(path) !== sha256) return `${path} has changed`;
    before.delete(path);
  }
  const [gone] = before.keys();
  if (gone !== undefined) return `${gone} is gone`;
  const moved = built.length !== now.length || built.some(({ path }, at) => path !== now[at]?.path);
  return moved ? "its sources are in another order" : undefined;
}

function describe(paths: readonly string[] | null): string {
  return paths ? paths.join(", ") : "the configured corpus";
}
