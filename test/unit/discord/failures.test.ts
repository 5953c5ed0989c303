import { describe, expect, test } from "vitest";
import { describeFailure, interrupted, inTime, Refusal } from "../../../src/discord/failures.ts";
import { UnderWay } from "../../../src/discord/under-way.ts";
import { wordsFor } from "../../../src/discord/words/words-for.ts";
import { DataUnusableError, EmbeddingError } from "../../../src/domain/errors.ts";
import { recordLog } from "./record-log.ts";

describe("describeFailure()", () => {
  test("shows a refusal's own words", () => {
    expect(describeFailure(new Refusal(() => "No such day."), recordLog(), wordsFor("en"))).toBe("No such day.");
  });

  test.each([
    new DataUnusableError("/home/ann/data/footnote.db cannot be used: database is locked."),
    new EmbeddingError("http://ann.example/v1 refuses OPENAI_API_KEY."),
  ])("tells the owner alone what failed, and where: $code", (failure) => {
    const log = recordLog();
    expect(describeFailure(failure, log, wordsFor("en"))).toBe(wordsFor("en").refusals.failed);
    expect(log.lines).toEqual([["warn", `${failure.code}: ${failure.message}`]]);
  });

  test("shows of anything else only a number, under which the log has the rest", () => {
    const log = recordLog();
    const bug = new Error("secret stack");
    const words = describeFailure(bug, log, wordsFor("en"));
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
    const ended = inTime(never, { signal: ending.signal, limitMs: 10_000 });
    ending.abort(interrupted());
    await expect(ended).rejects.toThrow("I am being restarted");
  });

  test("stops the work itself, and takes what it then hands over", async () => {
    const handOver = (stop: AbortSignal) =>
      new Promise<string>((resolve) => stop.addEventListener("abort", () => setImmediate(resolve, "half a cup")));
    expect(await inTime(handOver, { signal, limitMs: 1 })).toBe("half a cup");
    const ending = new AbortController();
    const stopped = inTime(handOver, { signal: ending.signal, limitMs: 10_000 });
    ending.abort();
    expect(await stopped).toBe("half a cup");
  });

  test("says why it was stopped, however the work words that", async () => {
    const fails = (stop: AbortSignal) =>
      new Promise<never>((_, reject) => stop.addEventListener("abort", () => reject(new Error("AbortError"))));
    await expect(inTime(fails, { signal, limitMs: 1 })).rejects.toThrow("That took too long");
  });

  test("lets a failure of its own through, thrown at once or later", async () => {
    const throwing = () => {
      throw new Error("No tea");
    };
    await expect(inTime(throwing, { signal, limitMs: 10_000 })).rejects.toThrow("No tea");
    await expect(inTime(() => Promise.reject(new Error("No cup")), { signal, limitMs: 10_000 })).rejects.toThrow(
      "No cup",
    );
  });

  test("begins nothing when the process is ending", async () => {
    const work = () => Promise.reject(new Error("Begun"));
    await expect(inTime(work, { signal: AbortSignal.abort(interrupted()), limitMs: 10_000 })).rejects.toThrow(
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
