import { describe, expect, it } from "vitest";
import { IndexUnwritableError } from "../../src/domain/errors.ts";
import { buildIndex } from "../../src/indexing/build-index.ts";
import { makeRequest, makeTools, readBack } from "../support/index-builds.ts";
import { FailingFiles, type FailurePlan } from "../support/index-failing-files.ts";
import { makePapers } from "../support/index-papers.ts";
import { tempFolder } from "../support/index-temp-folder.ts";

const OLD = makePapers(5);
// One paper gone, one changed, three new.
const NEW = makePapers(8)
  .slice(1)
  .map((paper, at) => (at === 2 ? { ...paper, digest: "It says something else now." } : paper));

/** Runs a build once for each of its storage steps, and makes it fail there. */
async function failAtEveryStep(
  plan: Omit<FailurePlan, "failAt">,
  before: readonly (typeof OLD)[],
  inspect: (folder: string, error: unknown) => Promise<void>,
): Promise<number> {
  for (let failAt = 1; ; failAt += 1) {
    const folder = tempFolder();
    for (const papers of before) await buildIndex(makeRequest({ folder, papers }), makeTools());
    const files = new FailingFiles({ ...plan, failAt });
    const building = buildIndex(makeRequest({ folder, papers: NEW }), makeTools(files));
    const error: unknown = await building.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!files.failed) return failAt - 1;
    await inspect(folder, error);
  }
}

const titles = (papers: typeof OLD) => papers.map(({ title }) => title);

async function expectWhole(folder: string, allowed: readonly (typeof OLD)[]) {
  const found = await readBack(folder);
  expect(allowed.map(titles)).toContainEqual(found?.titles);
  expect(found?.ids).toEqual(found?.index.papers.map(({ id }) => id));
  expect(found?.comparable).toBe(found?.titles.length);
  return found;
}

describe("buildIndex() killed at any storage step", () => {
  const kill = { failure: new Error("killed"), dies: true };

  it("leaves the old index or the new one, whole, and the next build ends the work", async () => {
    const steps = await failAtEveryStep(kill, [OLD, OLD.slice(1), OLD], async (folder) => {
      await expectWhole(folder, [OLD, NEW]);
      await buildIndex(makeRequest({ folder, papers: NEW }), makeTools());
      await expectWhole(folder, [NEW]);
    });
    expect(steps).toBeGreaterThan(25);
  });

  it("leaves no index or the new one where there was none", async () => {
    await failAtEveryStep(kill, [], async (folder) => {
      const found = await readBack(folder);
      if (found) expect(found.titles).toEqual(titles(NEW));
      await buildIndex(makeRequest({ folder, papers: NEW }), makeTools());
      await expectWhole(folder, [NEW]);
    });
  });
});

describe("buildIndex() on storage that refuses any one step", () => {
  const refusal = { failure: new IndexUnwritableError("the disk is full"), dies: false };

  it("says so or does without, and leaves the old index or the new one, whole", async () => {
    await failAtEveryStep(refusal, [OLD, OLD.slice(1), OLD], async (folder, error) => {
      if (error) expect(error).toBe(refusal.failure);
      await expectWhole(folder, error ? [OLD, NEW] : [NEW]);
    });
  });
});
