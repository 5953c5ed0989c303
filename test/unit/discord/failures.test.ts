import { describe, expect, test } from "vitest";
import { describeFailure, inTime, Refusal } from "../../../src/discord/failures.ts";
import { UnderWay } from "../../../src/discord/under-way.ts";
import { EmbeddingError } from "../../../src/domain/errors.ts";
import { recordLog } from "./record-log.ts";

describe("describeFailure()", () => {
  test("shows a known failure's own words", () => {
    expect(describeFailure(new EmbeddingError("No route."), recordLog())).toBe("No route.");
    expect(describeFailure(new Refusal("No such day."), recordLog())).toBe("No such day.");
  });

  test("shows of anything else only a number, under which the log has the rest", () => {
    const log = recordLog();
    const bug = new Error("secret stack");
    const words = describeFailure(bug, log);
    expect(words).not.toContain("secret");
    const [, id = "no id"] = /number (\w{8})\./.exec(words) ?? [];
    expect(log.lines).toEqual([["error", `Unexpected failure ${id}`, bug]]);
  });
});

describe("inTime()", () => {
  const never = () => new Promise<never>(() => {});
  const { signal } = new AbortController();

  test("gives what came in time", async () => {
    expect(await inTime(() => Promise.resolve("tea"), { signal, limitMs: 10_000 })).toBe("tea");
  });

  test("gives up in words when it takes too long, or when the process ends", async () => {
    await expect(inTime(never, { signal, limitMs: 1 })).rejects.toThrow("That took too long");
    const ending = new AbortController();
    const interrupted = inTime(never, { signal: ending.signal, limitMs: 10_000 });
    ending.abort();
    await expect(interrupted).rejects.toThrow("I am being restarted");
  });

  test("begins nothing when the process is ending", async () => {
    const work = () => Promise.reject(new Error("Begun"));
    await expect(inTime(work, { signal: AbortSignal.abort(), limitMs: 10_000 })).rejects.toThrow(
      "I am being restarted",
    );
  });
});

describe("UnderWay", () => {
  test("lets work finish before it closes", async () => {
    const underWay = new UnderWay();
    const order: string[] = [];
    const work = Promise.withResolvers<void>();
    void underWay.run(async (signal) => {
      await work.promise;
      order.push(signal.aborted ? "interrupted" : "finished");
    });
    const closed = underWay.close(10_000).then(() => order.push("closed"));
    work.resolve();
    await closed;
    expect(order).toEqual(["finished", "closed"]);
  });

  test("interrupts what takes longer, and waits for its farewell", async () => {
    const underWay = new UnderWay();
    const order: string[] = [];
    void underWay.run(async (signal) => {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      order.push("farewell");
    });
    await underWay.close(1);
    expect(order).toEqual(["farewell"]);
  });

  test("gives work that comes while it closes no time at all", async () => {
    const underWay = new UnderWay();
    await underWay.close(1);
    await underWay.run(async (signal) => expect(signal.aborted).toBe(true));
  });
});
