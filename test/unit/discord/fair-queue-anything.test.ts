import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairQueue } from "../../../src/discord/fair-queue.ts";
import { QueueFullError } from "../../../src/discord/queue-full-error.ts";
import { VirtualClock } from "./virtual-clock.ts";

const PEOPLE = ["ada", "bob", "cem", "dora"];

/** What may happen: somebody asks, a work ends well or badly, somebody who waits (or works) leaves. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("ask" as const), who: fc.nat(PEOPLE.length - 1) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("end" as const, "throw" as const), who: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("leave" as const), who: fc.nat() }) },
);
const anyLimits = fc.record({
  atOnce: fc.integer({ min: 1, max: 3 }),
  most: fc.integer({ min: 0, max: 8 }),
  mostPerPerson: fc.integer({ min: 1, max: 5 }),
});
type Limits = typeof anyLimits extends fc.Arbitrary<infer Value> ? Value : never;

interface Asked {
  readonly name: string;
  readonly person: string;
}

/** The same queue, as simply as it can be said: lists, searched anew at every step. */
class NaiveQueue {
  readonly running: Asked[] = [];
  readonly begun: string[] = [];
  readonly rejected: string[] = [];
  /** People in the order in which their turns come, each with what waits. */
  #turns: { readonly person: string; readonly waiting: Asked[] }[] = [];
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get waiting(): Asked[] {
    return this.#turns.flatMap(({ waiting }) => waiting);
  }

  ask(asked: Asked): void {
    const { atOnce, most, mostPerPerson } = this.#limits;
    const own = [...this.running, ...this.waiting].filter(({ person }) => person === asked.person);
    const isFull = own.length >= mostPerPerson || (this.running.length >= atOnce && this.waiting.length >= most);
    if (isFull) {
      this.rejected.push(asked.name);
      return;
    }
    const turn = this.#turns.find(({ person }) => person === asked.person);
    if (turn) turn.waiting.push(asked);
    else this.#turns.push({ person: asked.person, waiting: [asked] });
    this.#fill();
  }

  end(name: string): void {
    this.running.splice(
      this.running.findIndex((asked) => asked.name === name),
      1,
    );
    this.#fill();
  }

  leave(name: string): void {
    for (const { waiting } of this.#turns) {
      const at = waiting.findIndex((asked) => asked.name === name);
      if (at >= 0) waiting.splice(at, 1);
    }
    this.#turns = this.#turns.filter(({ waiting }) => waiting.length > 0);
  }

  #fill(): void {
    while (this.running.length < this.#limits.atOnce) {
      const turn = this.#turns.shift();
      const next = turn?.waiting.shift();
      if (!turn || !next) return;
      if (turn.waiting.length > 0) this.#turns.push(turn);
      this.running.push(next);
      this.begun.push(next.name);
    }
  }
}

/** A queue, and all that happens in it. */
class Stage {
  readonly queue: FairQueue;
  readonly running = new Map<string, { readonly end: () => void; readonly fail: (error: Error) => void }>();
  readonly leaving = new Map<string, AbortController>();
  readonly begun: string[] = [];
  readonly rejected: string[] = [];
  readonly settled: Promise<void>[] = [];

  constructor(limits: Limits) {
    this.queue = new FairQueue({ ...limits, clock: new VirtualClock() });
  }

  ask({ name, person }: Asked): void {
    const leaving = new AbortController();
    const work = async (): Promise<void> => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      this.begun.push(name);
      this.leaving.delete(name);
      this.running.set(name, { end: resolve, fail: reject });
      await promise.finally(() => this.running.delete(name));
    };
    this.leaving.set(name, leaving);
    const run = this.queue.run(person, work, { signal: leaving.signal }).catch((error: unknown) => {
      this.leaving.delete(name);
      if (error instanceof QueueFullError) this.rejected.push(name);
    });
    this.settled.push(run);
  }

  /** Ends whatever runs, until nothing does. */
  async endAll(): Promise<void> {
    while (this.running.size > 0) {
      for (const { end } of this.running.values()) end();
      await setImmediate();
    }
  }
}

describe("FairQueue, whatever happens", () => {
  it("does what the naive queue does, and comes to rest with nobody left", async () => {
    const property = fc.asyncProperty(anyLimits, fc.array(anyStep, { maxLength: 60 }), async (limits, steps) => {
      const stage = new Stage(limits);
      const naive = new NaiveQueue(limits);
      for (const [at, { does, who }] of steps.entries()) {
        if (does === "ask") {
          const asked = { name: `${PEOPLE[who]} ${at}`, person: PEOPLE[who] ?? "" };
          stage.ask(asked);
          naive.ask(asked);
        } else if (does === "leave") {
          const names = naive.waiting.map(({ name }) => name);
          const name = names[who % (names.length || 1)] ?? "";
          stage.leaving.get(name)?.abort(new Error("never mind"));
          naive.leave(name);
        } else {
          const { name = "" } = naive.running[who % (naive.running.length || 1)] ?? {};
          if (does === "end") stage.running.get(name)?.end();
          else stage.running.get(name)?.fail(new Error("failed"));
          if (name !== "") naive.end(name);
        }
        await setImmediate();
        expect(stage.running.size).toBeLessThanOrEqual(limits.atOnce);
        expect([...stage.running.keys()]).toEqual(naive.running.map(({ name }) => name));
        expect(stage.queue.running).toBe(naive.running.length);
        expect(stage.queue.waiting).toBe(naive.waiting.length);
        expect(stage.begun).toEqual(naive.begun);
        expect(stage.rejected).toEqual(naive.rejected);
      }
      await stage.endAll();
      await Promise.all(stage.settled);
      expect([stage.queue.running, stage.queue.waiting]).toEqual([0, 0]);
      expect(new Set(stage.begun).size).toBe(stage.begun.length);
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it("never lets anybody be delayed by more than one turn of each other person", async () => {
    const property = fc.asyncProperty(
      fc.array(fc.nat(PEOPLE.length - 1), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      async (askers, atOnce) => {
        const stage = new Stage({ atOnce, most: 100, mostPerPerson: 100 });
        for (const [at, who] of askers.entries())
          stage.ask({ name: `${PEOPLE[who]} ${at}`, person: PEOPLE[who] ?? "" });
        stage.ask({ name: "late", person: "late" });
        const before = stage.begun.length;
        await stage.endAll();
        const turns = stage.begun.slice(before, stage.begun.indexOf("late")).map((name) => name.split(" ")[0]);
        expect(turns).toHaveLength(new Set(turns).size);
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  it("loses no turn when people leave, works end and works throw in one moment", async () => {
    const property = fc.asyncProperty(
      fc.array(fc.array(anyStep, { minLength: 1, maxLength: 8 }), { maxLength: 12 }),
      anyLimits,
      async (moments, limits) => {
        const stage = new Stage(limits);
        let count = 0;
        for (const moment of moments) {
          for (const { does, who } of moment) {
            count += 1;
            const pick = <Value>(values: Iterable<Value>): Value | undefined => {
              const list = [...values];
              return list[who % (list.length || 1)];
            };
            if (does === "ask") stage.ask({ name: `${PEOPLE[who]} ${count}`, person: PEOPLE[who] ?? "" });
            else if (does === "leave") pick(stage.leaving.values())?.abort(new Error("never mind"));
            else if (does === "end") pick(stage.running.values())?.end();
            else pick(stage.running.values())?.fail(new Error("failed"));
          }
          await setImmediate();
          expect(stage.running.size).toBeLessThanOrEqual(limits.atOnce);
          expect(stage.queue.running).toBe(stage.running.size);
          if (stage.queue.waiting > 0) expect(stage.running.size).toBe(limits.atOnce);
        }
        await stage.endAll();
        await Promise.all(stage.settled);
        expect([stage.queue.running, stage.queue.waiting]).toEqual([0, 0]);
        expect(new Set(stage.begun).size).toBe(stage.begun.length);
      },
    );
    await fc.assert(property, { numRuns: 150 });
  });
});
