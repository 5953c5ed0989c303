import { setImmediate } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { diskFiles } from "../../src/adapters/files.ts";
import { ReloadingApp } from "../../src/composition/reloading-app.ts";
import type { OpenedApp } from "../../src/composition/reloading-app.ts";
import type { LogFields, Logger } from "../../src/domain/ports.ts";
import { readManifest } from "../../src/indexing/open-index.ts";
import { World } from "../support/compose-world.ts";
import { catalogueOf, inventPaper, PAPERS } from "../support/papers.ts";
import { WaitingClock } from "../support/waiting-clock.ts";

const POLL_MS = 5000;
const LANTERN = inventPaper("LanternFish: Counting Plankton in the Dark", {
  digest:
    "LanternFish counts plankton from the light that it gives off. On 900 dives its counts are within 4% of those of biologists.",
  questions: ["How can plankton be counted in the dark?"],
});

class ReloadingWorld extends World {
  readonly clock = new WaitingClock();
  readonly lines: { readonly severity: string; readonly fields: LogFields }[] = [];

  async readIndexName(): Promise<string | undefined> {
    const manifest = await readManifest(this.index, diskFiles);
    return manifest && `${manifest.generation} ${manifest.builtAt}`;
  }

  async openApp(): Promise<OpenedApp> {
    const indexName = (await this.readIndexName()) ?? "";
    return { indexName, app: (await this.open()).app };
  }

  async start(): Promise<ReloadingApp> {
    await this.build();
    const log =
      (severity: string) =>
      (fields: LogFields): void =>
        void this.lines.push({ severity, fields });
    const logger: Logger = { info: log("info"), warn: log("warn"), error: log("error") };
    const app = new ReloadingApp(await this.openApp(), {
      readIndexName: () => this.readIndexName(),
      open: () => this.openApp(),
      pollMs: POLL_MS,
      clock: this.clock,
      logger,
    });
    onTestFinished(() => app.stop());
    return app;
  }

  /** Lets time pass until it has come true. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      this.clock.pass(POLL_MS);
      await setImmediate();
    }
  }
}

describe("a bot whose corpus grows", () => {
  it("answers from the new paper without a restart, and fails nobody meanwhile", async () => {
    const world = new ReloadingWorld();
    const app = await world.start();
    const question = { text: "How can plankton be counted in the dark?", history: [] };
    const askUntilFound = async (): Promise<(string | undefined)[]> => {
      const titles: (string | undefined)[] = [];
      while (titles.at(-1) !== LANTERN.title) {
        const { citations } = await app.ask(question);
        titles.push(citations[0]?.paper.title);
        await app.search("plankton");
        expect(app.findTitles("kettle")[0]?.title).toMatch(/^KettleNet/);
        await setImmediate();
      }
      return titles;
    };
    const asking = [1, 2, 3].map(askUntilFound);
    // Twice: the second build removes the files of the index that answered at first.
    for (const [at, added] of [inventPaper("Of Moss"), LANTERN].entries()) {
      world.write(`more-${at}.jsonl`, catalogueOf([added]));
      await world.build();
      await world.until(() => app.papers.length === PAPERS.length + 1 + at);
    }
    for (const titles of await Promise.all(asking)) expect(titles.indexOf(LANTERN.title)).toBeGreaterThan(0);
    expect(app.findTitles("lantern fish")[0]?.title).toBe(LANTERN.title);
    expect(world.lines.map(({ severity }) => severity)).toEqual(["info", "info"]);
  });

  it("sees that the folder was removed and the index built anew under the same name", async () => {
    const world = new ReloadingWorld();
    const app = await world.start();
    world.removeIndex();
    world.clock.pass(POLL_MS);
    await setImmediate();
    expect(app.papers).toHaveLength(PAPERS.length);
    world.write("more.jsonl", catalogueOf([LANTERN]));
    await world.build();
    await world.until(() => app.papers.length === PAPERS.length + 1);
    expect((await world.opened()).manifest.generation).toBe("000001");
    expect((await app.search("plankton")).papers[0]?.paper).toEqual(LANTERN);
  });

  it("stays with the old index where the new one is damaged, and goes on with the next", async () => {
    const world = new ReloadingWorld();
    const app = await world.start();
    world.write("more.jsonl", catalogueOf([LANTERN]));
    await world.build();
    const { generation } = (await world.opened()).manifest;
    await diskFiles.remove(`${world.index}/${generation}/papers.jsonl`);
    await world.until(() => world.lines.length > 0);
    expect(world.lines).toMatchObject([{ severity: "error", fields: { err: { code: "index/corrupt" } } }]);
    await expect(app.ask({ text: "How does KettleNet hear boiling water?", history: [] })).resolves.toMatchObject({
      outcome: "answered",
    });
    await world.build();
    await world.until(() => app.papers.length === PAPERS.length + 1);
  });
});
