import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PacedEdits } from "../../../src/discord/paced-edits.ts";
import { VirtualClock } from "./virtual-clock.ts";

const INTERVAL = 1000;

interface Edit {
  readonly state: number;
  readonly from: number;
  readonly to: number;
}

/** Edits that take as long as they are told, in a time of their own, and what was written when. */
function makeEdits({ editMs = [0], failAt = Infinity }: { editMs?: readonly number[]; failAt?: number } = {}) {
  const clock = new VirtualClock();
  const written: Edit[] = [];
  const failures: unknown[] = [];
  let begun = 0;
  const write = async (state: number): Promise<void> => {
    const from = clock.now();
    const number = begun;
    begun += 1;
    await clock.sleep(editMs[number % editMs.length] ?? 0);
    if (number === failAt) throw new Error("No paper");
    written.push({ state, from, to: clock.now() });
  };
  const onFailure = (error: unknown): void => void failures.push(error);
  const edits = new PacedEdits<number>(write, { intervalMs: INTERVAL, onFailure, clock });
  return { clock, written, failures, edits, write };
}

const never = new AbortController().signal;

describe("PacedEdits", () => {
  test("writes at once what comes first, and of what comes before the next is due only the newest", async () => {
    const { clock, written, edits } = makeEdits();
    edits.show(1);
    await clock.pass(10);
    edits.show(2);
    edits.show(3);
    await clock.pass(5000);
    edits.show(4);
    await clock.pass(0);
    expect(written.map(({ state, from }) => [state, from])).toEqual([
      [1, 0],
      [3, 1000],
      [4, 5010],
    ]);
  });

  test("keeps its pace and shows the last state, whatever comes when and however long an edit takes", async () => {
    const anySteps = fc.array(fc.nat({ max: 2500 }), { maxLength: 12 });
    const anyEditMs = fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(anySteps, anyEditMs, fc.nat({ max: 1500 }), async (steps, editMs, restMs) => {
        const { clock, written, edits, write } = makeEdits({ editMs });
        for (const [state, ms] of steps.entries()) {
          edits.show(state);
          await clock.pass(ms);
        }
        const last = steps.length;
        await clock.pass(restMs);
        const ended = edits.end(never).then(() => write(last));
        edits.show(99);
        await clock.pass(60_000);
        await ended;
        const states = written.map(({ state }) => state);
        expect(states.at(-1)).toBe(last);
        expect(states).toEqual([...new Set(states)].toSorted((a, b) => a - b));
        for (const [index, { from }] of written.entries()) {
          const before = written[index - 1];
          if (before) expect(from - before.to).toBeGreaterThanOrEqual(INTERVAL);
        }
      }),
    );
  });

  test("loses no state, even when it is never ended", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 2500 }), { minLength: 1 }), fc.nat({ max: 3000 }), async (steps, ms) => {
        const { clock, written, edits } = makeEdits({ editMs: [ms] });
        for (const [state, wait] of steps.entries()) {
          edits.show(state);
          await clock.pass(wait);
        }
        await clock.pass(60_000);
        expect(written.at(-1)?.state).toBe(steps.length - 1);
      }),
      { numRuns: 30 },
    );
  });

  test("ends at once where nothing was written", async () => {
    const { clock, edits } = makeEdits();
    await edits.end(never);
    expect(clock.now()).toBe(0);
  });

  test("ends without its pause where there is no time for one, but not before what is under way", async () => {
    const { clock, written, edits } = makeEdits({ editMs: [300] });
    edits.show(1);
    await clock.pass(100);
    const ended = edits.end(AbortSignal.abort()).then(() => clock.now());
    await clock.pass(10_000);
    expect(await ended).toBe(300);
    expect(written).toHaveLength(1);
  });

  test("says once that an edit failed, and makes no other", async () => {
    const { clock, written, failures, edits } = makeEdits({ editMs: [500], failAt: 1 });
    edits.show(1);
    await clock.pass(1600);
    edits.show(2);
    await clock.pass(100);
    edits.show(3);
    await clock.pass(10_000);
    edits.show(4);
    await clock.pass(10_000);
    await edits.end(never);
    expect(written.map(({ state }) => state)).toEqual([1]);
    expect(failures).toEqual([new Error("No paper")]);
  });
});
