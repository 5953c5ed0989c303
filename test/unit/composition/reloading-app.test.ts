import { setImmediate } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { ReloadingApp } from "../../../src/composition/reloading-app.ts";
import type { OpenedApp } from "../../../src/composition/reloading-app.ts";
import { IndexCorruptError } from "../../../src/domain/errors.ts";
import type { LogFields, Logger } from "../../../src/domain/ports.ts";
import { makeAnswer, makePaper, scriptApp } from "../../support/cli-app.ts";
import { VirtualClock } from "../discord/virtual-clock.ts";

const POLL_MS = 5000;

function appOn(indexName: string, script: Parameters<typeof scriptApp>[0] = {}): OpenedApp {
  const papers = [makePaper(`Of ${indexName}`)];
  return { indexName, app: scriptApp({ papers, findTitles: () => papers, ...script }) };
}

/** An App on the index `1`, a disk on which the test puts others, and a log. */
function worldOf(first: OpenedApp = appOn("1")) {
  const clock = new VirtualClock();
  const lines: { readonly severity: string; readonly fields: LogFields }[] = [];
  const log =
    (severity: string) =>
    (fields: LogFields): void =>
      void lines.push({ severity, fields });
  const logger: Logger = { info: log("info"), warn: log("warn"), error: log("error") };
  const disk: {
    read: () => Promise<string | undefined>;
    open: () => Promise<OpenedApp>;
    reads: number;
    opens: number;
  } = {
    read: () => Promise.resolve("1"),
    open: () => Promise.reject(new Error("Unscripted open")),
    reads: 0,
    opens: 0,
  };
  const app = new ReloadingApp(first, {
    clock,
    logger,
    pollMs: POLL_MS,
    readIndexName() {
      disk.reads += 1;
      return disk.read();
    },
    open() {
      disk.opens += 1;
      return disk.open();
    },
  });
  onTestFinished(() => app.stop());
  const holds = (name: string, open: () => Promise<OpenedApp> = () => Promise.resolve(appOn(name))): void => {
    disk.read = () => Promise.resolve(name);
    disk.open = open;
  };
  return { app, clock, disk, holds, lines };
}

describe("ReloadingApp", () => {
  it("stays with the index that it has while there is no other", async () => {
    const { app, clock, disk, lines } = worldOf();
    await clock.pass(10 * POLL_MS);
    expect(disk.reads).toBe(10);
    expect(disk.opens).toBe(0);
    expect(app.papers[0]?.title).toBe("Of 1");
    expect(lines).toEqual([]);
  });

  it("goes over to a new index once it is open, and says so", async () => {
    const { app, clock, disk, holds, lines } = worldOf();
    const opening = Promise.withResolvers<OpenedApp>();
    holds("2", () => opening.promise);
    await clock.pass(POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 1");
    opening.resolve(appOn("2"));
    await setImmediate();
    expect(app.papers[0]?.title).toBe("Of 2");
    expect(lines).toEqual([{ severity: "info", fields: { index: "2", papers: 1 } }]);
    await clock.pass(3 * POLL_MS);
    expect(disk.opens).toBe(1);
  });

  it("asks the new index whatever is asked from then on", async () => {
    const { app, clock, holds } = worldOf();
    const answer = makeAnswer({ text: "From 2" });
    const next = appOn("2", {
      ask: () => Promise.resolve(answer),
      search: () => Promise.resolve({ papers: [], undated: 2 }),
      related: () => Promise.resolve([]),
      summarize: () => Promise.resolve(answer),
      compare: () => Promise.resolve(answer),
    });
    holds("2", () => Promise.resolve(next));
    await clock.pass(POLL_MS);
    const question = { text: "Why?", history: [] };
    const options = { id: "a1" };
    await expect(app.ask(question, options)).resolves.toBe(answer);
    await expect(app.search("bees", { limit: 2 })).resolves.toEqual({ papers: [], undated: 2 });
    await expect(app.related(makePaper("Bees"), 3)).resolves.toEqual([]);
    await expect(app.summarize("Bees", { length: "short" })).resolves.toBe(answer);
    await expect(app.compare(["Bees", "Kettles"], options)).resolves.toBe(answer);
    expect(app.findTitles("bees", 4)[0]?.title).toBe("Of 2");
    expect((next.app as ReturnType<typeof scriptApp>).calls.slice(1)).toEqual([
      ["ask", question, options],
      ["search", "bees", { limit: 2 }],
      ["related", makePaper("Bees"), 3],
      ["summarize", "Bees", { length: "short" }],
      ["compare", ["Bees", "Kettles"], options],
      ["findTitles", "bees", 4],
    ]);
  });

  it("lets a question finish on the index that it began with", async () => {
    const answering = Promise.withResolvers<ReturnType<typeof makeAnswer>>();
    const { app, clock, holds } = worldOf(appOn("1", { ask: () => answering.promise }));
    const asked = app.ask({ text: "Why?", history: [] });
    holds("2");
    await clock.pass(POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 2");
    answering.resolve(makeAnswer({ text: "From 1" }));
    await expect(asked).resolves.toMatchObject({ text: "From 1" });
  });

  it("makes the list of titles before anybody needs it", async () => {
    const calls: string[] = [];
    const { app, clock, holds } = worldOf();
    const findTitles = () => {
      calls.push(app.papers[0]?.title ?? "");
      return [];
    };
    holds("2", () => Promise.resolve(appOn("2", { findTitles })));
    await clock.pass(POLL_MS);
    expect(calls).toEqual(["Of 1"]);
  });

  it("keeps the old index where the new one cannot be opened, tells it once, and tries again ever more rarely", async () => {
    const { app, clock, disk, holds, lines } = worldOf();
    const err = new IndexCorruptError("Torn.");
    holds("2", () => Promise.reject(err));
    await clock.pass(20 * POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 1");
    expect(lines).toEqual([{ severity: "error", fields: { err, index: "2" } }]);
    // After 1, 2, 4 and 8 pauses.
    expect(disk.opens).toBe(5);
    holds("2");
    await clock.pass(16 * POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 2");
  });

  it("tries an index that is newer than the broken one at once", async () => {
    const { app, clock, holds, lines } = worldOf();
    holds("2", () => Promise.reject(new IndexCorruptError("Torn.")));
    await clock.pass(20 * POLL_MS);
    holds("3", () => Promise.reject(new IndexCorruptError("Torn, too.")));
    await clock.pass(POLL_MS);
    holds("4");
    await clock.pass(POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 4");
    expect(lines.map(({ fields }) => fields["index"])).toEqual(["2", "3", "4"]);
  });

  it("goes on answering while the folder of the index is gone or cannot be read, and tells it once", async () => {
    const { app, clock, disk, holds, lines } = worldOf();
    disk.read = () => Promise.resolve(undefined);
    await clock.pass(2 * POLL_MS);
    expect(lines).toEqual([]);
    disk.read = () => Promise.reject(new IndexCorruptError("Edited."));
    await clock.pass(3 * POLL_MS);
    expect(lines).toHaveLength(1);
    expect(app.papers[0]?.title).toBe("Of 1");
    holds("2");
    await clock.pass(POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 2");
  });

  it("looks no more once it is stopped", async () => {
    const { app, clock, disk, holds } = worldOf();
    app.stop();
    holds("2");
    await clock.pass(10 * POLL_MS);
    expect(disk.reads).toBe(0);
  });

  it("does not go over when it is stopped meanwhile", async () => {
    const { app, clock, disk, holds, lines } = worldOf();
    const opening = Promise.withResolvers<OpenedApp>();
    holds("2", () => opening.promise);
    await clock.pass(POLL_MS);
    app.stop();
    opening.resolve(appOn("2"));
    await clock.pass(10 * POLL_MS);
    expect(app.papers[0]?.title).toBe("Of 1");
    expect(disk.opens).toBe(1);
    expect(lines).toEqual([]);
  });
});
