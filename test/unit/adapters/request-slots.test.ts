import { describe, expect, it } from "vitest";
import { RequestSlots } from "../../../src/adapters/request-slots.ts";
import { WaitingClock } from "../../support/waiting-clock.ts";

function slotsOf(size: number) {
  const clock = new WaitingClock();
  const slots = new RequestSlots({ size, queueMs: 5000, clock });
  const order: string[] = [];
  const enter = async (name: string, signal?: AbortSignal) => {
    const give = await slots.take(signal);
    order.push(name);
    return give;
  };
  return { clock, slots, order, enter };
}

/** Lets everything happen that waits for nothing else. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("RequestSlots", () => {
  it("lets in as many as there are slots, and the others in the order they came", async () => {
    const { order, enter } = slotsOf(2);
    const first = await enter("first");
    const second = await enter("second");
    const third = enter("third");
    const fourth = enter("fourth");
    await settle();
    expect(order).toEqual(["first", "second"]);
    second();
    (await third)();
    await fourth;
    expect(order).toEqual(["first", "second", "third", "fourth"]);
    first();
  });

  it("takes a slot back once, however often it is given", async () => {
    const { order, enter } = slotsOf(1);
    const first = await enter("first");
    first();
    first();
    await enter("second");
    void enter("third");
    await settle();
    expect(order).toEqual(["first", "second"]);
  });

  it("sends away who has waited too long, and lets in who comes after", async () => {
    const { clock, order, enter } = slotsOf(1);
    const first = await enter("first");
    const late = enter("late");
    clock.pass(4999);
    const patient = enter("patient");
    clock.pass(1);
    await expect(late).rejects.toMatchObject({ code: "chat/busy", retryable: true });
    await expect(late).rejects.toThrow(/^All 1 requests .* within 5 seconds\. .*FOOTNOTE_CHAT_CONCURRENCY\.$/);
    first();
    await patient;
    expect(order).toEqual(["first", "patient"]);
  });

  it("lets who waits leave, with the reason of the signal", async () => {
    const { clock, enter } = slotsOf(1);
    const first = await enter("first");
    const stop = new AbortController();
    const leaving = enter("leaving", stop.signal);
    stop.abort(new Error("stop"));
    await expect(leaving).rejects.toThrow("stop");
    first();
    await enter("next");
    expect(clock.sleepers).toBe(0);
  });

  it("loses no slot when one comes free in the moment in which its taker leaves", async () => {
    const { enter, order } = slotsOf(1);
    const first = await enter("first");
    const stop = new AbortController();
    const leaving = enter("leaving", stop.signal).then(
      (give) => give(),
      () => undefined,
    );
    stop.abort(new Error("stop"));
    first();
    await leaving;
    await enter("next");
    expect(order.at(-1)).toBe("next");
  });

  it("takes nothing for a signal that is aborted before", async () => {
    const { enter } = slotsOf(1);
    await expect(enter("never", AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
    await enter("first");
  });
});
