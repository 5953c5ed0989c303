import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { FairQueue } from "../../../src/discord/fair-queue.ts";
import type { FairQueueOptions, WaitOptions } from "../../../src/discord/fair-queue.ts";
import { WaitingClock } from "../../support/waiting-clock.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A queue whose works end when they are told to. */
function queueOf(options: Partial<FairQueueOptions> = {}) {
  const clock = new VirtualClock();
  const queue = new FairQueue({ atOnce: 1, most: 100, mostPerPerson: 100, clock, ...options });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  /** @param name The person's name and something more, such as `ada 1`. */
  const ask = (name: string, waiting?: WaitOptions): Promise<string> => {
    const [person = ""] = name.split(" ");
    const work = async (): Promise<string> => {
      begun.push(name);
      const { promise, resolve } = Promise.withResolvers<void>();
      ends.set(name, resolve);
      await promise;
      return `${name} is done`;
    };
    return queue.run(person, work, waiting);
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await setImmediate();
  };
  return { clock, queue, begun, ask, end };
}

describe("FairQueue.run()", () => {
  it("gives back what the work gives", async () => {
    const { ask, end } = queueOf();
    const answer = ask("ada");
    await end("ada");
    await expect(answer).resolves.toBe("ada is done");
  });

  it("runs as many works at once as it may, and the next when one ends", async () => {
    const { queue, begun, ask, end } = queueOf({ atOnce: 2 });
    for (const name of ["ada", "bob", "cem"]) void ask(name);
    await setImmediate();
    expect(begun).toEqual(["ada", "bob"]);
    expect([queue.running, queue.waiting]).toEqual([2, 1]);
    await end("bob");
    expect(begun).toEqual(["ada", "bob", "cem"]);
    expect([queue.running, queue.waiting]).toEqual([2, 0]);
  });

  it("lets people take turns, however many questions one of them has waiting", async () => {
    const { begun, ask, end } = queueOf();
    for (let at = 0; at < 5; at += 1) void ask(`ada ${at}`);
    void ask("bob 0");
    void ask("bob 1");
    void ask("cem 0");
    for (let at = 0; at < 8; at += 1) await end(begun.at(-1) ?? "");
    expect(begun).toEqual(["ada 0", "ada 1", "bob 0", "cem 0", "ada 2", "bob 1", "ada 3", "ada 4"]);
  });

  it("sends away who has too many questions under way, and nobody else", async () => {
    const { queue, ask, end } = queueOf({ mostPerPerson: 2 });
    void ask("ada 0");
    void ask("ada 1");
    await expect(ask("ada 2")).rejects.toMatchObject({ name: "QueueFullError", reason: "person" });
    void ask("bob 0");
    expect(queue.waiting).toBe(2);
    await end("ada 0");
    void ask("ada 3");
    expect(queue.waiting).toBe(2);
  });

  it("sends everybody away while the line is full", async () => {
    const { begun, ask, end } = queueOf({ most: 1 });
    void ask("ada");
    void ask("bob");
    await expect(ask("cem")).rejects.toMatchObject({ name: "QueueFullError", reason: "all" });
    await end("ada");
    void ask("dora");
    await end("bob");
    expect(begun).toEqual(["ada", "bob", "dora"]);
  });

  it("runs what need not wait, also where nothing may wait", async () => {
    const { ask, end } = queueOf({ most: 0 });
    const answer = ask("ada");
    await end("ada");
    await expect(answer).resolves.toBe("ada is done");
  });

  it("passes the turn on when a work throws, at once or later", async () => {
    const { queue, ask, end } = queueOf();
    await expect(
      queue.run("ada", () => {
        throw new Error("at once");
      }),
    ).rejects.toThrow("at once");
    await expect(queue.run("ada", () => Promise.reject(new Error("later")))).rejects.toThrow("later");
    const answer = ask("bob");
    await end("bob");
    await expect(answer).resolves.toBe("bob is done");
    expect(queue.running).toBe(0);
  });

  it("lets who waits leave, with the reason of the signal", async () => {
    const { queue, begun, ask, end } = queueOf();
    const leaving = new AbortController();
    void ask("ada");
    const left = ask("bob", { signal: leaving.signal });
    void ask("cem");
    leaving.abort(new Error("never mind"));
    await expect(left).rejects.toThrow("never mind");
    expect(queue.waiting).toBe(1);
    await end("ada");
    expect(begun).toEqual(["ada", "cem"]);
  });

  it("begins nothing for who has left before", async () => {
    const { queue, begun, ask } = queueOf();
    await expect(ask("ada", { signal: AbortSignal.abort(new Error("never mind")) })).rejects.toThrow("never mind");
    expect(begun).toEqual([]);
    expect(queue.running).toBe(0);
  });

  it.each(["before", "after"])("passes the turn on of who leaves just %s it comes", async (order) => {
    const { queue, begun, ask } = queueOf();
    const leaving = new AbortController();
    const { promise, reject } = Promise.withResolvers<never>();
    const failing = queue.run("ada", () => promise);
    const left = ask("bob", { signal: leaving.signal });
    void ask("cem");
    const leave = (): void => leaving.abort(new Error("never mind"));
    if (order === "before") leave();
    else failing.catch(leave);
    reject(new Error("failed"));
    await expect(failing).rejects.toThrow("failed");
    await expect(left).rejects.toThrow("never mind");
    await setImmediate();
    expect(begun).toEqual(["cem"]);
    expect([queue.running, queue.waiting]).toEqual([1, 0]);
  });
});

describe("FairQueue.run() tells the place in the line", () => {
  it("of who waits longer than a few seconds", async () => {
    const { clock, ask } = queueOf();
    const places: number[] = [];
    void ask("ada");
    void ask("bob");
    void ask("cem", { onWait: (place) => places.push(place) });
    await clock.pass(2999);
    expect(places).toEqual([]);
    await clock.pass(1);
    expect(places).toEqual([2]);
  });

  it("again when it has changed, and not too often", async () => {
    const { clock, ask, end } = queueOf();
    const places: number[] = [];
    void ask("ada");
    for (const name of ["bob", "cem", "dora"]) void ask(name);
    void ask("eva", { onWait: (place) => places.push(place) });
    await clock.pass(3000);
    await end("ada");
    await end("bob");
    await clock.pass(2999);
    expect(places).toEqual([4]);
    await clock.pass(1);
    expect(places).toEqual([4, 2]);
    await clock.pass(30_000);
    expect(places).toEqual([4, 2]);
  });

  it("in the order of turns: a person's second question comes after the first of others", async () => {
    const { clock, ask } = queueOf();
    const places: string[] = [];
    const tell = (name: string): WaitOptions => ({ onWait: (place) => places.push(`${name} is ${place}`) });
    void ask("ada");
    for (const name of ["bob 0", "bob 1", "bob 2", "cem 0", "cem 1"]) void ask(name, tell(name));
    await clock.pass(3000);
    expect(places.toSorted()).toEqual(["bob 0 is 1", "bob 1 is 3", "bob 2 is 5", "cem 0 is 2", "cem 1 is 4"]);
  });

  it("no more once its turn has come", async () => {
    const { clock, ask, end } = queueOf();
    const places: number[] = [];
    void ask("ada");
    void ask("bob", { onWait: (place) => places.push(place) });
    await end("ada");
    await clock.pass(10_000);
    expect(places).toEqual([]);
  });

  it("and leaves no timer behind", async () => {
    const clock = new WaitingClock();
    const queue = new FairQueue({ atOnce: 1, most: 1, mostPerPerson: 1, clock });
    const works = ["ada", "bob"].map((person) => queue.run(person, () => Promise.resolve()));
    expect(clock.sleepers).toBe(1);
    await Promise.all(works);
    await setImmediate();
    expect(clock.sleepers).toBe(0);
  });

  it("and takes out of the line whom it cannot tell", async () => {
    const { clock, queue, ask } = queueOf();
    void ask("ada");
    const waiting = ask("bob", {
      onWait() {
        throw new Error("gone");
      },
    });
    const left = Promise.allSettled([waiting]);
    await clock.pass(3000);
    expect(await left).toMatchObject([{ reason: { message: "gone" } }]);
    expect(queue.waiting).toBe(0);
  });
});
